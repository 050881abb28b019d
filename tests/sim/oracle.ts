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
  /** Stamps that went back although their writer saw what was there. */
  readonly backwards: readonly string[]
}

type LostValue = {
  readonly field: string
  readonly value: unknown
  readonly fate: string
  readonly concurrent: boolean
}
export const lostText = (op: string, { field, value, fate, concurrent }: LostValue) =>
  `${op} ${field} ${JSON.stringify(value ?? null)} ${fate} ${concurrent ? 'unseen' : 'seen'}`

/** What came next: an operation, or removed rows that the portal remembers no more. */
export type Happening = {
  readonly seq: number
  readonly taken: Taken | null
  readonly forgotten: readonly string[]
}

export function expect(happenings: readonly Happening[]): Expected {
  const rows = new Map<string, Row>()
  const lost: string[] = []
  const backwards: string[] = []
  for (const { taken, forgotten } of happenings) {
    for (const key of forgotten) rows.delete(key)
    if (taken?.operation[0] !== 's') continue
    const { operation, stamp, base } = taken
    const [, , , table, id, field, value] = operation
    const key = `${table} ${id}`
    const write = { key, stamp, base }
    const lose = (one: LostValue) => void lost.push(lostText(operation[1], one))
    const cell = rows.get(key)?.cells.get(field ?? '')
    const isThere = rows.get(key)?.removed === null
    if (isThere && cell && base === cell.stamp && stamp <= cell.stamp)
      backwards.push(`${operation[1]} ${stamp}`)
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
    backwards,
  }
}

type Write = { readonly key: string; readonly stamp: string; readonly base: string | null }
type Lose = (lost: LostValue) => void

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
    const fate = before === value && row.removed === null ? 'superseded' : 'lost'
    lose({ field, value, fate, concurrent: stamp !== present })
    return
  }
  if (before !== value) {
    lose({ field, value: before, fate: 'superseded', concurrent: base !== present })
  }
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
    lose({ field: '*', value: null, fate: 'lost', concurrent: stamp !== newest })
    return
  }
  row.removed = stamp
  for (const [field, { value, stamp: own }] of row.cells) {
    // What the remover saw is no loss that somebody must hear of.
    const concurrent = base !== newest && own > (base ?? '')
    if (field !== 'id' && value !== null) lose({ field, value, fate: 'superseded', concurrent })
  }
}
