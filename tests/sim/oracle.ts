import type { Operation } from '#shared/sync/sync-protocol.ts'

// A second opinion, written apart from the product: what every field must be after these operations
// in this order, by the sentences of sync.md 3.1 alone.

type Cell = { value: unknown; stamp: string }
type Row = { cells: Map<string, Cell>; born: string; removed: string | null }

/** An operation as the portal took it: in its order, with the stamp that counted. */
export type Taken = {
  readonly operation: Operation
  readonly stamp: string
  readonly base: string | null
}

/** The rows that must be there, as `table id` to fields. */
export function expectedRows(taken: readonly Taken[]): Map<string, Record<string, unknown>> {
  const rows = new Map<string, Row>()
  for (const { operation, stamp, base } of taken) {
    if (operation[0] !== 's') continue
    const [, , , table, id, field, value] = operation
    const key = `${table} ${id}`
    if (field === null && value === null) remove(rows.get(key), stamp, base)
    else if (field === null) make(rows, key, Object(value), stamp, base)
    else set(rows, key, [field, value], stamp, base)
  }
  const present = [...rows].filter(([, row]) => row.removed === null)
  return new Map(
    present.map(([key, { cells }]) => [
      key,
      Object.fromEntries([...cells].map(([field, { value }]) => [field, value])),
    ]),
  )
}

function set(
  rows: Map<string, Row>,
  key: string,
  [field, value]: readonly [string, unknown],
  stamp: string,
  base: string | null,
) {
  const row = rows.get(key)
  if (!row) return make(rows, key, { [field]: value }, stamp, base)
  const own = row.cells.get(field)?.stamp ?? row.born
  const present = row.removed !== null && row.removed > own ? row.removed : own
  if (stamp === present || (base !== present && stamp < present)) return
  row.cells.set(field, { value, stamp })
  row.removed = null
}

function make(
  rows: Map<string, Row>,
  key: string,
  fields: Record<string, unknown>,
  stamp: string,
  base: string | null,
) {
  const row = rows.get(key)
  if (row && (row.removed === null || (row.removed >= stamp && base !== row.removed))) {
    for (const [field, value] of Object.entries(fields)) {
      if (field !== 'id') set(rows, key, [field, value], stamp, base)
    }
    return
  }
  const cells = new Map(Object.entries(fields).map(([field, value]) => [field, { value, stamp }]))
  rows.set(key, { cells, born: stamp, removed: null })
}

function remove(row: Row | undefined, stamp: string, base: string | null) {
  if (!row || row.removed !== null) return
  const newest =
    [row.born, ...[...row.cells.values()].map((cell) => cell.stamp)].sort().at(-1) ?? ''
  if (base === newest || stamp > newest) row.removed = stamp
}
