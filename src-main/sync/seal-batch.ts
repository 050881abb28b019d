import { createHash } from 'node:crypto'
import { fieldsOf } from '#shared/sync/schema-window.ts'
import { Operation, protocolLimits } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
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
  return sqlite.transaction(() => seal(sqlite, state, schema)).immediate()
}

function seal(sqlite: Connection, state: SyncState, schema: number): SealedBatch | null {
  const waiting = sqlite
    .prepare('SELECT * FROM outbox WHERE batch IS NULL ORDER BY n LIMIT ?')
    .all(protocolLimits.operations * 4) as OutboxRow[]
  const chosen: { readonly n: number; readonly operation: Operation }[] = []
  let bytes = 0
  for (const row of waiting) {
    if (!isKnownTo(row, schema)) continue
    const operation = asOperation(row)
    bytes += JSON.stringify(operation).length
    const isFull = chosen.length >= protocolLimits.operations || bytes > protocolLimits.pushBytes
    if (isFull && chosen.length > 0) break
    chosen.push({ n: row.n, operation })
  }
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

/** A portal that is older than this file: what it has no place for waits, and nothing is lost. */
function isKnownTo({ kind, tbl, field }: OutboxRow, schema: number) {
  if (kind !== 's' || tbl === null) return true
  const fields = fieldsOf(tbl, schema)
  return field === null ? fields.length > 0 : fields.includes(field)
}

function asOperation(row: OutboxRow): Operation {
  const { opId, kind, tx, tbl, rowId, field, value, hlc, base, staffId, cmd, args } = row
  const parsed = value === null ? null : JSON.parse(value)
  return Operation.parse(
    kind === 's'
      ? ['s', opId, tx, tbl, rowId, field, parsed, hlc, base, staffId]
      : ['c', opId, tx, cmd, JSON.parse(args ?? '{}'), hlc, staffId],
  )
}
