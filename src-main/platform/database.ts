import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { AnySQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Contract, Handlers, Progress } from '#shared/platform/contract.ts'
import type { Day, Moment } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { StaffRole } from '#shared/platform/role.ts'

export type ReadDb = Pick<BetterSQLite3Database, 'select'>

/** A table with a text `id` whose rows are written through `save()` alone. */
export type SyncedTable = AnySQLiteTable

/** One recorded change of a field, or of a whole row when `field` is null. */
export type StoredChange = {
  readonly n: number
  readonly actionId: string
  readonly tbl: string
  readonly rowId: string
  readonly field: string | null
  /** Values as JSON text; null when there was, or is, no value. */
  readonly old: string | null
  readonly new: string | null
  readonly hlc: string
}

/**
 * The one door for writing. All rows and their history land in one transaction, or none do.
 */
export type WriteDb = ReadDb & {
  /** Stores a whole row, new or known, and records field by field what that changed. */
  save<Table extends SyncedTable>(
    table: Table,
    row: Table['$inferInsert'] & { readonly id: string },
  ): void
  /** Takes a row away; the history keeps its values, so that it can come back. */
  remove(table: SyncedTable, id: string): void
  /**
   * Asks the portal to do something once: a mail that goes out. In the same transaction as what is
   * saved, and sent in its turn; what the portal refuses stands among the rejections.
   */
  ask(command: string, args: Readonly<Record<string, unknown>>): void
  /** Puts one recorded change back, whatever came after it. */
  putBack(change: StoredChange): void
  /**
   * Takes all changes of an action back in small steps, or none when any was written over since:
   * then false.
   */
  takeBack(changes: readonly StoredChange[]): Generator<Progress, boolean, void>
  /** Names whom or what this action is about, for the list of last actions. */
  describe(subject: string): void
  /** Marks the action that this one takes back. */
  markUndone(actionId: string): void
  readonly actionId: string
}

/** Who calls, and the time: services never ask a clock themselves. */
export type Context = {
  readonly staffId: string
  readonly staffName: string
  readonly role: StaffRole
  readonly seesMedical: boolean
  readonly now: Moment
  /** The calendar day in the school's time zone. */
  readonly today: Day
  readonly country: Country
  readonly newId: () => string
}

export type Service<C extends Contract> = Handlers<C, ReadDb, WriteDb, Context>
