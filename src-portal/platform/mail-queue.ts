import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { notify, rowsOf, type SchoolTx } from './portal-database.ts'
import { isoOf, type PortalParts } from './portal-parts.ts'

export type Letter = {
  /** An address; `sms:+31612345678` goes to a telephone, its text alone. */
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export const mailChannel = 'balie_mail'
const purpose = 'letter'

type Parts = Pick<PortalParts, 'secrets' | 'now'>

type Queued = {
  readonly schoolId: string
  readonly accountId: string | null
  /** Which letter it is, for the office and the log; it names nobody. */
  readonly template: string
  readonly letter: Letter
  /** The code or request that it is about; told when the mail went, or will not. */
  readonly aboutId?: string
  /** Milliseconds since 1970; stays in the queue until then, and can be taken out again. */
  readonly notBefore?: number
}

/**
 * Puts a letter in the queue within the transaction that is its reason: both are kept, or neither.
 * It goes to whatever address it says, so it may tell nothing of a pupil: for that there is
 * `queueMailAbout`.
 */
export async function queueMail(tx: SchoolTx, { secrets, now }: Parts, mail: Queued) {
  const at = isoOf(now())
  const nextAt = isoOf(mail.notBefore ?? now())
  const letter = secrets.seal(purpose, JSON.stringify(mail.letter))
  await tx.execute(
    sql`INSERT INTO mails (school_id, mail_id, account_id, about_id, template, state, letter, next_at, made_at)
        VALUES (${mail.schoolId}::uuid, ${randomUUID()}::uuid, ${mail.accountId}::uuid, ${mail.aboutId ?? null}::uuid,
          ${mail.template}, 'waiting', ${letter}, ${nextAt}::timestamptz, ${at}::timestamptz)`,
  )
  await notify(tx, mailChannel, '')
}

/** Takes letters about something out of the queue, as long as nobody has begun to send them. */
export async function withdrawMails(tx: SchoolTx, aboutId: string, template: string) {
  await tx.execute(
    sql`DELETE FROM mails WHERE about_id = ${aboutId}::uuid AND template = ${template}
        AND state = 'waiting' AND tries = 0`,
  )
}

type About = Omit<Queued, 'letter' | 'accountId'> & {
  readonly accountId: string
  readonly letter: Omit<Letter, 'to'>
}

/**
 * For letters that tell of a pupil: only to the address that the guardian has confirmed, of an
 * account that is in use. False when there is none.
 */
export async function queueMailAbout(tx: SchoolTx, parts: Parts, mail: About): Promise<boolean> {
  const [account] = await rowsOf<{ email: string }>(
    tx,
    sql`SELECT email FROM accounts WHERE account_id = ${mail.accountId}::uuid
        AND email_verified_at IS NOT NULL AND state = 'active'`,
  )
  if (!account) return false
  await queueMail(tx, parts, { ...mail, letter: { ...mail.letter, to: account.email } })
  return true
}

export type ClaimedMail = {
  readonly id: string
  readonly schoolId: string
  readonly accountId: string | null
  readonly aboutId: string | null
  readonly template: string
  readonly tries: number
  readonly letter: Letter
}

/** Two minutes in which no other process takes the same letter; a crash gives it free again. */
const claimLasts = 120_000

/** Takes the next letter for this process alone. */
export async function claimMail(parts: PortalParts): Promise<ClaimedMail | null> {
  const at = parts.now()
  const [row] = await parts.database.acrossSchools((tx) =>
    rowsOf<Claimed>(
      tx,
      sql`UPDATE mails SET tries = tries + 1, next_at = ${isoOf(at + claimLasts)}::timestamptz
          WHERE mail_id = (
            SELECT mail_id FROM mails WHERE state = 'waiting' AND next_at <= ${isoOf(at)}::timestamptz
            ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED)
          RETURNING mail_id, school_id, account_id, about_id, template, tries, letter`,
    ),
  )
  if (!row) return null
  const letter = JSON.parse(parts.secrets.open(purpose, row.letter))
  return {
    id: row.mail_id,
    schoolId: row.school_id,
    accountId: row.account_id,
    aboutId: row.about_id,
    template: row.template,
    tries: Number(row.tries),
    letter,
  }
}

type Claimed = {
  mail_id: string
  school_id: string
  account_id: string | null
  about_id: string | null
  template: string
  tries: number
  letter: string
}

/** The letter has gone: what it held is wiped, since its links open accounts. */
export async function closeMail({ database, now }: PortalParts, { id, schoolId }: ClaimedMail) {
  await database.inSchool(schoolId, (tx) =>
    tx.execute(
      sql`UPDATE mails SET state = 'sent', letter = NULL, failure = NULL, sent_at = ${isoOf(now())}::timestamptz
          WHERE mail_id = ${id}::uuid`,
    ),
  )
}

type Failure = {
  /** What the office reads: `550`, `ECONNREFUSED`. */
  readonly failure: string
  /** Null: it is of no use to try again. */
  readonly againInMillis: number | null
}

export async function keepFailure(
  { database, now }: PortalParts,
  { id, schoolId }: ClaimedMail,
  { failure, againInMillis }: Failure,
) {
  const next = isoOf(now() + (againInMillis ?? 0))
  await database.inSchool(schoolId, (tx) =>
    tx.execute(
      againInMillis === null
        ? sql`UPDATE mails SET state = 'failed', letter = NULL, failure = ${failure} WHERE mail_id = ${id}::uuid`
        : sql`UPDATE mails SET failure = ${failure}, next_at = ${next}::timestamptz WHERE mail_id = ${id}::uuid`,
    ),
  )
}
