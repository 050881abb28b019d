import { sql } from 'drizzle-orm'
import { officeScope } from '#shared/sync/scopes.ts'
import type { SetOperation } from '#shared/sync/sync-protocol.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { LostValue } from './apply-operation.ts'

type Batch = {
  readonly schoolId: string
  /** Null for what the portal wrote itself. */
  readonly deviceId: string | null
  readonly seq: number
  readonly at: string
  readonly operations: readonly SetOperation[]
}

/**
 * Keeps every value that lost its place, with who wrote it and what stands instead. One that was lost
 * because two people did not see each other becomes a notice for the office too.
 */
export async function keepLostValues(tx: SchoolTx, lost: readonly LostValue[], batch: Batch) {
  if (lost.length === 0) return
  const { schoolId, deviceId, seq, at, operations } = batch
  const authors = new Map(operations.map((each) => [each[1], each[9]]))
  const records = JSON.stringify(
    lost.map((each) => ({ ...each, staff: authors.get(each.op) ?? null })),
  )
  await tx.execute(
    sql`INSERT INTO field_history (school_id, seq, op_id, tbl, id, field, value, hlc, by_hlc, staff_id,
          device_id, fate, concurrent, at)
        SELECT ${schoolId}::uuid, ${seq}, l.op, l.tbl, l.id, l.field, l.value, l.hlc, l."byHlc", l.staff,
          ${deviceId}::uuid, l.fate, l.concurrent, ${at}::timestamptz
        FROM jsonb_to_recordset(${records}::jsonb) AS l (op uuid, tbl text, id text, field text,
          value jsonb, hlc text, "byHlc" text, staff text, fate text, concurrent boolean)`,
  )
  await tellOffice(tx, lost, { ...batch, authors })
}

type Notice = Batch & { readonly authors: ReadonlyMap<string, string> }

async function tellOffice(
  tx: SchoolTx,
  lost: readonly LostValue[],
  { schoolId, seq, at, authors, operations }: Notice,
) {
  const values = new Map(operations.map((each) => [each[1], each[6]]))
  const notices = lost
    .filter(({ concurrent, field }) => concurrent && field !== '*')
    .map(({ op, tbl, id, field, value, hlc, byHlc, fate }) => ({
      id: `${op} ${field}`,
      stamp: fate === 'lost' ? byHlc : hlc > byHlc ? hlc : byHlc,
      fields: {
        id: `${op} ${field}`,
        ...{ tbl, rowId: id, field, at },
        lostValue: value === null ? null : JSON.stringify(value),
        // Of a value that was written over, what the writer put there; of a late one, what stood.
        keptValue: fate === 'lost' ? null : JSON.stringify(values.get(op) ?? null),
        lostBy: fate === 'lost' ? (authors.get(op) ?? null) : null,
        keptBy: fate === 'lost' ? null : (authors.get(op) ?? null),
        settledAt: null,
      },
    }))
  if (notices.length === 0) return
  await tx.execute(
    sql`INSERT INTO sync_rows (school_id, tbl, id, fields, born, stamps, seq, scopes)
        SELECT ${schoolId}::uuid, 'syncNotices', n.id, n.fields, n.stamp, '{}', ${seq}, ARRAY[${officeScope}]
        FROM jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) AS n (id text, stamp text, fields jsonb)
        ON CONFLICT DO NOTHING`,
  )
}
