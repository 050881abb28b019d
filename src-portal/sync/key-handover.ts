import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../platform/portal-database.ts'
import type { Device } from './devices.ts'
import type { HubParts } from './hub-parts.ts'

/** As long as the code itself may be used. */
const lives = 10 * 60_000

const hashOf = (code: string) =>
  createHash('sha256')
    .update(code.replace(/[^A-Za-z0-9]/g, '').toUpperCase())
    .digest('hex')

type Handover = { readonly code: string; readonly sealedKey: string }

/** Keeps the closed key of the school for whoever comes with this code; the portal cannot open it. */
export async function keepSealedKey(
  { database, now }: HubParts,
  { schoolId }: Device,
  { code, sealedKey }: Handover,
) {
  const ends = new Date(now() + lives).toISOString()
  await database.inSchool(schoolId, async (tx) => {
    await tx.execute(
      sql`DELETE FROM key_handovers WHERE ends_at < ${new Date(now()).toISOString()}::timestamptz`,
    )
    await tx.execute(
      sql`INSERT INTO key_handovers (school_id, code_hash, sealed_key, ends_at)
          VALUES (${schoolId}::uuid, ${hashOf(code)}, ${sealedKey}, ${ends}::timestamptz)`,
    )
  })
}

/** Hands the closed key over, once; null for a code that came without. */
export async function takeSealedKey({ database }: HubParts, { schoolId }: Device, code: string) {
  const [taken] = await database.inSchool(schoolId, (tx) =>
    rowsOf<{ sealed_key: string }>(
      tx,
      sql`DELETE FROM key_handovers WHERE code_hash = ${hashOf(code)} RETURNING sealed_key`,
    ),
  )
  return taken?.sealed_key ?? null
}
