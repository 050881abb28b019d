import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { feedIdOf, feedSecret } from '#shared/calendar/calendar-feed.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { makeToken } from '../platform/secrets.ts'

const Fields = z.object({
  id: z.string(),
  groupIds: z.string().nullable().default(null),
  guardianId: z.string().nullable().default(null),
  accountId: z.string().nullable().default(null),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable().default(null),
})

export type Feed = z.output<typeof Fields>

const sha256 = (text: string) => createHash('sha256').update(text).digest()

/** The feed of an address and its school; null for one that is unknown or withdrawn. */
export async function findFeed({ database }: PortalParts, secret: string) {
  if (!feedSecret.test(secret)) return null
  const id = feedIdOf(sha256(secret))
  const rows = await database.acrossSchools((tx) =>
    rowsOf<{ school_id: string; fields: unknown }>(
      tx,
      sql`SELECT school_id, fields FROM sync_rows
          WHERE tbl = 'calendarFeeds' AND id = ${id} AND gone IS NULL`,
    ),
  )
  const [row] = rows
  const parsed = Fields.safeParse(row?.fields)
  if (!row || !parsed.success || parsed.data.withdrawnAt !== null) return null
  return { schoolId: row.school_id, feed: parsed.data }
}

/** The address of an account that works now. */
export async function feedOfAccount(tx: SchoolTx, accountId: string): Promise<Feed | null> {
  const rows = await rowsOf<{ fields: unknown }>(
    tx,
    sql`SELECT fields FROM sync_rows
        WHERE tbl = 'calendarFeeds' AND gone IS NULL AND fields ->> 'accountId' = ${accountId}`,
  )
  const feeds = rows.flatMap(({ fields }) => {
    const parsed = Fields.safeParse(fields)
    return parsed.success && parsed.data.withdrawnAt === null ? [parsed.data] : []
  })
  return feeds[0] ?? null
}

type Of = { readonly schoolId: string; readonly accountId: string; readonly guardianId: string }

/** A new address for an account; the former one ends. Answers its secret, which nothing keeps. */
export async function makeFeed(parts: PortalParts, of: Of): Promise<string> {
  const { schoolId, accountId, guardianId } = of
  const secret = makeToken()
  const id = feedIdOf(sha256(secret))
  const madeAt = isoOf(parts.now())
  await parts.database.inSchool(schoolId, (tx) =>
    parts.writeRows(tx, schoolId, async (rows) => {
      const former = await feedOfAccount(tx, accountId)
      if (former) await rows.save('calendarFeeds', former.id, { withdrawnAt: madeAt })
      const fields = { name: '', groupIds: null, guardianId, accountId, madeAt, withdrawnAt: null }
      await rows.save('calendarFeeds', id, fields)
    }),
  )
  return secret
}

export async function withdrawFeed(parts: PortalParts, { schoolId, accountId }: Of) {
  const withdrawnAt = isoOf(parts.now())
  await parts.database.inSchool(schoolId, (tx) =>
    parts.writeRows(tx, schoolId, async (rows) => {
      const feed = await feedOfAccount(tx, accountId)
      if (feed) await rows.save('calendarFeeds', feed.id, { withdrawnAt })
    }),
  )
}
