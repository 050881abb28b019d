import { sql } from 'drizzle-orm'
import { bucketOf, bucketSums } from '#shared/sync/row-sums.ts'
import { type PullLine, protocolLimits, type VerifyRequest } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { HubParts } from './hub-parts.ts'
import { readPlace } from './place.ts'
import { headLine, rowLine } from './pull.ts'
import { placesOf } from './scope-sums.ts'
import { viewOf } from './show-row.ts'

type VerifyResult =
  | { readonly ok: true; readonly lines: readonly PullLine[] }
  /** `moved`: the school went on, and nothing is known; `much`: a whole load is quicker. */
  | { readonly ok: false; readonly refusal: 'epoch' | 'not-held' | 'moved' | 'much' }

/** The rows of a scope in those heaps that a desk has otherwise (sync.md 3.13). */
export async function verify(
  { database, seal, now }: HubParts,
  device: Device,
  { epoch, cursor, schema, scope, buckets }: VerifyRequest,
): Promise<VerifyResult> {
  return database.inSchool(device.schoolId, async (tx) => {
    const place = await readPlace(tx, device.staffId)
    if (!place || place.epoch !== epoch) return { ok: false, refusal: 'epoch' }
    if (place.seq !== cursor) return { ok: false, refusal: 'moved' }
    const view = viewOf(place.grants)
    if (!view.scopes.has(scope)) return { ok: false, refusal: 'not-held' }
    const places = await placesOf(tx, scope, schema)
    const own = bucketSums(places)
    const differing = own.flatMap((sum, bucket) => (sum === buckets[bucket] ? [] : [bucket]))
    const isDiffering = new Set(differing)
    const wanted = places.filter(({ table, id }) => isDiffering.has(bucketOf(table, id)))
    if (wanted.length > protocolLimits.pageRows) return { ok: false, refusal: 'much' }
    const rows = (await readRows(tx, wanted)).map((row) => {
      const fields = seal.open(row.tbl, row.id, row.fields)
      return rowLine({ ...row, fields }, view, schema)
    })
    const at = { clock: place, to: place.seq, serverTime: now(), hasRows: true }
    const lines: PullLine[] = [
      headLine({ schema, cursor }, at),
      { k: 'differs', b: differing },
      ...rows.filter((line) => line !== null),
      { k: 'end', cursor, sums: {} },
    ]
    return { ok: true, lines }
  })
}

type Stored = Parameters<typeof rowLine>[0]

const readRows = (
  tx: SchoolTx,
  wanted: readonly { readonly table: string; readonly id: string }[],
) =>
  rowsOf<Stored>(
    tx,
    sql`SELECT r.tbl, r.id, r.fields, r.born, r.stamps, r.gone, r.seq, r.scopes, r.level
        FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w ("table" text, id text)
        JOIN sync_rows r ON r.tbl = w."table" AND r.id = w.id`,
  )
