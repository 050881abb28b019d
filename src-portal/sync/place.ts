import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import type { Grant } from './staff-grants.ts'

/** Where a school is in its order of events, and what one of its people may hold now. */
export type Place = {
  readonly epoch: string
  readonly seq: number
  readonly oldestSeq: number
  readonly privateKey: string
  readonly grants: readonly Grant[]
}

type Stored = {
  readonly epoch: string
  readonly seq: number
  readonly oldest_seq: number
  readonly private_key: string
  readonly grants: readonly (readonly [scope: string, version: number])[]
}

/** In one question, since every desk asks it every minute. */
export async function readPlace(tx: SchoolTx, staffId: string): Promise<Place | undefined> {
  const [found] = await rowsOf<Stored>(
    tx,
    sql`SELECT epoch, seq, oldest_seq, private_key, (
          SELECT coalesce(jsonb_agg(jsonb_build_array(scope, from_seq) ORDER BY scope), '[]')
          FROM scope_grants WHERE staff_id = ${staffId} AND until_seq IS NULL) AS grants
        FROM sync_clocks`,
  )
  return (
    found && {
      epoch: found.epoch,
      seq: Number(found.seq),
      oldestSeq: Number(found.oldest_seq),
      privateKey: found.private_key,
      grants: found.grants.map(([scope, version]) => ({ scope, version })),
    }
  )
}
