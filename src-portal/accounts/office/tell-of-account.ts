import { sql } from 'drizzle-orm'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { PortalParts, SchoolRows } from '../../platform/portal-parts.ts'
import { type Account, findByGuardian } from '../accounts.ts'

/** What the office writes itself; there from the beginning, so that the row is whole. */
const officeFields = { isLocked: 0, lockReason: null, lockedAt: null, unlockedAt: null }

/** Tells the office how the account of a guardian stands: one row, whose id is the guardian's. */
export async function tellOfAccount(tx: SchoolTx, rows: SchoolRows, guardianId: string) {
  const account = await findByGuardian(tx, guardianId)
  const known = await rows.find('guardianAccounts', guardianId)
  if (!account && !known) return
  const told = account ? await factsOf(tx, account) : { state: 'none', isConfirmed: 0, email: null }
  await rows.save('guardianAccounts', guardianId, known ? told : { ...officeFields, ...told })
}

type Times = { made_at: string; email_verified_at: string | null; signed_in_at: string | null }

async function factsOf(tx: SchoolTx, { id, state, email, isVerified, lockedBy }: Account) {
  const [times] = await rowsOf<Times>(
    tx,
    sql`SELECT made_at, email_verified_at, signed_in_at FROM accounts WHERE account_id = ${id}::uuid`,
  )
  return {
    state,
    email,
    isConfirmed: isVerified ? 1 : 0,
    askedAt: momentOf(times?.made_at),
    activatedAt: momentOf(times?.email_verified_at),
    // A day is enough to help somebody, and no more than that.
    signedInOn: momentOf(times?.signed_in_at)?.slice(0, 10) ?? null,
    lockedBy,
    mailFailure: await lastMailFailure(tx, id),
  }
}

/** Of the last mail that is settled: one that arrived ends the worry. */
async function lastMailFailure(tx: SchoolTx, accountId: string) {
  const [mail] = await rowsOf<{ state: string; failure: string | null }>(
    tx,
    sql`SELECT state, failure FROM mails WHERE account_id = ${accountId}::uuid AND state <> 'waiting'
        ORDER BY coalesce(sent_at, next_at) DESC LIMIT 1`,
  )
  return mail?.state === 'failed' ? (mail.failure ?? 'unknown') : null
}

const momentOf = (value: unknown) =>
  value === null || value === undefined ? null : new Date(String(value)).toISOString()

/** As above, in a turn of its own: what was done before it is kept, whatever becomes of this. */
export async function tellLater(parts: PortalParts, schoolId: string, guardianId: string) {
  await parts.database.inSchool(schoolId, (tx) =>
    parts.writeRows(tx, schoolId, (rows) => tellOfAccount(tx, rows, guardianId)),
  )
}
