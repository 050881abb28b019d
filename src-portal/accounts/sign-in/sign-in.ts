import { sql } from 'drizzle-orm'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { hour, isoOf, minute, type PortalParts } from '../../platform/portal-parts.ts'
import { forgetTries, isWithinLimits, type Limit } from '../../platform/rate-limits.ts'
import type { School } from '../../platform/schools.ts'
import { openSession } from '../../platform/sessions.ts'
import { type Account, EmailAddress, findByEmail, noteEvent } from '../accounts.ts'
import { tellLater } from '../office/tell-of-account.ts'
import { isPassword } from './passwords.ts'

export type SignInRefusal =
  | 'sign-in.wrong'
  | 'sign-in.busy'
  /** These are told to nobody but who knows the password. */
  | 'sign-in.waiting'
  | 'sign-in.locked-by-office'
  | 'sign-in.locked-by-inactivity'

type Attempt = {
  readonly email: string
  readonly password: string
  /** Address of the net; counted, never kept. */
  readonly ip: string
  readonly device: string
}

export type SignedIn = { readonly cookie: string; readonly secondFactor: Account['secondFactor'] }

/**
 * E-mail and password. Whether the address is known shows neither in the answer nor in its time, and
 * tries are counted for unknown addresses too.
 */
export async function signIn(
  parts: PortalParts,
  school: School,
  { email: typedEmail, password, ip, device }: Attempt,
): Promise<Result<SignedIn, SignInRefusal>> {
  const email = EmailAddress.safeParse(typedEmail).data ?? typedEmail.slice(0, 200)
  const limits = limitsOf(school.id, email, ip)
  if (!(await isWithinLimits(parts, limits))) return refuse('sign-in.busy')
  const account = await parts.database.inSchool(school.id, (tx) => findByEmail(tx, email))
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  if (!account || !isRight) return refuse('sign-in.wrong')
  if (account.state === 'waiting') return refuse('sign-in.waiting')
  if (account.state === 'locked') {
    return refuse(
      account.lockedBy === 'inactivity'
        ? 'sign-in.locked-by-inactivity'
        : 'sign-in.locked-by-office',
    )
  }
  await forgetTries(parts, limits.slice(0, 1))
  const entered = await letIn(parts, account, device)
  if (entered.secondFactor === null) await tellLater(parts, school.id, account.guardianId)
  return ok(entered)
}

/** The account's own count first: a success wipes that one alone. */
const limitsOf = (schoolId: string, email: string, ip: string): readonly Limit[] => [
  { what: 'sign-in', who: `${schoolId} ${email}`, most: 10, millis: hour },
  { what: 'sign-in from', who: ip, most: 200, millis: hour },
]

async function letIn(parts: PortalParts, account: Account, device: string): Promise<SignedIn> {
  const { id: accountId, schoolId, secondFactor } = account
  const at = parts.now()
  return parts.database.inSchool(schoolId, async (tx) => {
    const isHalf = secondFactor !== null
    const cookie = await openSession(tx, at, { schoolId, accountId, isHalf, device })
    if (!isHalf) {
      await tx.execute(
        sql`UPDATE accounts SET signed_in_at = ${isoOf(at)}::timestamptz WHERE account_id = ${accountId}::uuid`,
      )
      await noteEvent(tx, { schoolId, accountId, event: 'signed-in', at })
    }
    return { cookie, secondFactor }
  })
}

/** For forms that anybody may send: forgotten password, registration, access request. */
export const formLimits = (what: string, ip: string, most: number): readonly Limit[] => [
  { what, who: ip, most, millis: hour },
]

/** For what one account asks for: codes by SMS, six digits. */
export const accountLimit = (what: string, accountId: string, most: number): readonly Limit[] => [
  { what, who: accountId, most, millis: 15 * minute },
]
