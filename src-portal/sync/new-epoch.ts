import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { type PortalDatabase, rowsOf } from '../platform/portal-database.ts'

/**
 * To be called once after a database was put back from a copy, before any desk is answered: every desk
 * then gives back what it sent since, and loads anew (sync.md 3.14). Answers how many schools there are.
 */
export async function startNewEpoch(database: PortalDatabase): Promise<number> {
  return database.acrossSchools(async (tx) => {
    const schools = await rowsOf<{ school_id: string }>(
      tx,
      sql`SELECT school_id FROM sync_clocks FOR UPDATE`,
    )
    for (const { school_id } of schools) {
      await tx.execute(
        sql`UPDATE sync_clocks SET epoch = ${randomUUID()}::uuid WHERE school_id = ${school_id}::uuid`,
      )
    }
    // Sessions of the copy belong to a past that desks have left.
    await tx.execute(sql`DELETE FROM device_sessions`)
    return schools.length
  })
}
