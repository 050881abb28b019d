import { sql } from 'drizzle-orm'
import { day, hour, isoOf, type PortalParts } from '../platform/portal-parts.ts'

const unusedFor = 400 * day
const waitsFor = 3 * day
const mailsKeptFor = 90 * day

/** Throws away what is over, and switches off accounts that nobody used for more than a year. */
export async function tidyAccounts({ database, now }: PortalParts) {
  const at = isoOf(now())
  await database.acrossSchools(async (tx) => {
    await tx.execute(sql`DELETE FROM rate_limits WHERE ends_at <= ${at}::timestamptz`)
    await tx.execute(sql`DELETE FROM guardian_sessions WHERE ends_at <= ${at}::timestamptz`)
    await tx.execute(sql`DELETE FROM account_tokens WHERE ends_at <= ${at}::timestamptz`)
    await tx.execute(
      sql`DELETE FROM accounts WHERE state = 'waiting' AND made_at <= ${isoOf(now() - waitsFor)}::timestamptz`,
    )
    await tx.execute(
      sql`DELETE FROM mails WHERE state <> 'waiting' AND made_at <= ${isoOf(now() - mailsKeptFor)}::timestamptz`,
    )
    await tx.execute(
      sql`UPDATE accounts SET state = 'locked', locked_by = 'inactivity'
          WHERE state = 'active' AND coalesce(signed_in_at, email_verified_at) <= ${isoOf(now() - unusedFor)}::timestamptz`,
    )
  })
}

/** Once an hour, until it is stopped. */
export function startTidying(parts: PortalParts) {
  const timer = setInterval(() => void tidyAccounts(parts).catch(() => {}), hour)
  timer.unref()
  return () => clearInterval(timer)
}
