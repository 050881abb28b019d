import { randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { codeSigns } from '#shared/accounts/link-code.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { PortalParts } from '../../platform/portal-parts.ts'
import { type Account, noteEvent } from '../accounts.ts'

const period = 30
const purpose = 'second factor'
const recoveryCount = 8

const totpOf = (secret: string, label = '', issuer = 'Balie') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period })

/** Begins setting up: the secret waits until a code shows that the telephone has it. */
export async function prepareTotp(
  tx: SchoolTx,
  { secrets }: PortalParts,
  account: Account,
  schoolName: string,
) {
  const isWaiting = account.secondFactor !== 'totp' && account.totpSecret !== null
  const secret =
    isWaiting && account.totpSecret
      ? secrets.open(purpose, account.totpSecret)
      : new Secret({ size: 20 }).base32
  if (!isWaiting) {
    await tx.execute(
      sql`UPDATE accounts SET totp_secret = ${secrets.seal(purpose, secret)}, totp_last_step = 0
          WHERE account_id = ${account.id}::uuid`,
    )
  }
  return { secret, address: totpOf(secret, account.email, schoolName).toString() }
}

/** A right code, once: the same one does not count again, and neither does an older one. */
export async function takeTotp(
  tx: SchoolTx,
  { secrets, now }: PortalParts,
  account: Account,
  typed: string,
): Promise<boolean> {
  const token = typed.replace(/\D/g, '')
  if (!account.totpSecret || token.length !== 6) return false
  const totp = totpOf(secrets.open(purpose, account.totpSecret))
  const delta = totp.validate({ token, timestamp: now(), window: 1 })
  if (delta === null) return false
  const step = Math.floor(now() / 1000 / period) + delta
  const taken = await rowsOf(
    tx,
    sql`UPDATE accounts SET totp_last_step = ${step}
        WHERE account_id = ${account.id}::uuid AND totp_last_step < ${step} RETURNING 1`,
  )
  return taken.length > 0
}

/** Codes on paper for when the telephone is lost; each works once. */
export async function makeRecoveryCodes(tx: SchoolTx, { secrets }: PortalParts, account: Account) {
  const codes = Array.from({ length: recoveryCount }, () => {
    const signs = Array.from({ length: 10 }, () => codeSigns.charAt(randomInt(codeSigns.length)))
    return signs.join('').replace(/(.{5})(?=.)/, '$1-')
  })
  await tx.execute(sql`DELETE FROM recovery_codes WHERE account_id = ${account.id}::uuid`)
  for (const code of codes) {
    await tx.execute(
      sql`INSERT INTO recovery_codes (school_id, account_id, code_hash)
          VALUES (${account.schoolId}::uuid, ${account.id}::uuid, ${markOf(secrets, account, code)})`,
    )
  }
  return codes
}

export async function takeRecoveryCode(
  tx: SchoolTx,
  { secrets }: PortalParts,
  account: Account,
  typed: string,
): Promise<boolean> {
  const taken = await rowsOf(
    tx,
    sql`DELETE FROM recovery_codes WHERE account_id = ${account.id}::uuid
        AND code_hash = ${markOf(secrets, account, typed)} RETURNING 1`,
  )
  return taken.length > 0
}

const markOf = (secrets: PortalParts['secrets'], { id }: Account, code: string) =>
  secrets.mark('recovery code', `${id} ${code.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)

type Factor = NonNullable<Account['secondFactor']>

export async function turnOnSecondFactor(
  tx: SchoolTx,
  parts: PortalParts,
  account: Account,
  factor: Factor,
) {
  await tx.execute(
    sql`UPDATE accounts SET second_factor = ${factor} WHERE account_id = ${account.id}::uuid`,
  )
  const { schoolId, id: accountId } = account
  await noteEvent(tx, { schoolId, accountId, event: 'second-factor-on', at: parts.now() })
  return makeRecoveryCodes(tx, parts, account)
}

export async function turnOffSecondFactor(tx: SchoolTx, { now }: PortalParts, account: Account) {
  const { schoolId, id: accountId } = account
  await tx.execute(
    sql`UPDATE accounts SET second_factor = NULL, totp_secret = NULL, totp_last_step = 0
        WHERE account_id = ${accountId}::uuid`,
  )
  await tx.execute(sql`DELETE FROM recovery_codes WHERE account_id = ${accountId}::uuid`)
  await noteEvent(tx, { schoolId, accountId, event: 'second-factor-off', at: now() })
}
