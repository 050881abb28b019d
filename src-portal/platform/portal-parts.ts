import type { PortalDatabase, SchoolTx } from './portal-database.ts'
import type { Secrets } from './secrets.ts'
import type { SmsSender } from './sms.ts'

export type Fields = Readonly<Record<string, string | number | null>>

/** Rows of the school as the portal itself writes them; every desk gets them by the ordinary way. */
export type SchoolRows = {
  find(tbl: string, id: string): Promise<Fields | null>
  save(tbl: string, id: string, fields: Fields): Promise<void>
  remove(tbl: string, id: string): Promise<void>
}

/** A row that desks changed, as it stands now; `gone` when it was removed. */
export type ChangedRow = {
  readonly id: string
  readonly fields: Fields
  readonly gone: string | null
}

/** What every feature of the portal works with. */
export type PortalParts = {
  readonly database: PortalDatabase
  readonly secrets: Secrets
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The address that guardians use, without a slash at its end. */
  readonly publicUrl: string
  /**
   * One writer of a school at a time: `work` looks at rows that nobody else changes until the
   * transaction ends. Comes before any lock of one's own, or two who wait for each other both fail.
   */
  readonly writeRows: <Answer>(
    tx: SchoolTx,
    schoolId: string,
    work: (rows: SchoolRows) => Promise<Answer>,
  ) => Promise<Answer>
  /** What a row of the school says, also where the database has it sealed. */
  readonly openRow: (tbl: string, id: string, fields: Fields) => Fields
  /** Null when no provider is configured: the pages then do not offer it. */
  readonly sms: SmsSender | null
}

/** A moment as the database takes it. */
export const isoOf = (millis: number) => new Date(millis).toISOString()

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** The calendar day, as the rows of the office have days. */
export const dayOf = (millis: number) => isoOf(millis).slice(0, 10)
