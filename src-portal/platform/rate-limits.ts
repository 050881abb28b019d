import { sql } from 'drizzle-orm'
import { rowsOf } from './portal-database.ts'
import { isoOf, type PortalParts } from './portal-parts.ts'

export type Limit = {
  /** What is counted, and of whom: `sign-in`, an address of the net, an account. */
  readonly what: string
  readonly who: string
  readonly most: number
  readonly millis: number
}

type Parts = Pick<PortalParts, 'database' | 'secrets' | 'now'>

/**
 * Counts one more try under each limit and tells whether all allow it. The counts are in the
 * database, so that several processes share them; a count past the limit does not last longer.
 */
export async function isWithinLimits(parts: Parts, limits: readonly Limit[]): Promise<boolean> {
  const at = parts.now()
  return parts.database.acrossSchools(async (tx) => {
    let isWithin = true
    // In one order everywhere: two requests that lock two rows crosswise would wait for ever.
    for (const limit of limits.toSorted((a, b) => (keyOf(parts, a) < keyOf(parts, b) ? -1 : 1))) {
      const [counted] = await rowsOf<{ count: number }>(
        tx,
        sql`INSERT INTO rate_limits AS l (key, count, ends_at)
            VALUES (${keyOf(parts, limit)}, 1, ${isoOf(at + limit.millis)}::timestamptz)
            ON CONFLICT (key) DO UPDATE SET
              count = CASE WHEN l.ends_at <= ${isoOf(at)}::timestamptz THEN 1 ELSE l.count + 1 END,
              ends_at = CASE WHEN l.ends_at <= ${isoOf(at)}::timestamptz THEN excluded.ends_at ELSE l.ends_at END
            RETURNING count`,
      )
      if (Number(counted?.count ?? 0) > limit.most) isWithin = false
    }
    return isWithin
  })
}

/** A success wipes what was counted against who succeeded. */
export async function forgetTries(parts: Parts, limits: readonly Limit[]) {
  await parts.database.acrossSchools(async (tx) => {
    for (const limit of limits) {
      await tx.execute(sql`DELETE FROM rate_limits WHERE key = ${keyOf(parts, limit)}`)
    }
  })
}

const keyOf = ({ secrets }: Parts, { what, who }: Limit) =>
  secrets.mark('rate limit', `${what} ${who}`)
