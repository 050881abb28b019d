import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import {
  type GuardianPasswordTrouble,
  guardianPasswordTrouble,
  shortestAlone,
} from '#shared/accounts/guardian-password.ts'
import type { Language } from '#shared/platform/language.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { mayOpenPortal } from '../children/children-table.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { dayOf, isoOf, type PortalParts, type SchoolRows } from '../platform/portal-parts.ts'
import type { School } from '../platform/schools.ts'
import { queueAccountMail } from './account-mails.ts'
import { makeAccountToken, splitToken, takeAccountToken } from './account-tokens.ts'
import {
  type Account,
  EmailAddress,
  findByEmail,
  findByGuardian,
  findById,
  noteEvent,
  readSettings,
} from './accounts.ts'
import { type FoundCode, findCode, findCodeById, spendCode } from './codes/link-codes.ts'
import { tellOfAccount } from './office/tell-of-account.ts'
import { hashPassword } from './sign-in/passwords.ts'

export type RegisterRefusal =
  | GuardianPasswordTrouble
  | 'email.wrong'
  | 'email.shared'
  | 'code.wrong'
  | 'account.exists'

type Registration = {
  readonly email: string
  readonly password: string
  readonly code: string
  readonly language: Language
}

/**
 * An account with e-mail, password and the code of a letter. It waits until the link in the mail is
 * followed; the code is used then, so that a wrong address can be put right with the same letter.
 */
export async function register(
  parts: PortalParts,
  school: School,
  { email: typedEmail, password, code: typedCode, language }: Registration,
): Promise<Result<{ readonly email: string }, RegisterRefusal>> {
  const email = EmailAddress.safeParse(typedEmail)
  if (!email.success) return refuse('email.wrong')
  const rules = await parts.database.inSchool(school.id, readSettings)
  const names = [school.name, email.data]
  const trouble = guardianPasswordTrouble(password, { ...rules, hasSecondFactor: false, names })
  if (trouble) return refuse(trouble)
  // Before anything is looked up: hashing takes the same time for a wrong code.
  const passwordHash = await hashPassword(password)
  return inTurn(parts, school.id, async (tx, rows) => {
    const code = await usableCode(tx, parts, school.id, typedCode)
    if (!code) return refuse('code.wrong')
    const own = await findByGuardian(tx, code.guardianId)
    if (own && own.state !== 'waiting') return refuse('account.exists')
    const other = await findByEmail(tx, email.data)
    if (other && other.guardianId !== code.guardianId) return refuse('email.shared')
    const account = { email: email.data, passwordHash, language, code }
    await keepWaiting(tx, parts, school, account)
    await tellOfAccount(tx, rows, code.guardianId)
    return ok({ email: email.data })
  })
}

type Work<Answer> = (tx: SchoolTx, rows: SchoolRows) => Promise<Answer>

/** The turn of who writes comes before the lock of a code: a desk that sends takes them so too. */
const inTurn = <Answer>(parts: PortalParts, schoolId: string, work: Work<Answer>) =>
  parts.database.inSchool(schoolId, (tx) => parts.writeRows(tx, schoolId, (rows) => work(tx, rows)))

async function usableCode(tx: SchoolTx, parts: PortalParts, schoolId: string, typed: string) {
  const code = await findCode(tx, parts, schoolId, typed)
  const today = dayOf(parts.now())
  return code && (await mayOpenPortal(tx, code.guardianId, code.linkId, today)) ? code : null
}

type Waiting = {
  readonly email: string
  readonly passwordHash: string
  readonly language: Language
  readonly code: FoundCode
}

/** Asking again with the same letter replaces what waited: an address may have been mistyped. */
async function keepWaiting(tx: SchoolTx, parts: PortalParts, school: School, wanted: Waiting) {
  const { email, passwordHash, language, code } = wanted
  await tx.execute(
    sql`DELETE FROM accounts WHERE guardian_id = ${code.guardianId} AND state = 'waiting'`,
  )
  const id = randomUUID()
  const at = parts.now()
  await tx.execute(
    sql`INSERT INTO accounts
          (school_id, account_id, guardian_id, email, password_hash, state, language, code_id, made_at)
        VALUES (${school.id}::uuid, ${id}::uuid, ${code.guardianId}, ${email}, ${passwordHash}, 'waiting',
          ${language}, ${code.id}::uuid, ${isoOf(at)}::timestamptz)`,
  )
  await noteEvent(tx, { schoolId: school.id, accountId: id, event: 'asked', at })
  await sendActivation(tx, parts, school, { id, email, language })
}

export async function sendActivation(
  tx: SchoolTx,
  parts: PortalParts,
  school: Pick<School, 'id' | 'name'>,
  { id, email, language }: Pick<Account, 'id' | 'email' | 'language'>,
  template: 'activate' | 'remind' = 'activate',
) {
  const wanted = { schoolId: school.id, accountId: id, purpose: 'activate' } as const
  const token = await makeAccountToken(tx, parts, wanted)
  await queueAccountMail(tx, parts, {
    school,
    accountId: id,
    to: email,
    language,
    template,
    link: `${parts.publicUrl}/activate?token=${token}`,
  })
}

/** The click in the mail: the address is the guardian's own, and the child of the letter is linked. */
export async function activate(
  parts: PortalParts,
  text: string,
): Promise<Result<null, 'token.wrong' | 'code.wrong'>> {
  const split = splitToken(text)
  if (!split) return refuse('token.wrong')
  const { schoolId, token } = split
  return inTurn(parts, schoolId, async (tx, rows) => {
    const found = await takeAccountToken(tx, parts, token, 'activate')
    const account = found && (await findById(tx, found.accountId))
    if (account?.state !== 'waiting' || !account.codeId) return refuse('token.wrong')
    const code = await findCodeById(tx, account.codeId)
    if (!code) return refuse('code.wrong')
    const at = parts.now()
    await tx.execute(
      sql`UPDATE accounts SET state = 'active', code_id = NULL, email_verified_at = ${isoOf(at)}::timestamptz
          WHERE account_id = ${account.id}::uuid`,
    )
    await spendCode(tx, parts, { schoolId, accountId: account.id, code, rows })
    await noteEvent(tx, { schoolId, accountId: account.id, event: 'activated', at })
    await tellOfAccount(tx, rows, account.guardianId)
    return ok(null)
  })
}

type Adding = {
  readonly schoolId: string
  readonly accountId: string
  readonly guardianId: string
  readonly code: string
}

/** Another child, with the code of its own letter. A code of somebody else's letter does not count. */
export async function addChild(
  parts: PortalParts,
  { schoolId, accountId, guardianId, code: typedCode }: Adding,
): Promise<Result<null, 'code.wrong' | 'code.other-person'>> {
  return inTurn(parts, schoolId, async (tx, rows) => {
    const code = await usableCode(tx, parts, schoolId, typedCode)
    if (!code) return refuse('code.wrong')
    if (code.guardianId !== guardianId) return refuse('code.other-person')
    await spendCode(tx, parts, { schoolId, accountId, code, rows })
    await noteEvent(tx, { schoolId, accountId, event: 'child-added', at: parts.now() })
    return ok(null)
  })
}

/** Whether a password is one that only a second factor allows. */
export const isShort = (password: string) => [...password].length < shortestAlone
