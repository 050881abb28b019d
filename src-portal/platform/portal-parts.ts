import type { PortalDatabase } from './portal-database.ts'
import type { Secrets } from './secrets.ts'
import type { SmsSender } from './sms.ts'

/** What every feature of the portal works with. */
export type PortalParts = {
  readonly database: PortalDatabase
  readonly secrets: Secrets
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The address that guardians use, without a slash at its end. */
  readonly publicUrl: string
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
