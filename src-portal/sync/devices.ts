import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { sessionText, wipedText, wipeText } from '#shared/sync/orders.ts'
import { type PortalDatabase, rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { isSignedBy, signText } from './signing.ts'

export type Device = {
  readonly id: string
  readonly schoolId: string
  readonly staffId: string
  /** 1 to 65,535, unique within the school: the end of every stamp that the desk makes. */
  readonly tag: number
  readonly isRevoked: boolean
  /** Blocked, and may still send what waits there. */
  readonly isCollecting: boolean
}

type Parts = { readonly database: PortalDatabase; readonly now: () => number }

const minute = 60_000
const codeLives = 10 * minute
const challengeLives = minute
const sessionLives = 15 * minute

/** Without 0, O, 1, I and L, which people confuse; 12 signs are 59 bits. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')
const iso = (millis: number) => new Date(millis).toISOString()

/** A one-time code with which one computer may join for one member of staff: `ABCD-EFGH-JKMN`. */
export async function makeEnrolCode({ database, now }: Parts, schoolId: string, staffId: string) {
  const signs = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')
  const code = signs.replace(/(.{4})(?=.)/g, '$1-')
  await database.inSchool(schoolId, (tx) =>
    tx.execute(
      sql`INSERT INTO enrol_codes (school_id, code_hash, staff_id, ends_at)
          VALUES (${schoolId}::uuid, ${hashOf(plain(code))}, ${staffId}, ${iso(now() + codeLives)}::timestamptz)`,
    ),
  )
  return code
}

const plain = (code: string) => code.replace(/[^A-Za-z0-9]/g, '').toUpperCase()

type Enrolment = { readonly code: string; readonly publicKey: string; readonly name: string }

/** Lets a computer in; null when the code is unknown, used or too old. */
export async function enrolDevice({ database, now }: Parts, { code, publicKey, name }: Enrolment) {
  return database.acrossSchools(async (tx) => {
    const [used] = await rowsOf<{ school_id: string; staff_id: string }>(
      tx,
      sql`UPDATE enrol_codes SET used_at = ${iso(now())}::timestamptz
          WHERE code_hash = ${hashOf(plain(code))} AND used_at IS NULL
            AND ends_at > ${iso(now())}::timestamptz
          RETURNING school_id, staff_id`,
    )
    if (!used) return null
    return addDevice(tx, {
      schoolId: used.school_id,
      staffId: used.staff_id,
      publicKey,
      name,
      at: iso(now()),
    })
  })
}

type NewDevice = {
  readonly schoolId: string
  readonly staffId: string
  readonly publicKey: string
  readonly name: string
  readonly at: string
}

/** Gives a computer its number; the first of a school is added when the school is lifted on. */
export async function addDevice(
  tx: SchoolTx,
  { schoolId, staffId, publicKey, name, at }: NewDevice,
) {
  const id = randomUUID()
  // Two computers that join at once would get the same number.
  await tx.execute(sql`SELECT 1 FROM sync_clocks WHERE school_id = ${schoolId}::uuid FOR UPDATE`)
  const [made] = await rowsOf<{ tag: number }>(
    tx,
    sql`INSERT INTO devices (school_id, device_id, tag, staff_id, name, public_key, made_at)
        SELECT ${schoolId}::uuid, ${id}::uuid, coalesce(max(tag), 0) + 1, ${staffId}, ${name}, ${publicKey},
          ${at}::timestamptz
        FROM devices WHERE school_id = ${schoolId}::uuid
        RETURNING tag`,
  )
  const tag = Number(made?.tag ?? 1)
  return { id, schoolId, staffId, tag, isRevoked: false, isCollecting: false } satisfies Device
}

type StoredDevice = {
  readonly device_id: string
  readonly school_id: string
  readonly staff_id: string
  readonly tag: number
  readonly public_key: string
  readonly is_revoked: boolean
  readonly collects: boolean
}

const asDevice = (found: StoredDevice): Device => ({
  id: found.device_id,
  schoolId: found.school_id,
  staffId: found.staff_id,
  tag: Number(found.tag),
  isRevoked: found.is_revoked,
  isCollecting: found.is_revoked && found.collects,
})

async function findDevice(tx: SchoolTx, id: string) {
  const [found] = await rowsOf<StoredDevice>(
    tx,
    sql`SELECT device_id, school_id, staff_id, tag, public_key, revoked_at IS NOT NULL AS is_revoked, collects
        FROM devices WHERE device_id = ${id}::uuid`,
  )
  return found
}

/** What a desk must sign to prove that it is itself; the same kind of answer for an unknown one. */
export async function makeChallenge({ database, now }: Parts, deviceId: string) {
  const nonce = randomBytes(24).toString('base64url')
  await database.acrossSchools(async (tx) => {
    const found = await findDevice(tx, deviceId)
    if (!found) return
    await tx.execute(
      sql`INSERT INTO device_challenges (school_id, nonce, device_id, ends_at)
          VALUES (${found.school_id}::uuid, ${nonce}, ${deviceId}::uuid, ${iso(now() + challengeLives)}::timestamptz)`,
    )
  })
  return nonce
}

type Proof = { readonly deviceId: string; readonly nonce: string; readonly signature: string }

/** A session of 15 minutes; null when the proof is none. A revoked desk gets one, to be told so. */
export async function openSession({ database, now }: Parts, { deviceId, nonce, signature }: Proof) {
  return database.acrossSchools(async (tx) => {
    const [asked] = await rowsOf<{ device_id: string }>(
      tx,
      sql`DELETE FROM device_challenges WHERE nonce = ${nonce} AND device_id = ${deviceId}::uuid
          AND ends_at > ${iso(now())}::timestamptz RETURNING device_id`,
    )
    const found = await findDevice(tx, deviceId)
    if (!asked || !found) return null
    if (!isSignedBy(sessionText(deviceId, nonce), signature, found.public_key)) return null
    const token = randomBytes(32).toString('base64url')
    const ends = now() + sessionLives
    await tx.execute(
      sql`INSERT INTO device_sessions (school_id, token_hash, device_id, ends_at)
          VALUES (${found.school_id}::uuid, ${hashOf(token)}, ${deviceId}::uuid, ${iso(ends)}::timestamptz)`,
    )
    await tx.execute(sql`DELETE FROM device_sessions WHERE ends_at < ${iso(now())}::timestamptz`)
    return { token, ends, device: asDevice(found) }
  })
}

/** Whose token this is; asked at each request, so that a blocked desk is out at the next one. */
export async function deviceOfToken({ database, now }: Parts, token: string) {
  const [found] = await database.look<StoredDevice>(
    sql`SELECT d.device_id, d.school_id, d.staff_id, d.tag, d.public_key, d.revoked_at IS NOT NULL AS is_revoked,
          d.collects
        FROM device_sessions s JOIN devices d ON d.device_id = s.device_id
        WHERE s.token_hash = ${hashOf(token)} AND s.ends_at > ${iso(now())}::timestamptz`,
  )
  return found ? asDevice(found) : null
}

/**
 * Blocks a desk: from its next contact on it gets nothing but the order to wipe itself, after what
 * waits there was taken in for the office when `collects`.
 */
export async function revokeDevice(
  tx: SchoolTx,
  deviceId: string,
  { at, collects = false }: { readonly at: string; readonly collects?: boolean },
) {
  await tx.execute(
    sql`UPDATE devices SET revoked_at = coalesce(revoked_at, ${at}::timestamptz), collects = ${collects}
        WHERE device_id = ${deviceId}::uuid`,
  )
}

/** The order to wipe, signed with the school's key. */
export async function wipeOrder({ database }: Parts, { id, schoolId }: Device) {
  const nonce = randomBytes(16).toString('base64url')
  const key = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ private_key: string }>(tx, sql`SELECT private_key FROM sync_clocks`),
  )
  return { nonce, signature: signText(wipeText(id, nonce), key[0]?.private_key ?? '') }
}

/** A desk says that it has wiped itself, signed with its own key. */
export async function keepReceipt({ database, now }: Parts, { deviceId, nonce, signature }: Proof) {
  return database.acrossSchools(async (tx) => {
    const found = await findDevice(tx, deviceId)
    if (!found?.is_revoked) return false
    if (!isSignedBy(wipedText(deviceId, nonce), signature, found.public_key)) return false
    await tx.execute(
      sql`UPDATE devices SET wiped_at = coalesce(wiped_at, ${iso(now())}::timestamptz), wipe_receipt = ${signature}
          WHERE device_id = ${deviceId}::uuid`,
    )
    return true
  })
}
