import { sql } from 'drizzle-orm'
import { leaseText } from '#shared/sync/orders.ts'
import { schemaWindow } from '#shared/sync/schema-window.ts'
import { type Hello, protocolVersion } from '#shared/sync/sync-protocol.ts'
import { rowsOf } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { HubParts } from './hub-parts.ts'
import { readPlace } from './place.ts'
import { signText } from './signing.ts'

const day = 86_400_000
const leaseDays = 14

/** Greets a desk; `waiting` is how many operations it has not sent yet, null when it did not say. */
export async function hello(
  { database, now }: Pick<HubParts, 'database' | 'now'>,
  device: Device,
  waiting: number | null,
): Promise<Hello> {
  return database.inSchool(device.schoolId, async (tx) => {
    const place = await readPlace(tx, device.staffId)
    const [seen] = await rowsOf<{ name: string; last: number }>(
      tx,
      sql`UPDATE devices SET last_seen_at = ${new Date(now()).toISOString()}::timestamptz,
            waiting = coalesce(${waiting}::integer, waiting)
          WHERE device_id = ${device.id}::uuid
          RETURNING last_batch AS last, (SELECT name FROM schools) AS name`,
    )
    // Who is blocked and may still send gets no more time for it, and learns nothing.
    const until = device.isCollecting ? now() : now() + leaseDays * day
    return {
      serverTime: now(),
      schoolId: device.schoolId,
      schoolName: seen?.name ?? '',
      epoch: place?.epoch ?? '',
      seq: place?.seq ?? 0,
      protocol: { min: protocolVersion, max: protocolVersion },
      schema: schemaWindow,
      leaseDays,
      lease: { until, signature: signText(leaseText(device.id, until), place?.privateKey ?? '') },
      lastBatch: Number(seen?.last ?? 0),
      scopes: device.isCollecting ? [] : [...(place?.grants ?? [])],
      oldestSeq: place?.oldestSeq ?? 0,
    }
  })
}
