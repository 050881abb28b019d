import { sql } from 'drizzle-orm'
import { guardianPasswordTrouble } from '#shared/accounts/guardian-password.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../../platform/portal-parts.ts'
import type { School } from '../../platform/schools.ts'
import { endSessions } from '../../platform/sessions.ts'
import { queueAccountMail } from '../account-mails.ts'
import { makeAccountToken, splitToken, takeAccountToken } from '../account-tokens.ts'
import {
  type Account,
  EmailAddress,
  findByEmail,
  findById,
  noteEvent,
  readSettings,
} from '../accounts.ts'
import { tellLater } from '../office/tell-of-account.ts'
import { isShort, type RegisterRefusal, sendActivation } from '../registration.ts'
import { hashPassword } from './passwords.ts'

/**
 * Mails whoever asks what helps: a link for a new password, the activation once more, or a link that
 * switches an account on again. An unknown address gets nothing, and the page says the same.
 */
export async function sendHelp(parts: PortalParts, school: School, typedEmail: string) {
  const email = EmailAddress.safeParse(typedEmail)
  await parts.database.inSchool(school.id, async (tx) => {
    const account = await findByEmail(tx, email.data ?? '')
    if (!account) return
    if (account.state === 'waiting') await sendActivation(tx, parts, school, account)
    else if (account.state === 'active') await sendResetLink(tx, parts, school, account)
    else if (account.lockedBy === 'inactivity') await sendReactivation(tx, parts, school, account)
  })
}

export async function sendResetLink(
  tx: SchoolTx,
  parts: PortalParts,
  school: Pick<School, 'id' | 'name'>,
  account: Account,
) {
  const wanted = { schoolId: school.id, accountId: account.id, purpose: 'reset' } as const
  const link = `${parts.publicUrl}/new-password?token=${await makeAccountToken(tx, parts, wanted)}`
  await mail(tx, parts, { school, account, template: 'reset', link })
}

async function sendReactivation(
  tx: SchoolTx,
  parts: PortalParts,
  school: School,
  account: Account,
) {
  const wanted = { schoolId: school.id, accountId: account.id, purpose: 'reactivate' } as const
  const link = `${parts.publicUrl}/reactivate?token=${await makeAccountToken(tx, parts, wanted)}`
  await mail(tx, parts, { school, account, template: 'reactivate', link })
}

type Mail = {
  readonly school: Pick<School, 'id' | 'name'>
  readonly account: Account
  readonly template: 'reset' | 'reactivate' | 'password-changed'
  readonly link: string | null
}

const mail = (tx: SchoolTx, parts: PortalParts, { school, account, template, link }: Mail) =>
  queueAccountMail(tx, parts, {
    school,
    template,
    link,
    accountId: account.id,
    to: account.email,
    language: account.language,
  })

/** A new password through the link of a mail. It ends all sessions: somebody may know the old one. */
export async function setNewPassword(
  parts: PortalParts,
  text: string,
  password: string,
): Promise<Result<null, RegisterRefusal | 'token.wrong'>> {
  const split = splitToken(text)
  if (!split) return refuse('token.wrong')
  const { schoolId, token } = split
  const passwordHash = await hashPassword(password)
  return parts.database.inSchool(schoolId, async (tx) => {
    const [school] = await rowsOf<{ name: string }>(tx, sql`SELECT name FROM schools`)
    const found = await takeAccountToken(tx, parts, token, 'reset')
    const account = found && (await findById(tx, found.accountId))
    if (account?.state !== 'active' || !school) return refuse('token.wrong')
    const trouble = guardianPasswordTrouble(password, {
      ...(await readSettings(tx)),
      hasSecondFactor: account.secondFactor !== null,
      names: [school.name, account.email],
    })
    if (trouble) {
      // The link stays good for a better password.
      await putTokenBack(tx, parts, { schoolId, accountId: account.id, token })
      return refuse(trouble)
    }
    await keepPassword(tx, parts, {
      account,
      passwordHash,
      isShort: isShort(password),
      except: null,
    })
    const told = { school: { id: schoolId, name: school.name }, account }
    await mail(tx, parts, { ...told, template: 'password-changed', link: null })
    return ok(null)
  })
}

type PutBack = { readonly schoolId: string; readonly accountId: string; readonly token: string }

async function putTokenBack(
  tx: SchoolTx,
  parts: PortalParts,
  { schoolId, accountId, token }: PutBack,
) {
  const wanted = { schoolId, accountId, purpose: 'reset' } as const
  await makeAccountToken(tx, parts, wanted, token)
}

type Kept = {
  readonly account: Account
  readonly passwordHash: string
  readonly isShort: boolean
  /** The session that may go on. */
  readonly except: string | null
}

/** Writes a new password down; every other session ends. */
export async function keepPassword(tx: SchoolTx, { now }: PortalParts, kept: Kept) {
  const { account, passwordHash, except } = kept
  await tx.execute(
    sql`UPDATE accounts SET password_hash = ${passwordHash}, has_short_password = ${kept.isShort}
        WHERE account_id = ${account.id}::uuid`,
  )
  await endSessions(tx, account.id, except)
  const { schoolId, id: accountId } = account
  await noteEvent(tx, { schoolId, accountId, event: 'password-changed', at: now() })
}

/** Switches an account on again that nobody used for long; not one that the office locked. */
export async function reactivate(
  parts: PortalParts,
  text: string,
): Promise<Result<null, 'token.wrong'>> {
  const split = splitToken(text)
  if (!split) return refuse('token.wrong')
  const { schoolId, token } = split
  const answer = await parts.database.inSchool(schoolId, async (tx) => {
    const found = await takeAccountToken(tx, parts, token, 'reactivate')
    const [unlocked] = await rowsOf<{ guardian_id: string }>(
      tx,
      sql`UPDATE accounts SET state = 'active', locked_by = NULL, locked_at = NULL, signed_in_at = ${isoOf(parts.now())}::timestamptz
          WHERE account_id = ${found?.accountId ?? null}::uuid AND state = 'locked' AND locked_by = 'inactivity'
          RETURNING guardian_id`,
    )
    if (!found || !unlocked) return refuse('token.wrong')
    await noteEvent(tx, {
      schoolId,
      accountId: found.accountId,
      event: 'unlocked',
      at: parts.now(),
    })
    return ok(unlocked.guardian_id)
  })
  if (!answer.ok) return answer
  await tellLater(parts, schoolId, answer.value)
  return ok(null)
}
