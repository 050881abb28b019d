import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { isoOf, type PortalParts } from '../../platform/portal-parts.ts'
import { isWithinLimits } from '../../platform/rate-limits.ts'
import { endSession, openSession, type Session } from '../../platform/sessions.ts'
import { findById, noteEvent } from '../accounts.ts'
import { tellLater } from '../office/tell-of-account.ts'
import { accountLimit } from './sign-in.ts'
import { takeSmsCode } from './sms-codes.ts'
import { takeRecoveryCode, takeTotp } from './totp.ts'

/** The second factor of a half session: a code of the telephone, or one from paper. */
export async function giveSecondFactor(
  parts: PortalParts,
  session: Session,
  { typed, device }: { readonly typed: string; readonly device: string },
): Promise<Result<{ readonly cookie: string }, 'second.wrong' | 'sign-in.busy'>> {
  const { schoolId, accountId } = session
  const limits = accountLimit('second factor', accountId, 8)
  if (!(await isWithinLimits(parts, limits))) return refuse('sign-in.busy')
  const answer = await parts.database.inSchool(schoolId, async (tx) => {
    const account = await findById(tx, accountId)
    if (!account) return refuse('second.wrong')
    const takeCode = account.secondFactor === 'sms' ? takeSmsCode : takeTotp
    const isRight =
      (await takeCode(tx, parts, account, typed)) ||
      (await takeRecoveryCode(tx, parts, account, typed))
    if (!isRight) return refuse('second.wrong')
    const at = parts.now()
    // A new cookie: whoever saw the half one has nothing.
    await endSession(tx, accountId, session.id)
    const cookie = await openSession(tx, at, { schoolId, accountId, isHalf: false, device })
    await tx.execute(
      sql`UPDATE accounts SET signed_in_at = ${isoOf(at)}::timestamptz WHERE account_id = ${accountId}::uuid`,
    )
    await noteEvent(tx, { schoolId, accountId, event: 'signed-in', at })
    return ok({ cookie, guardianId: account.guardianId })
  })
  if (!answer.ok) return answer
  await tellLater(parts, schoolId, answer.value.guardianId)
  return ok({ cookie: answer.value.cookie })
}
