import type { StoredChange } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'

export type StoredAction = {
  readonly n: number
  readonly id: string
  readonly at: string
  readonly staffId: string
  readonly path: string
  readonly subject: string | null
  readonly undoes: string | null
  readonly undoneBy: string | null
}

/** A change with who made it, when and by what. */
export type DatedChange = StoredChange & Pick<StoredAction, 'at' | 'staffId' | 'path'>

type Sqlite = SchoolDatabase['sqlite']

/** How far undo goes back, and how long a list of actions anybody reads. */
export const mostActions = 50

/** More of one pupil's history than anybody reads at once. */
const mostChanges = 2000

const dated = `SELECT changes.*, actions.at, actions.staffId, actions.path
  FROM changes JOIN actions ON actions.id = changes.actionId`

// The platform's own tables are no drizzle tables, and these are all their readers.

/**
 * Somebody's own last actions, newest first. Undoing is no action of its own here, but a state of
 * the action; what may not be undone (`neverUndone`) is left out.
 */
export function lastActionsOf(sqlite: Sqlite, staffId: string): StoredAction[] {
  return sqlite
    .prepare<[string, number], StoredAction>(
      `SELECT * FROM actions WHERE staffId = ? AND undoes IS NULL
         AND path NOT LIKE 'desk.%' AND path NOT LIKE 'practice.%' AND path NOT IN (${neverUndone})
       ORDER BY n DESC LIMIT ?`,
    )
    .all(staffId, mostActions)
}

// A look behind a mask and an export stay written down, and a setting of the screen is no work to take back.
const neverUndone = `'pupils.reveal', 'staff.setPreference', 'imports.removeReport', 'exports.make',
  'accounts.resetAccess', 'accounts.remind', 'accounts.markPrinted'`

export function findAction(sqlite: Sqlite, id: string): StoredAction | undefined {
  return sqlite.prepare<[string], StoredAction>('SELECT * FROM actions WHERE id = ?').get(id)
}

export function changesOf(sqlite: Sqlite, actionId: string): StoredChange[] {
  return sqlite
    .prepare<[string], StoredChange>('SELECT * FROM changes WHERE actionId = ? ORDER BY n')
    .all(actionId)
}

export function countChanges(sqlite: Sqlite, actionId: string): number {
  return Number(
    sqlite.prepare('SELECT count(*) FROM changes WHERE actionId = ?').pluck().get(actionId),
  )
}

export function findChange(sqlite: Sqlite, n: number): StoredChange | undefined {
  return sqlite.prepare<[number], StoredChange>('SELECT * FROM changes WHERE n = ?').get(n)
}

/** Everything that happened to a row, newest first; to one field of it when that is named. */
export function changesOfRow(
  sqlite: Sqlite,
  { tbl, rowId, field }: { tbl: string; rowId: string; field: string | null },
): DatedChange[] {
  return sqlite
    .prepare<[string, string, string | null, string | null, number], DatedChange>(
      `${dated} WHERE rowId = ? AND tbl = ? AND (? IS NULL OR field = ?)
       ORDER BY changes.n DESC LIMIT ?`,
    )
    .all(rowId, tbl, field, field, mostChanges)
}

export function changesOfRows(sqlite: Sqlite, rowIds: readonly string[]): DatedChange[] {
  return sqlite
    .prepare<[string, number], DatedChange>(
      `${dated} WHERE rowId IN (SELECT value FROM json_each(?)) ORDER BY changes.n DESC LIMIT ?`,
    )
    .all(JSON.stringify(rowIds), mostChanges)
}

/** Which of these actions touched which of these rows. */
export function touchedRows(
  sqlite: Sqlite,
  actionIds: readonly string[],
  rowIds: readonly string[],
): { actionId: string; rowId: string }[] {
  return sqlite
    .prepare<[string, string], { actionId: string; rowId: string }>(
      `SELECT DISTINCT actionId, rowId FROM changes
       WHERE rowId IN (SELECT value FROM json_each(?)) AND actionId IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(rowIds), JSON.stringify(actionIds))
}

/** Rows that are gone and that belonged to one of these: a pupil, or the owner of a number. */
export function removedRowsOf(sqlite: Sqlite, ownerIds: readonly string[]) {
  return sqlite
    .prepare<[string], { rowId: string; ownerId: string }>(
      `SELECT DISTINCT rowId, coalesce(old ->> 'pupilId', old ->> 'ownerId') AS ownerId
       FROM changes
       WHERE field IS NULL AND new IS NULL AND tbl > ''
         AND coalesce(old ->> 'pupilId', old ->> 'ownerId') IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ownerIds))
}

/** Whether the row of a recorded change is still there. Table names come from the record alone. */
export function rowExists(sqlite: Sqlite, { tbl, rowId }: Pick<StoredChange, 'tbl' | 'rowId'>) {
  return sqlite.prepare(`SELECT 1 FROM "${tbl}" WHERE id = ?`).get(rowId) !== undefined
}
