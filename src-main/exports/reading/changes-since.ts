import type { Moment } from '#shared/platform/day.ts'
import type { SchoolDatabase } from '../../platform/open-database.ts'

/** What the history says of the time since a moment, by table. */
export type ChangesSince = {
  /** Ids of rows of which something changed, came or went. */
  readonly rowsOf: (table: string) => ReadonlySet<string>
  /** Whether this field of a row changed; the row may have come with what it is. */
  readonly touches: (table: string, id: string, field: string) => boolean
  /** Rows that went away and did not come back, as they last were. */
  readonly removedFrom: (table: string) => readonly RemovedRow[]
}

export type RemovedRow = { readonly id: string; readonly was: Readonly<Record<string, unknown>> }

type Change = {
  readonly tbl: string
  readonly rowId: string
  readonly field: string | null
  readonly old: string | null
  readonly new: string | null
}

/** The platform's own tables are no drizzle tables; the day of an action is that of its change. */
export function changesSince(
  { sqlite }: Pick<SchoolDatabase, 'sqlite'>,
  since: Moment,
): ChangesSince {
  const rows = new Map<string, Set<string>>()
  const fields = new Set<string>()
  const removed = new Map<string, Map<string, RemovedRow>>()
  const changes = sqlite
    .prepare<[string], Change>(
      `SELECT tbl, rowId, field, old, new FROM changes
       JOIN actions ON actions.id = changes.actionId WHERE actions.at >= ? ORDER BY changes.n`,
    )
    .iterate(since)
  for (const { tbl, rowId, field, old, new: made } of changes) {
    rows.set(tbl, (rows.get(tbl) ?? new Set()).add(rowId))
    if (field !== null) {
      fields.add([tbl, rowId, field].join('\n'))
      continue
    }
    const gone = removed.get(tbl) ?? new Map<string, RemovedRow>()
    removed.set(tbl, gone)
    if (made === null && old !== null) gone.set(rowId, { id: rowId, was: JSON.parse(old) })
    else gone.delete(rowId)
  }
  return {
    touches: (table, id, field) => fields.has([table, id, field].join('\n')),
    rowsOf: (table) => rows.get(table) ?? new Set(),
    removedFrom: (table) => [...(removed.get(table)?.values() ?? [])],
  }
}
