import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { StaffId } from '#shared/staff/staff.ts'
import type { Connection } from '../platform/connection.ts'
import type { ReadDb } from '../platform/database.ts'
import { credentials } from './credentials-table.ts'

/** Seconds that a code of the telephone stands; one before and one after count too. */
const period = 30

const totpOf = (secret: string, label = '', issuer = 'Balie') =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period })

/** A secret for the telephone, and the address that its camera reads. */
export function makeTotp(userName: string, schoolName: string) {
  const secret = new Secret({ size: 20 }).base32
  return { secret, address: totpOf(secret, userName, `Balie ${schoolName}`).toString() }
}

/** The step of time that a code is of, or null when it is wrong. */
export function stepOf(secret: string, typed: string, millis: number): number | null {
  const token = typed.replace(/\D/g, '')
  if (token.length !== 6) return null
  const delta = totpOf(secret).validate({ token, timestamp: millis, window: 1 })
  return delta === null ? null : Math.floor(millis / 1000 / period) + delta
}

export function secondFactorOf(db: ReadDb, staffId: StaffId) {
  const { totpSecret, totpLastStep } = credentials
  const known = db
    .select({ secret: totpSecret, lastStep: totpLastStep })
    .from(credentials)
    .where(eq(credentials.staffId, staffId))
    .get()
  return known?.secret ? { secret: known.secret, lastStep: known.lastStep } : null
}

/** Beside passwords, and as they: neither history nor outbox hears of it. */
export function keepSecondFactor(
  sqlite: Connection,
  staffId: StaffId,
  { secret, step }: { readonly secret: string | null; readonly step: number },
) {
  sqlite
    .prepare('UPDATE credentials SET totpSecret = ?, totpLastStep = ? WHERE staffId = ?')
    .run(secret, step, staffId)
}

/** Whether the code is right and newer than the last one; it does not count again. */
export function takeCode(
  sqlite: Connection,
  db: ReadDb,
  { staffId, typed, millis }: { staffId: StaffId; typed: string; millis: number },
): boolean {
  const own = secondFactorOf(db, staffId)
  const step = own && stepOf(own.secret, typed, millis)
  if (!own || step === null || step <= own.lastStep) return false
  keepSecondFactor(sqlite, staffId, { secret: own.secret, step })
  return true
}
