import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { type ChangedRow, isoOf, type PortalParts } from '../../platform/portal-parts.ts'
import { endSessions } from '../../platform/sessions.ts'
import { type Account, findByGuardian, noteEvent } from '../accounts.ts'
import { tellOfAccount } from './tell-of-account.ts'

/** The office switched accounts off or on again. One that waits for its mail is neither. */
export async function followLocks(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  await parts.writeRows(tx, schoolId, async (rows) => {
    for (const { id, fields, gone } of changed) {
      const account = await findByGuardian(tx, id)
      if (!account || gone !== null) continue
      const isLocked = fields.isLocked === 1
      const isAsWished = isLocked
        ? account.state !== 'active' && account.lockedBy !== 'inactivity'
        : account.state !== 'locked' || !(await isNewer(tx, account, fields.unlockedAt))
      if (isAsWished) continue
      await setLock(tx, parts, account, isLocked)
      await tellOfAccount(tx, rows, id)
    }
  })
}

/** An account that nobody used for long is switched on by a wish that came after it was switched off. */
async function isNewer(tx: SchoolTx, { id, lockedBy }: Account, unlockedAt: unknown) {
  if (lockedBy === 'office') return true
  const [account] = await rowsOf<{ locked_at: unknown }>(
    tx,
    sql`SELECT locked_at FROM accounts WHERE account_id = ${id}::uuid`,
  )
  if (typeof unlockedAt !== 'string') return false
  return !account?.locked_at || Date.parse(unlockedAt) > Date.parse(String(account.locked_at))
}

async function setLock(
  tx: SchoolTx,
  { now }: PortalParts,
  { id, schoolId }: Account,
  isLocked: boolean,
) {
  // Switched on again it counts as used: otherwise the next night would switch it off once more.
  await tx.execute(
    isLocked
      ? sql`UPDATE accounts SET state = 'locked', locked_by = 'office', locked_at = ${isoOf(now())}::timestamptz
            WHERE account_id = ${id}::uuid`
      : sql`UPDATE accounts SET state = 'active', locked_by = NULL, locked_at = NULL,
              signed_in_at = CASE WHEN locked_by = 'inactivity' THEN ${isoOf(now())}::timestamptz ELSE signed_in_at END
            WHERE account_id = ${id}::uuid`,
  )
  if (isLocked) await endSessions(tx, id, null)
  await noteEvent(tx, {
    schoolId,
    accountId: id,
    event: isLocked ? 'locked' : 'unlocked',
    at: now(),
  })
}
