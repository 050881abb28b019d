import { sql } from 'drizzle-orm'
import type { SetOperation } from '#shared/sync/sync-protocol.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { LostValue } from './apply-operation.ts'
import type { Device } from './devices.ts'

type Batch = {
  readonly device: Device
  readonly seq: number
  readonly at: string
  readonly operations: readonly SetOperation[]
}

/** Keeps every value that lost its place, with who wrote it and what stands instead. */
export async function keepLostValues(tx: SchoolTx, lost: readonly LostValue[], batch: Batch) {
  if (lost.length === 0) return
  const { device, seq, at, operations } = batch
  const authors = new Map(operations.map((each) => [each[1], each[9]]))
  const records = lost.map((each) => ({ ...each, staff: authors.get(each.op) ?? null }))
  await tx.execute(
    sql`INSERT INTO field_history (school_id, seq, op_id, tbl, id, field, value, hlc, by_hlc, staff_id,
          device_id, fate, concurrent, at)
        SELECT ${device.schoolId}::uuid, ${seq}, l.op, l.tbl, l.id, l.field, l.value, l.hlc, l."byHlc", l.staff,
          ${device.id}::uuid, l.fate, l.concurrent, ${at}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb) AS l (op uuid, tbl text, id text, field text,
          value jsonb, hlc text, "byHlc" text, staff text, fate text, concurrent boolean)`,
  )
}
