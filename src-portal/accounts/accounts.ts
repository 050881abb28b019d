import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { Language } from '#shared/platform/language.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { isoOf } from '../platform/portal-parts.ts'

export type SecondFactor = 'totp' | 'sms'

/** A guardian's way in at one school. */
export type Account = {
  readonly id: string
  readonly schoolId: string
  readonly guardianId: string
  readonly email: string
  readonly isVerified: boolean
  readonly passwordHash: string
  readonly hasShortPassword: boolean
  readonly state: 'waiting' | 'active' | 'locked'
  readonly lockedBy: 'office' | 'inactivity' | null
  readonly language: Language
  readonly codeId: string | null
  readonly secondFactor: SecondFactor | null
  /** Sealed; there before it is the second factor while it is being set up. */
  readonly totpSecret: string | null
  readonly totpLastStep: number
}

/** Small letters and one way of writing an accent, so that an address is one address. */
export const EmailAddress = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.normalize('NFC').toLowerCase())
  .pipe(z.email())

type Row = {
  account_id: string
  school_id: string
  guardian_id: string
  email: string
  email_verified_at: unknown
  password_hash: string
  has_short_password: boolean
  state: Account['state']
  locked_by: Account['lockedBy']
  language: string
  code_id: string | null
  second_factor: SecondFactor | null
  totp_secret: string | null
  totp_last_step: number
}

export const findByEmail = (tx: SchoolTx, email: string) => readAccount(tx, sql`email = ${email}`)
export const findByGuardian = (tx: SchoolTx, guardianId: string) =>
  readAccount(tx, sql`guardian_id = ${guardianId}`)
export const findById = (tx: SchoolTx, id: string) => readAccount(tx, sql`account_id = ${id}::uuid`)

async function readAccount(tx: SchoolTx, where: ReturnType<typeof sql>): Promise<Account | null> {
  const [row] = await rowsOf<Row>(tx, sql`SELECT * FROM accounts WHERE ${where}`)
  if (!row) return null
  return {
    id: row.account_id,
    schoolId: row.school_id,
    guardianId: row.guardian_id,
    email: row.email,
    isVerified: row.email_verified_at !== null,
    passwordHash: row.password_hash,
    hasShortPassword: row.has_short_password,
    state: row.state,
    lockedBy: row.locked_by,
    language: Language.catch('nl').parse(row.language),
    codeId: row.code_id,
    secondFactor: row.second_factor,
    totpSecret: row.totp_secret,
    totpLastStep: Number(row.totp_last_step),
  }
}

/** How this school lets guardians in. */
export async function readSettings(tx: SchoolTx) {
  const [row] = await rowsOf<{ code_days: number; needs_capital_and_digit: boolean }>(
    tx,
    sql`SELECT code_days, needs_capital_and_digit FROM account_settings`,
  )
  return { needsCapitalAndDigit: row?.needs_capital_and_digit ?? false }
}

export type AccountEvent =
  | 'asked'
  | 'activated'
  | 'signed-in'
  | 'password-changed'
  | 'address-changed'
  | 'second-factor-on'
  | 'second-factor-off'
  | 'child-added'
  | 'locked'
  | 'unlocked'
  | 'reset-by-office'

type Noted = {
  readonly schoolId: string
  readonly accountId: string
  readonly event: AccountEvent
  readonly staffId?: string
  readonly at: number
}

/** What the office can look up later: what happened when, and through whom. */
export async function noteEvent(tx: SchoolTx, { schoolId, accountId, event, staffId, at }: Noted) {
  await tx.execute(
    sql`INSERT INTO account_events (school_id, account_id, event, staff_id, at)
        VALUES (${schoolId}::uuid, ${accountId}::uuid, ${event}, ${staffId ?? null}, ${isoOf(at)}::timestamptz)`,
  )
}
