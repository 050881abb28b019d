import { decide } from '#shared/sync/merge.ts'
import {
  type Fate,
  type FieldValue,
  protocolLimits,
  type RowFields,
  type SetOperation,
} from '#shared/sync/sync-protocol.ts'
import { nextTimestamp, type Timestamp } from '#shared/sync/timestamp.ts'
import { type HubRow, latestStamp, newRow, rowKey, stampOf } from './hub-row.ts'

/** A value that lost its place, for the history: it was written over, or never took it. */
export type LostValue = {
  readonly op: string
  readonly tbl: string
  readonly id: string
  readonly field: string
  readonly value: FieldValue
  readonly hlc: Timestamp
  /** Stamp of the value that stands instead. */
  readonly byHlc: Timestamp
  readonly fate: 'superseded' | 'lost'
  /** Neither writer saw the other's value: the office is shown the loser. */
  readonly concurrent: boolean
}

export type Applied = { readonly fate: Fate; readonly hlc: Timestamp }

/** The rows that a batch touches, and what became of values on the way. */
export type Workbench = {
  readonly rows: Map<string, HubRow>
  readonly lost: LostValue[]
  /** Milliseconds since 1970. */
  readonly now: number
  /** Stamps that count, by row and the stamp that was sent: later operations name that as base. */
  readonly restamped: Map<string, Timestamp>
  lastClamped: Timestamp | null
}

export function createWorkbench(rows: Map<string, HubRow>, now: number): Workbench {
  return { rows, lost: [], now, restamped: new Map(), lastClamped: null }
}

/** Applies one operation to the rows in memory (sync.md 3.1, 3.6). Rights and shape were checked. */
export function applyOperation(bench: Workbench, operation: SetOperation): Applied {
  const [, op, , tbl, id, , , sent] = operation
  const write = { op, tbl, id, hlc: clamp(bench, sent), base: baseOf(bench, operation) }
  const applied = carryOut(bench, write, operation)
  // By row: another row may really have the stamp that this desk sent here.
  if (applied.hlc !== sent) bench.restamped.set(`${rowKey(tbl, id)} ${sent}`, applied.hlc)
  return applied
}

/** The stamp of what the writer saw, as the portal has it. */
export function baseOf({ restamped }: Workbench, operation: SetOperation): Timestamp | null {
  const [, , , tbl, id, , , , sentBase] = operation
  if (sentBase === null) return null
  return restamped.get(`${rowKey(tbl, id)} ${sentBase}`) ?? sentBase
}

function carryOut(bench: Workbench, write: Write, operation: SetOperation): Applied {
  const [, , , , , field, value] = operation
  if (field !== null) return setField(bench, write, field, value as FieldValue)
  if (value === null) return removeRow(bench, write)
  return makeRow(bench, write, value as RowFields)
}

type Write = {
  readonly op: string
  readonly tbl: string
  readonly id: string
  readonly hlc: Timestamp
  readonly base: Timestamp | null
}

/** No stamp ahead of the portal's clock is ever kept, so none can win for an hour or poison a desk. */
function clamp(bench: Workbench, sent: Timestamp): Timestamp {
  const millis = Number.parseInt(sent.slice(0, 12), 16)
  if (millis <= bench.now + protocolLimits.clockAhead) return sent
  const put = nextTimestamp(bench.lastClamped, bench.now, sent.slice(18))
  bench.lastClamped = put
  return put
}

/** A writer who saw what is there comes after it, however slow the clock of that computer is. */
function afterPresent({ hlc, base }: Write, present: Timestamp) {
  if (base !== present || hlc > present) return hlc
  return nextTimestamp(present, 0, hlc.slice(18))
}

function setField(bench: Workbench, write: Write, field: string, value: FieldValue): Applied {
  const row = bench.rows.get(rowKey(write.tbl, write.id))
  // A field of a row that nobody has made, or that was forgotten: it begins with this field.
  if (!row) return makeRow(bench, write, { id: write.id, [field]: value })
  const own = stampOf(row, field)
  const present = row.gone !== null && row.gone > own ? row.gone : own
  const hlc = afterPresent(write, present)
  const { wins, isConcurrent } = decide({ stamp: hlc, base: write.base, present })
  const before = row.fields[field] ?? null
  if (!wins) {
    const fate = before === value && row.gone === null ? 'superseded' : 'lost'
    keep(bench, write, { field, value, hlc, byHlc: present, fate, concurrent: isConcurrent })
    return { fate, hlc }
  }
  if (before !== value) {
    const older = { field, value: before, hlc: own, byHlc: hlc, concurrent: isConcurrent }
    keep(bench, write, { ...older, fate: 'superseded' })
  }
  row.fields[field] = value
  row.stamps[field] = hlc
  row.gone = null
  row.isChanged = true
  return { fate: 'applied', hlc }
}

/** Two desks that made the same row merge it field by field; the row stands from the first. */
function makeRow(bench: Workbench, write: Write, fields: RowFields): Applied {
  const key = rowKey(write.tbl, write.id)
  const row = bench.rows.get(key)
  if (!row) {
    bench.rows.set(key, newRow(write.tbl, write.id, fields, write.hlc))
    return { fate: 'applied', hlc: write.hlc }
  }
  if (row.gone !== null && (row.gone < write.hlc || write.base === row.gone)) {
    const hlc = afterPresent(write, row.gone)
    row.fields = { ...fields }
    row.stamps = {}
    row.born = hlc
    row.gone = null
    row.isChanged = true
    return { fate: 'applied', hlc }
  }
  const names = Object.keys(fields).filter((field) => field !== 'id')
  const fates = names.map((field) => setField(bench, write, field, fields[field] ?? null).fate)
  if (fates.includes('applied')) return { fate: 'applied', hlc: write.hlc }
  return { fate: fates.includes('lost') ? 'lost' : 'superseded', hlc: write.hlc }
}

function removeRow(bench: Workbench, write: Write): Applied {
  const row = bench.rows.get(rowKey(write.tbl, write.id))
  if (!row || row.gone !== null) return { fate: 'superseded', hlc: write.hlc }
  const present = latestStamp(row)
  const hlc = afterPresent(write, present)
  const { wins, isConcurrent } = decide({ stamp: hlc, base: write.base, present })
  if (!wins) {
    const removal = { field: '*', value: null, hlc, byHlc: present, concurrent: isConcurrent }
    keep(bench, write, { ...removal, fate: 'lost' })
    return { fate: 'lost', hlc }
  }
  for (const [field, value] of Object.entries(row.fields)) {
    if (field === 'id' || value === null) continue
    // Only what the remover cannot have seen is a loss that somebody must hear of.
    const own = stampOf(row, field)
    const concurrent = isConcurrent && own > (write.base ?? '')
    keep(bench, write, { field, value, hlc: own, byHlc: hlc, fate: 'superseded', concurrent })
  }
  row.gone = hlc
  row.isChanged = true
  return { fate: 'applied', hlc }
}

const keep = (
  { lost }: Workbench,
  { op, tbl, id }: Write,
  rest: Omit<LostValue, 'op' | 'tbl' | 'id'>,
) => void lost.push({ op, tbl, id, ...rest })
