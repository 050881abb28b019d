import { sql } from 'drizzle-orm'
import type { FieldValue } from '#shared/sync/sync-protocol.ts'
import type { Timestamp } from '#shared/sync/timestamp.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type HubRow, rowKey } from './hub-row.ts'
import type { RowSeal } from './row-seal.ts'

export type RowAddress = { readonly tbl: string; readonly id: string }

type StoredRow = {
  readonly tbl: string
  readonly id: string
  readonly fields: Record<string, FieldValue>
  readonly born: Timestamp
  readonly stamps: Record<string, Timestamp>
  readonly gone: Timestamp | null
  readonly seq: number
  readonly device_id: string | null
  readonly before_seq: number
  readonly scopes: readonly string[]
  readonly level: number
}

/** The rows at these addresses, locked until the transaction ends. Unknown addresses are absent. */
export async function loadRows(
  tx: SchoolTx,
  addresses: readonly RowAddress[],
  seal: RowSeal,
): Promise<Map<string, HubRow>> {
  const wanted = JSON.stringify([...new Set(addresses.map(({ tbl, id }) => `${tbl} ${id}`))])
  const stored = await rowsOf<StoredRow>(
    tx,
    sql`SELECT r.tbl, r.id, r.fields, r.born, r.stamps, r.gone, r.seq, r.device_id, r.before_seq, r.scopes, r.level
        FROM jsonb_array_elements_text(${wanted}::jsonb) AS wanted (address)
        JOIN sync_rows r ON r.tbl = split_part(address, ' ', 1)
          AND r.id = substr(address, strpos(address, ' ') + 1)`,
  )
  return new Map(stored.map((row) => [rowKey(row.tbl, row.id), asHubRow(row, seal)]))
}

function asHubRow(row: StoredRow, seal: RowSeal): HubRow {
  const { device_id, before_seq, seq, ...rest } = row
  return {
    ...rest,
    fields: { ...seal.open(row.tbl, row.id, row.fields) },
    seq: Number(seq),
    deviceId: device_id,
    beforeSeq: Number(before_seq),
    isNew: false,
    isChanged: false,
  }
}

type By = { readonly seq: number; readonly deviceId: string | null }

/** Stores the rows that changed, at one place in the portal's order. Scopes are seen to afterwards. */
export async function storeRows(
  tx: SchoolTx,
  schoolId: string,
  rows: readonly HubRow[],
  { seq, deviceId }: By,
  seal: RowSeal,
) {
  const changed = rows.filter(({ isChanged }) => isChanged)
  if (changed.length === 0) return
  const records = changed.map((row) => ({
    tbl: row.tbl,
    id: row.id,
    fields: seal.close(row.tbl, row.id, row.fields),
    born: row.born,
    stamps: row.stamps,
    gone: row.gone,
    before_seq: row.deviceId !== null && row.deviceId === deviceId ? row.beforeSeq : row.seq,
  }))
  await tx.execute(
    sql`INSERT INTO sync_rows (school_id, tbl, id, fields, born, stamps, gone, seq, device_id, before_seq, scopes)
        SELECT ${schoolId}::uuid, r.tbl, r.id, r.fields, r.born, r.stamps, r.gone, ${seq}, ${deviceId}::uuid, r.before_seq, '{}'
        FROM jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          AS r (tbl text, id text, fields jsonb, born text, stamps jsonb, gone text, before_seq bigint)
        ON CONFLICT (school_id, tbl, id) DO UPDATE SET
          fields = excluded.fields, born = excluded.born, stamps = excluded.stamps, gone = excluded.gone,
          seq = excluded.seq, device_id = excluded.device_id, before_seq = excluded.before_seq`,
  )
}
