import { createHash, randomUUID } from 'node:crypto'
import { decidedOnce } from '#shared/sync/decided-once.ts'
import { fieldsOf } from '#shared/sync/schema-window.ts'
import { Operation, protocolLimits } from '#shared/sync/sync-protocol.ts'
import { nextTimestamp, Timestamp } from '#shared/sync/timestamp.ts'
import type { Connection } from '../platform/connection.ts'
import { createFieldSeal, type FieldSeal, isSealedField, sealedFieldsOf } from './field-seal.ts'
import type { SyncState } from './sync-state.ts'

export type SealedBatch = {
  readonly batch: number
  readonly sha: string
  readonly operations: readonly Operation[]
}

type OutboxRow = {
  readonly n: number
  readonly opId: string
  readonly kind: string
  readonly tbl: string | null
  readonly rowId: string | null
  readonly field: string | null
  readonly value: string | null
  readonly hlc: string
  readonly base: string | null
  readonly cmd: string | null
  readonly args: string | null
  readonly staffId: string
  readonly tx: number
}

/**
 * The batch to send: the one that was sealed and never answered, or the oldest operations that wait,
 * sealed now. Null when nothing waits. `schema` is the newest that the portal knows: what it could not
 * store is kept back until it can.
 */
export function nextBatch(
  sqlite: Connection,
  state: SyncState,
  schema: number,
): SealedBatch | null {
  const [sealed] = sqlite
    .prepare('SELECT batch, sha, operations FROM sealedBatches ORDER BY batch LIMIT 1')
    .all() as { batch: number; sha: string; operations: string }[]
  if (sealed) return { ...sealed, operations: JSON.parse(sealed.operations) }
  return sqlite.transaction(() => sealNext(sqlite, state, schema)).immediate()
}

type Chosen = { readonly n: number; readonly operation: Operation }

function sealNext(sqlite: Connection, state: SyncState, schema: number): SealedBatch | null {
  const seal = createFieldSeal(state)
  if (!seal.hasKey()) holdBackSealed(sqlite)
  const chosen = choose(sqlite, seal, schema)
  if (chosen.length === 0) return null
  const batch = state.number('lastBatch') + 1
  const operations = chosen.map(({ operation }) => operation)
  const text = JSON.stringify(operations)
  const sha = createHash('sha256').update(text).digest('hex')
  const mark = sqlite.prepare('UPDATE outbox SET batch = ? WHERE n = ?')
  for (const { n } of chosen) mark.run(batch, n)
  sqlite
    .prepare('INSERT INTO sealedBatches (batch, sha, operations) VALUES (?, ?, ?)')
    .run(batch, sha, text)
  return { batch, sha, operations }
}

/** The oldest that may go, as many as one batch holds; a decision goes whole or not yet. */
function choose(sqlite: Connection, seal: FieldSeal, schema: number): readonly Chosen[] {
  const decisions = readDecisions(sqlite)
  const waiting = sqlite
    .prepare('SELECT * FROM outbox WHERE batch IS NULL ORDER BY n')
    .iterate() as IterableIterator<OutboxRow>
  const chosen: Chosen[] = []
  let bytes = 0
  for (const row of waiting) {
    const whole = decisions.get(row.tx) ?? [row]
    // In the place of its last row: what that one builds upon has gone before.
    if (whole.at(-1)?.n !== row.n) continue
    if (whole.some((each) => !isKnownTo(each, schema) || isHeld(each, seal))) continue
    const next = whole.map((each) => ({ n: each.n, operation: asOperation(each, seal) }))
    bytes += next.reduce((sum, { operation }) => sum + JSON.stringify(operation).length, 0)
    const isTooMuch =
      bytes > protocolLimits.pushBytes || chosen.length + next.length > protocolLimits.operations
    if (isTooMuch && chosen.length > 0) break
    chosen.push(...next)
  }
  return chosen
}

