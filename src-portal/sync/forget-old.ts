import { sql } from 'drizzle-orm'
import { rowsOf } from '../platform/portal-database.ts'
import type { HubParts } from './hub-parts.ts'

const day = 86_400_000
/** Longer than the longest lease with its grace (sync.md 3.9): whoever was away so long loads anew. */
const removalsKept = 180 * day
/** A batch from an archive that is older does nothing twice, since its desk must load anew. */
const operationsKept = 400 * day

/**
 * Forgets what was removed and what left a scope long ago, and says from which place in the order on
 * everything is still told: a desk that is behind it must load anew.
 */
export async function forgetOld(
  { database, now }: Pick<HubParts, 'database' | 'now'>,
  schoolId: string,
) {
  return database.inSchool(schoolId, async (tx) => {
    const before = (age: number) => sql`${new Date(now() - age).toISOString()}::timestamptz`
    // Under the lock of the order, so that no pull reads the place while what it needs goes.
    const [clock] = await rowsOf<{ oldest_seq: number }>(
      tx,
      sql`SELECT oldest_seq FROM sync_clocks FOR UPDATE`,
    )
    const [cut] = await rowsOf<{ seq: number | null }>(
      tx,
      sql`SELECT max(seq) AS seq FROM sync_ops WHERE at < ${before(removalsKept)}`,
    )
    const oldest = Number(cut?.seq ?? 0)
    if (oldest > Number(clock?.oldest_seq ?? 0)) {
      await tx.execute(sql`UPDATE sync_clocks SET oldest_seq = ${oldest}`)
      await tx.execute(sql`DELETE FROM sync_rows WHERE gone IS NOT NULL AND seq <= ${oldest}`)
      await tx.execute(sql`DELETE FROM row_exits WHERE seq <= ${oldest}`)
    }
    await tx.execute(sql`DELETE FROM sync_ops WHERE at < ${before(operationsKept)}`)
    await tx.execute(sql`DELETE FROM enrol_codes WHERE ends_at < ${before(day)}`)
    await tx.execute(sql`DELETE FROM device_challenges WHERE ends_at < ${before(day)}`)
    await tx.execute(sql`DELETE FROM device_sessions WHERE ends_at < ${before(day)}`)
  })
}
