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

/** What must be: the rows as `table id` to fields, and every value that lost its place, as text. */
export type Expected = {
  readonly rows: Map<string, Record<string, unknown>>
  readonly lost: readonly string[]
}

export const lostText = (op: string, field: string, value: unknown, fate: string) =>
  `${op} ${field} ${JSON.stringify(value ?? null)} ${fate}`

export function expect(taken: readonly Taken[]): Expected {
  const rows = new Map<string, Row>()
  const lost: string[] = []
  for (const { operation, stamp, base } of taken) {
    if (operation[0] !== 's') continue
    const [, , , table, id, field, value] = operation
    const key = `${table} ${id}`
    const write = { key, stamp, base }
    const lose = (which: string, what: unknown, fate: 'superseded' | 'lost') =>
      void lost.push(lostText(operation[1], which, what, fate))
    if (field === null && value === null) remove(rows.get(key), write, lose)
    else if (field === null) make(rows, write, Object(value), lose)
    else set(rows, write, [field, value], lose)
  }
  const present = [...rows].filter(([, row]) => row.removed === null)
  return {
    rows: new Map(
      present.map(([key, { cells }]) => [
        key,
        Object.fromEntries([...cells].map(([field, { value }]) => [field, value])),
      ]),
    ),
    lost,
  }
}

type Write = { readonly key: string; readonly stamp: string; readonly base: string | null }
type Lose = (field: string, value: unknown, fate: 'superseded' | 'lost') => void

function set(
  rows: Map<string, Row>,
  write: Write,
  [field, value]: readonly [string, unknown],
  lose: Lose,
) {
  const { stamp, base } = write
  const row = rows.get(write.key)
  if (!row) return make(rows, write, { [field]: value }, lose)
  const own = row.cells.get(field)?.stamp ?? row.born
  const before = row.cells.get(field)?.value ?? null
  const present = row.removed !== null && row.removed > own ? row.removed : own
  if (stamp === present || (base !== present && stamp < present)) {
    lose(field, value, before === value && row.removed === null ? 'superseded' : 'lost')
    return
  }
  if (before !== value) lose(field, before, 'superseded')
  row.cells.set(field, { value, stamp })
  row.removed = null
}

function make(rows: Map<string, Row>, write: Write, fields: Record<string, unknown>, lose: Lose) {
  const { key, stamp, base } = write
  const row = rows.get(key)
  if (row && (row.removed === null || (row.removed >= stamp && base !== row.removed))) {
    for (const [field, value] of Object.entries(fields)) {
      if (field !== 'id') set(rows, write, [field, value], lose)
    }
    return
  }
  const cells = new Map(Object.entries(fields).map(([field, value]) => [field, { value, stamp }]))
  rows.set(key, { cells, born: stamp, removed: null })
}

function remove(row: Row | undefined, { stamp, base }: Write, lose: Lose) {
  if (!row || row.removed !== null) return
  const newest =
    [row.born, ...[...row.cells.values()].map((cell) => cell.stamp)].sort().at(-1) ?? ''
  if (base !== newest && stamp <= newest) {
    lose('*', null, 'lost')
    return
  }
  row.removed = stamp
  for (const [field, { value }] of row.cells) {
    if (field !== 'id' && value !== null) lose(field, value, 'superseded')
  }
}
