import { sql } from 'drizzle-orm'
import { guardianPasswordTrouble } from '#shared/accounts/guardian-password.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { rowsOf } from '../../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../../platform/portal-parts.ts'
import { isWithinLimits } from '../../platform/rate-limits.ts'
import type { School } from '../../platform/schools.ts'
import type { Session } from '../../platform/sessions.ts'
import { queueAccountMail } from '../account-mails.ts'
import { makeAccountToken, splitToken, takeAccountToken } from '../account-tokens.ts'
import { EmailAddress, findByEmail, findById, noteEvent, readSettings } from '../accounts.ts'
import { tellLater } from '../office/tell-of-account.ts'
import { isShort, type RegisterRefusal } from '../registration.ts'
import { keepPassword } from './forgotten.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { accountLimit } from './sign-in.ts'
import { takeSmsCode } from './sms-codes.ts'
import { takeTotp, turnOffSecondFactor, turnOnSecondFactor } from './totp.ts'

export type MyRefusal =
  | RegisterRefusal
  | 'password.not-yours'
  | 'second.wrong'
  | 'second.password-too-short'
  | 'sign-in.busy'
  | 'token.wrong'

type Who = { readonly session: Session; readonly school: School }

/** The account of who is signed in, once the password was given again. */
async function proven(parts: PortalParts, { session }: Who, password: string) {
  const limits = accountLimit('password again', session.accountId, 10)
  if (!(await isWithinLimits(parts, limits))) return refuse('sign-in.busy')
  const account = await parts.database.inSchool(session.schoolId, (tx) =>
    findById(tx, session.accountId),
  )
  const isRight = await isPassword(password, account?.passwordHash ?? null)
  return account && isRight ? ok(account) : refuse('password.not-yours')
}

export async function changePassword(
  parts: PortalParts,
  who: Who,
  { current, wanted }: { readonly current: string; readonly wanted: string },
): Promise<Result<null, MyRefusal>> {
  const proof = await proven(parts, who, current)
  if (!proof.ok) return proof
  const account = proof.value
  const { session, school } = who
  const rules = await parts.database.inSchool(school.id, readSettings)
  const hasSecondFactor = account.secondFactor !== null
  const names = [school.name, account.email]
  const trouble = guardianPasswordTrouble(wanted, { ...rules, hasSecondFactor, names })
  if (trouble) return refuse(trouble)
  const passwordHash = await hashPassword(wanted)
  return parts.database.inSchool(school.id, async (tx) => {
    const kept = { account, passwordHash, isShort: isShort(wanted), except: session.id }
    await keepPassword(tx, parts, kept)
    const { id: accountId, email: to, language } = account
    await queueAccountMail(tx, parts, {
      school,
      accountId,
      to,
      language,
      template: 'password-changed',
      link: null,
    })
    return ok(null)
  })
}

/** Asks for another address: nothing changes until the link in a mail to that address is followed. */
export async function askNewAddress(
  parts: PortalParts,
  who: Who,
  { password, email: typedEmail }: { readonly password: string; readonly email: string },
): Promise<Result<{ readonly email: string }, MyRefusal>> {
  const email = EmailAddress.safeParse(typedEmail)
  if (!email.success) return refuse('email.wrong')
  const proof = await proven(parts, who, password)
  if (!proof.ok) return proof
  const { id: accountId, language } = proof.value
  const { school } = who
  return parts.database.inSchool(school.id, async (tx) => {
    const wanted = { schoolId: school.id, accountId, purpose: 'new-address' } as const
    const token = await makeAccountToken(tx, parts, { ...wanted, payload: email.data })
    const link = `${parts.publicUrl}/confirm-address?token=${token}`
    // Whether somebody has this address already is told at the link, to its owner alone.
    await queueAccountMail(tx, parts, {
      school,
      accountId,
      to: email.data,
      language,
      template: 'new-address',
      link,
    })
    return ok({ email: email.data })
  })
}

/** The click in the mail to the new address; the old one is told, in case it was somebody else. */
export async function confirmAddress(
  parts: PortalParts,
  text: string,
): Promise<Result<null, 'token.wrong' | 'email.shared'>> {
  const split = splitToken(text)
  if (!split) return refuse('token.wrong')
  const { schoolId, token } = split
  const answer = await parts.database.inSchool(schoolId, async (tx) => {
    const found = await takeAccountToken(tx, parts, token, 'new-address')
    const account = found && (await findById(tx, found.accountId))
    const [school] = await rowsOf<{ name: string }>(tx, sql`SELECT name FROM schools`)
    if (account?.state !== 'active' || !found?.payload || !school) return refuse('token.wrong')
    const other = await findByEmail(tx, found.payload)
    if (other && other.id !== account.id) return refuse('email.shared')
    const at = parts.now()
    await tx.execute(
      sql`UPDATE accounts SET email = ${found.payload}, email_verified_at = ${isoOf(at)}::timestamptz
          WHERE account_id = ${account.id}::uuid`,
    )
    const { id: accountId, email: to, language } = account
    await noteEvent(tx, { schoolId, accountId, event: 'address-changed', at })
    const told = { school: { id: schoolId, name: school.name }, accountId, to, language }
    await queueAccountMail(tx, parts, { ...told, template: 'address-changed', link: null })
    return ok(account.guardianId)
  })
  if (!answer.ok) return answer
  await tellLater(parts, schoolId, answer.value)
  return ok(null)
}

/** Turns the second factor on with a code that shows it works; answers the codes for on paper. */
export async function confirmSecondFactor(
  parts: PortalParts,
  who: Who,
  { factor, typed }: { readonly factor: 'totp' | 'sms'; readonly typed: string },
): Promise<Result<readonly string[], MyRefusal>> {
  const { session, school } = who
  const limits = accountLimit('second factor', session.accountId, 8)
  if (!(await isWithinLimits(parts, limits))) return refuse('sign-in.busy')
  return parts.database.inSchool(school.id, async (tx) => {
    const account = await findById(tx, session.accountId)
    const take = factor === 'sms' ? takeSmsCode : takeTotp
    if (!account || account.secondFactor) return refuse('second.wrong')
    if (!(await take(tx, parts, account, typed))) return refuse('second.wrong')
    const codes = await turnOnSecondFactor(tx, parts, account, factor)
    const { id: accountId, email: to, language } = account
    const told = { school, accountId, to, language, link: null }
    await queueAccountMail(tx, parts, { ...told, template: 'second-factor-changed' })
    return ok(codes)
  })
}

export async function removeSecondFactor(
  parts: PortalParts,
  who: Who,
  password: string,
): Promise<Result<null, MyRefusal>> {
  const proof = await proven(parts, who, password)
  if (!proof.ok) return proof
  const account = proof.value
  // Eight signs are enough beside a telephone, and too few alone.
  if (account.hasShortPassword) return refuse('second.password-too-short')
  const { school } = who
  return parts.database.inSchool(school.id, async (tx) => {
    await turnOffSecondFactor(tx, parts, account)
    const { id: accountId, email: to, language } = account
    const told = { school, accountId, to, language, link: null }
    await queueAccountMail(tx, parts, { ...told, template: 'second-factor-changed' })
    return ok(null)
  })
}
