import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { officeScope, ownScope, pupilsScope, schoolScope } from '#shared/sync/scopes.ts'
import type { FoundRequest, Joined } from '#shared/sync/sync-protocol.ts'
import { type PortalDatabase, rowsOf } from '../platform/portal-database.ts'
import { addDevice, type Device } from './devices.ts'
import { makeKeyPair } from './signing.ts'

type Parts = { readonly database: PortalDatabase; readonly now: () => number }

const day = 86_400_000
const hashOf = (code: string) => createHash('sha256').update(code).digest('hex')

/** A code with which one school may move in; the operator of the portal hands it out. */
export async function makeFoundingCode({ database, now }: Parts): Promise<string> {
  const code = randomBytes(15).toString('base64url')
  const ends = new Date(now() + 7 * day).toISOString()
  await database.acrossSchools((tx) =>
    tx.execute(
      sql`INSERT INTO founding_codes (code_hash, ends_at) VALUES (${hashOf(code)}, ${ends}::timestamptz)`,
    ),
  )
  return code
}

/**
 * Gives a school its place at the portal and its first desk a number. The desk then sends everything
 * it has, in the same batches as ever. Null when the code is no good or the school is here already.
 */
export async function foundSchool(
  { database, now }: Parts,
  request: FoundRequest,
): Promise<Joined | null> {
  const { code, school, staffId, publicKey, deviceName } = request
  const at = new Date(now()).toISOString()
  const keys = makeKeyPair()
  const epoch = randomUUID()
  return database.acrossSchools(async (tx) => {
    const [known] = await rowsOf(
      tx,
      sql`SELECT 1 FROM schools WHERE school_id = ${school.id}::uuid`,
    )
    if (known) return null
    const [used] = await rowsOf(
      tx,
      sql`UPDATE founding_codes SET used_at = ${at}::timestamptz
          WHERE code_hash = ${hashOf(code)} AND used_at IS NULL AND ends_at > ${at}::timestamptz RETURNING 1`,
    )
    if (!used) return null
    await tx.execute(
      sql`INSERT INTO schools (school_id, name, country, language, made_at)
          VALUES (${school.id}::uuid, ${school.name}, ${school.country}, ${school.language}, ${at}::timestamptz)`,
    )
    await tx.execute(
      sql`INSERT INTO sync_clocks (school_id, epoch, public_key, private_key)
          VALUES (${school.id}::uuid, ${epoch}::uuid, ${keys.publicKey}, ${keys.privateKey})`,
    )
    // Until the rows of the staff arrive, whoever founds the school is its office.
    await tx.execute(
      sql`INSERT INTO staff_roles (school_id, staff_id, role, sees_medical, is_active, from_at)
          VALUES (${school.id}::uuid, ${staffId}, 'office', true, true, '1970-01-01T00:00:00Z')`,
    )
    for (const scope of [schoolScope, pupilsScope, officeScope, ownScope(staffId)]) {
      await tx.execute(
        sql`INSERT INTO scope_grants (school_id, staff_id, scope, from_seq, from_at)
            VALUES (${school.id}::uuid, ${staffId}, ${scope}, 0, ${at}::timestamptz)`,
      )
    }
    const device = await addDevice(tx, {
      schoolId: school.id,
      staffId,
      publicKey,
      name: deviceName,
      at,
    })
    return joined(device, epoch, keys.publicKey)
  })
}

/** What a computer gets when it joins. */
export const joined = (
  { id, tag, schoolId, staffId }: Device,
  epoch: string,
  portalKey: string,
): Joined => ({
  device: id,
  tag: tag.toString(16).padStart(4, '0'),
  schoolId,
  staffId,
  epoch,
  portalKey,
})
