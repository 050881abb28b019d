import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { accountsMessages } from '#shared/accounts/accounts-messages.ts'
import { speak } from '#shared/platform/messages.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { isoOf, minute, type PortalParts } from '../../platform/portal-parts.ts'
import type { Account } from '../accounts.ts'

const lives = 5 * minute
const mostTries = 5

/**
 * The mobile number that the office has of the guardian. It is the office's: who could change it
 * here with a password alone would need no telephone.
 */
export async function mobileOf(tx: SchoolTx, guardianId: string): Promise<string | null> {
  const [phone] = await rowsOf<{ number: string }>(
    tx,
    sql`SELECT fields ->> 'number' AS number FROM sync_rows
        WHERE tbl = 'phones' AND gone IS NULL AND fields ->> 'ownerKind' = 'guardian'
          AND fields ->> 'ownerId' = ${guardianId} AND fields ->> 'kind' = 'mobile'
        ORDER BY (fields ->> 'position')::int LIMIT 1`,
  )
  return phone?.number ?? null
}

/** `06 •••• 12`: enough to know one's own number by. */
export const coverNumber = (number: string) => `•••• ${number.replace(/\D/g, '').slice(-2)}`

/** Sends six digits; false when there is no provider or no number. */
export async function sendSmsCode(parts: PortalParts, account: Account): Promise<boolean> {
  const { database, secrets, sms, now } = parts
  if (!sms) return false
  const number = await database.inSchool(account.schoolId, (tx) => mobileOf(tx, account.guardianId))
  if (!number) return false
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const mark = secrets.mark('sms code', `${account.id} ${code}`)
  const ends = isoOf(now() + lives)
  await database.inSchool(account.schoolId, (tx) =>
    tx.execute(
      sql`INSERT INTO sms_codes (school_id, account_id, code_hash, ends_at)
          VALUES (${account.schoolId}::uuid, ${account.id}::uuid, ${mark}, ${ends}::timestamptz)
          ON CONFLICT (account_id) DO UPDATE SET code_hash = excluded.code_hash, tries = 0, ends_at = excluded.ends_at`,
    ),
  )
  await sms.send(number, speak(accountsMessages, account.language)('sms', { code }))
  return true
}

/** A right code, once; after five wrong ones no code counts any more. */
export async function takeSmsCode(
  tx: SchoolTx,
  { secrets, now }: PortalParts,
  account: Account,
  typed: string,
): Promise<boolean> {
  const mark = secrets.mark('sms code', `${account.id} ${typed.replace(/\D/g, '')}`)
  const [tried] = await rowsOf<{ is_right: boolean }>(
    tx,
    sql`UPDATE sms_codes SET tries = tries + 1
        WHERE account_id = ${account.id}::uuid AND tries < ${mostTries} AND ends_at > ${isoOf(now())}::timestamptz
        RETURNING code_hash = ${mark} AS is_right`,
  )
  if (!tried?.is_right) return false
  await tx.execute(sql`DELETE FROM sms_codes WHERE account_id = ${account.id}::uuid`)
  return true
}
