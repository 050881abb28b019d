import { decidedFields } from '#shared/sync/decided-once.ts'
import type {
  Operation,
  OperationOutcome,
  PushAnswer,
  SetOperation,
} from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, touch } from '../platform/take-in.ts'
import { createFieldSeal } from './field-seal.ts'
import { openRow } from './open-row.ts'
import { createRowWriter } from './row-writer.ts'
import type { SealedBatch } from './seal-batch.ts'
import type { SyncState } from './sync-state.ts'

type Answered = {
  readonly sqlite: Connection
  readonly state: SyncState
  readonly batch: SealedBatch
  readonly answer: PushAnswer
  readonly changed: Changed
  /** ISO 8601. */
  readonly at: string
}

/**
 * What became of a batch: its operations leave the outbox for the archive, stamps that the portal put
 * back are put back here, and what lost or was refused shows what stands instead. In one transaction.
 */
export function applyAnswer({ sqlite, state, batch, answer, changed, at }: Answered) {
  const writer = createRowWriter(sqlite)
  const seal = createFieldSeal(state)
  /** What a copy of this file had sent before took its place then. */
  const setSeq = (table: string, id: string, seq: number | null = null) =>
    writer.raise(table, id, seq ?? answer.seq)
  const reject = sqlite.prepare(
    'INSERT OR REPLACE INTO rejections (opId, at, fate, code, operation) VALUES (?, ?, ?, ?, ?)',
  )
  for (const [index, operation] of batch.operations.entries()) {
    const outcome = answer.outcomes[index]
    if (operation[0] !== 's') {
      if (outcome && outcome !== 1 && outcome.fate !== 'applied') keepRejection(operation, outcome)
      continue
    }
    if (outcome === 1) setSeq(operation[3], operation[4])
    else if (outcome?.fate === 'applied') {
      setSeq(operation[3], operation[4], outcome.seq)
      restamp(sqlite, operation, outcome)
    } else if (outcome) {
      showWhatStands(operation, outcome)
      if (isToldOf(operation, outcome)) {
        keepRejection(operation, outcome)
      }
    }
  }
  for (const [table, id, scopes] of answer.placed) {
    sqlite.prepare(`UPDATE "${table}" SET _sc = ? WHERE id = ?`).run(scopes, id)
    // Made while its maker had the right to it, which ended before it was sent.
    if (scopes === '') withdraw(table, id)
  }
  archive(sqlite, batch, answer.seq, Date.parse(at))
  state.set('lastBatch', batch.batch)

  function keepRejection(operation: Operation, { op, fate, code }: OperationOutcome) {
    reject.run(op, at, fate, code, JSON.stringify(operation))
  }

  function withdraw(table: string, id: string) {
    writer.remove(table, id)
    sqlite.prepare('DELETE FROM changes WHERE tbl = ? AND rowId = ?').run(table, id)
    touch(changed, table, id)
  }

  /** A field that did not make it shows the portal's value, unless something newer waits on it here. */
  function showWhatStands([, , , table, id, field]: SetOperation, { now }: OperationOutcome) {
    const stored = writer.find(table, id)
    if (field === null) return showWholeRow(table, id, now, stored !== undefined)
    if (!now || !stored) return
    const waits = sqlite
      .prepare('SELECT 1 FROM outbox WHERE tbl = ? AND rowId = ? AND field = ? AND batch IS NOT ?')
      .get(table, id, field, batch.batch)
    if (waits) return
    const { fields } = openRow(seal, { table, id }, now.fields)
    const stamps = {
      ...JSON.parse(String(stored._v ?? '{}')),
      [field]: now.stamps[field] ?? now.born,
    }
    sqlite
      .prepare(`UPDATE "${table}" SET "${field}" = ?, _v = ? WHERE id = ?`)
      .run(fields[field] ?? null, JSON.stringify(stamps), id)
    touch(changed, table, id)
  }

  /** A row that was not made goes again, one that was not removed is back in its place. */
  function showWholeRow(table: string, id: string, now: OperationOutcome['now'], isHere: boolean) {
    if (isHere === (now !== null)) return
    if (now === null) writer.remove(table, id)
    else {
      const stamps = Object.keys(now.stamps).length > 0 ? JSON.stringify(now.stamps) : null
      const opened = openRow(seal, { table, id }, now.fields)
      writer.store(
        { table, id, seq: now.seq, born: now.born, stamps, scopes: now.scopes, ...opened },
        { isForced: true },
      )
    }
    touch(changed, table, id)
  }
}

/** Of a decision that came second the decision itself, and not each of its effects. */
function isToldOf(operation: SetOperation, { fate, code }: OperationOutcome) {
  if (code === 'decided-already') return decidedFields(operation).length > 0
  return fate === 'rejected' || fate === 'quarantined'
}

/** The stamp that counts, in the row and in what waits and was built upon it. */
function restamp(sqlite: Connection, operation: Operation, { hlc }: OperationOutcome) {
  if (operation[0] !== 's' || hlc === null || hlc === operation[7]) return
  const [, , , table, id, field, , sent] = operation
  const row = sqlite.prepare(`SELECT _h, _v FROM "${table}" WHERE id = ?`).get(id)
  if (row) {
    const { _h, _v } = Object(row)
    const stamps: Record<string, string> = _v ? JSON.parse(_v) : {}
    if (field !== null && stamps[field] === sent) stamps[field] = hlc
    const born = field === null && _h === sent ? hlc : _h
    const text = Object.keys(stamps).length > 0 ? JSON.stringify(stamps) : null
    sqlite.prepare(`UPDATE "${table}" SET _h = ?, _v = ? WHERE id = ?`).run(born, text, id)
  }
  sqlite
    .prepare('UPDATE outbox SET base = ? WHERE base = ? AND rowId = ? AND batch IS NULL')
    .run(hlc, sent, id)
}

const month = 30 * 86_400_000

function archive(sqlite: Connection, { batch, operations }: SealedBatch, seq: number, at: number) {
  sqlite
    .prepare(
      'INSERT OR REPLACE INTO outboxArchive (batch, operations, seq, at) VALUES (?, ?, ?, ?)',
    )
    .run(batch, JSON.stringify(operations), seq, at)
  sqlite.prepare('DELETE FROM outboxArchive WHERE at < ?').run(at - month)
  sqlite.prepare('DELETE FROM outbox WHERE batch = ?').run(batch)
  sqlite.prepare('DELETE FROM sealedBatches WHERE batch = ?').run(batch)
}
