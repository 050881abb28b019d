import type { StoredChange } from './database.ts'
import type { Values } from './row-store.ts'

/** Everything that one action did to one row, newest first. */
export type ChangedRow = {
  readonly tbl: string
  readonly rowId: string
  readonly changes: readonly StoredChange[]
}

/**
 * The rows of an action, the last one touched first: what was done last is taken back first, and
 * each row is read and written once, however many of its fields were changed.
 */
export function changedRows(changes: readonly StoredChange[]): ChangedRow[] {
  const rows = new Map<string, ChangedRow & { readonly changes: StoredChange[] }>()
  for (const change of changes.toReversed()) {
    const { tbl, rowId } = change
    const key = `${tbl} ${rowId}`
    const known = rows.get(key)
    if (known) known.changes.push(change)
    else rows.set(key, { tbl, rowId, changes: [change] })
  }
  return [...rows.values()]
}

/**
 * Whether what an action left of a row still stands. By value and not by stamp: a later change
 * that was itself undone has left a new stamp on the old value, and must not be in the way.
 */
export function stillStands({ changes }: ChangedRow, stored: Values | undefined, blank: Values) {
  const left = changes.reduceRight<Values | null>(
    (row, { field, new: made }) => withChange(row, field, made, blank),
    {},
  )
  if (left === null || !stored) return left === null && !stored
  return Object.entries(left).every(([field, value]) => stored[field] === value)
}

/** The fields to put back for a row to be as it was before; null when it was not there yet. */
export function valuesBefore({ changes }: ChangedRow, blank: Values): Values | null {
  return changes.reduce<Values | null>(
    (row, { field, old }) => withChange(row, field, old, blank),
    {},
  )
}

/** A recorded value on top of a row: one field, a whole row, or no row at all. */
export function withChange(
  row: Values | null,
  field: string | null,
  json: string | null,
  blank: Values,
): Values | null {
  if (field !== null) return { ...row, [field]: json === null ? null : JSON.parse(json) }
  return json === null ? null : { ...blank, ...JSON.parse(json) }
}