/** Transactions that decide something, each with all its rows in their order. */
function readDecisions(sqlite: Connection): ReadonlyMap<number, readonly OutboxRow[]> {
  const deciding = sqlite.prepare(
    `SELECT tx FROM outbox WHERE batch IS NULL AND tbl = ?
       AND (field = ? OR (field IS NULL AND json_extract(value, ?) IS NOT NULL))`,
  )
  const rowsOf = sqlite.prepare('SELECT * FROM outbox WHERE batch IS NULL AND tx = ? ORDER BY n')
  const found = Object.entries(decidedOnce).flatMap(([table, fields]) =>
    fields.flatMap((field) => deciding.pluck().all(table, field, `$.${field}`).map(Number)),
  )
  const wholes = [...new Set(found)].map((tx) => [tx, rowsOf.all(tx) as OutboxRow[]] as const)
  // One that no batch could hold goes in pieces, since it would hold up everything.
  return new Map(wholes.filter(([, rows]) => rows.length <= protocolLimits.operations))
}

/** A portal that is older than this file: what it has no place for waits, and nothing is lost. */
function isKnownTo({ kind, tbl, field }: OutboxRow, schema: number) {
  if (kind !== 's' || tbl === null) return true
  const fields = fieldsOf(tbl, schema)
  return field === null ? fields.length > 0 : fields.includes(field)
}

/** Without the key of the school such a field waits: in clear it never goes. */
const isHeld = ({ tbl, field, value }: OutboxRow, seal: FieldSeal) =>
  tbl !== null && field !== null && value !== null && isSealedField(tbl, field) && !seal.hasKey()

/** A new row goes without what may not go in clear; that becomes an operation that waits for the key. */
function holdBackSealed(sqlite: Connection) {
  const made = sqlite
    .prepare(
      `SELECT * FROM outbox WHERE tbl = 'pupils' AND field IS NULL AND batch IS NULL
       AND json_extract(value, '$.nationalNumber') IS NOT NULL`,
    )
    .all() as OutboxRow[]
  const add = sqlite.prepare(
    `INSERT INTO outbox (opId, kind, tbl, rowId, field, value, hlc, base, staffId, tx, wall)
     SELECT ?, kind, tbl, rowId, ?, ?, ?, hlc, staffId, tx, wall FROM outbox WHERE n = ?`,
  )
  const strip = sqlite.prepare('UPDATE outbox SET value = ? WHERE n = ?')
  for (const { n, tbl, value, hlc } of made) {
    const fields: Record<string, unknown> = JSON.parse(value ?? '{}')
    for (const field of sealedFieldsOf(tbl ?? '')) {
      if (!fields[field]) continue
      const later = nextTimestamp(Timestamp.parse(hlc), 0, hlc.slice(-4))
      add.run(randomUUID(), field, JSON.stringify(fields[field]), later, n)
      delete fields[field]
    }
    strip.run(JSON.stringify(fields), n)
  }
}

function asOperation(row: OutboxRow, seal: FieldSeal): Operation {
  const { opId, kind, tx, tbl, rowId, field, value, hlc, base, staffId, cmd, args } = row
  if (kind !== 's')
    return Operation.parse(['c', opId, tx, cmd, JSON.parse(args ?? '{}'), hlc, staffId])
  const plain: unknown = value === null ? null : JSON.parse(value)
  const sent = closed(seal, { table: tbl ?? '', id: rowId ?? '', field }, plain)
  return Operation.parse(['s', opId, tx, tbl, rowId, field, sent, hlc, base, staffId])
}

type Where = { readonly table: string; readonly id: string; readonly field: string | null }

/** The value as it may leave this desk. */
function closed(seal: FieldSeal, { table, id, field }: Where, value: unknown): unknown {
  const names = sealedFieldsOf(table)
  if (names.length === 0 || value === null) return value
  if (field !== null) {
    return names.includes(field) ? seal.close({ table, id, field }, String(value)) : value
  }
  const fields: Record<string, unknown> = { ...Object(value) }
  for (const name of names) {
    if (fields[name]) fields[name] = seal.close({ table, id, field: name }, String(fields[name]))
  }
  return fields
}
