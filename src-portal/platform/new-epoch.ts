import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from './portal-database.ts'

/**
 * To be done once after a database was put back from a copy, before any desk is answered: every desk
 * then gives back what it sent since, and loads anew (sync.md 3.14). Answers how many schools there are.
 */
export async function startNewEpoch(tx: SchoolTx): Promise<number> {
  const schools = await rowsOf(
    tx,
    sql`UPDATE sync_clocks SET epoch = gen_random_uuid() RETURNING school_id`,
  )
  // Sessions of the copy belong to a past that desks have left.
  await tx.execute(sql`DELETE FROM device_sessions`)
  return schools.length
}
