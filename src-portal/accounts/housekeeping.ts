import { sql } from 'drizzle-orm'
import { rowsOf } from '../platform/portal-database.ts'
import { day, hour, isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { tellLater } from './office/tell-of-account.ts'

const unusedFor = 400 * day
const waitsFor = 3 * day
const mailsKeptFor = 90 * day
const decidedKeptFor = 30 * day

/** Throws away what is over, and switches off accounts that nobody used for more than a year. */
export async function tidyAccounts(parts: PortalParts) {
  const { database, now } = parts
  const at = isoOf(now())
  const touched = await database.acrossSchools(async (tx) => {
    await tx.execute(sql`DELETE FROM rate_limits WHERE ends_at <= ${at}::timestamptz`)
    await tx.execute(sql`DELETE FROM guardian_sessions WHERE ends_at <= ${at}::timestamptz`)
    await tx.execute(sql`DELETE FROM account_tokens WHERE ends_at <= ${at}::timestamptz`)
    const over = await rowsOf<Touched>(
      tx,
      sql`DELETE FROM accounts WHERE state = 'waiting' AND made_at <= ${isoOf(now() - waitsFor)}::timestamptz
          RETURNING school_id, guardian_id`,
    )
    await tx.execute(
      sql`DELETE FROM mails WHERE state <> 'waiting' AND made_at <= ${isoOf(now() - mailsKeptFor)}::timestamptz`,
    )
    const asleep = await rowsOf<Touched>(
      tx,
      sql`UPDATE accounts SET state = 'locked', locked_by = 'inactivity', locked_at = ${at}::timestamptz
          WHERE state = 'active' AND coalesce(signed_in_at, email_verified_at) <= ${isoOf(now() - unusedFor)}::timestamptz
          RETURNING school_id, guardian_id`,
    )
    return [...over, ...asleep]
  })
  await forgetDecided(parts)
  for (const { school_id, guardian_id } of touched) await tellLater(parts, school_id, guardian_id)
}

/** What somebody asked is of no use a month after the decision; only the office's history has it still. */
async function forgetDecided({ database, writeRows, now }: PortalParts) {
  const found = await database.acrossSchools((tx) =>
    rowsOf<{ school_id: string; id: string }>(
      tx,
      sql`SELECT school_id, id FROM sync_rows WHERE tbl = 'accessRequests' AND gone IS NULL`,
    ),
  )
  for (const { school_id, id } of found) {
    await database.inSchool(school_id, (tx) =>
      writeRows(tx, school_id, async (rows) => {
        const { decidedAt } = (await rows.find('accessRequests', id)) ?? {}
        const isOld = decidedAt && Date.parse(String(decidedAt)) < now() - decidedKeptFor
        if (isOld) await rows.remove('accessRequests', id)
      }),
    )
  }
}

type Touched = { school_id: string; guardian_id: string }

/** Once an hour, until it is stopped. */
export function startTidying(
  parts: PortalParts,
  onTrouble: (what: string, error: unknown) => void,
) {
  const tidy = () => tidyAccounts(parts).catch((error: unknown) => onTrouble('tidying', error))
  const timer = setInterval(() => void tidy(), hour)
  timer.unref()
  return () => clearInterval(timer)
}
