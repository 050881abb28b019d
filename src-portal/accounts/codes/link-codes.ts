import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { linkCodeText, readLinkCode } from '#shared/accounts/link-code.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { isoOf, type PortalParts, type SchoolRows } from '../../platform/portal-parts.ts'

type Parts = Pick<PortalParts, 'secrets' | 'now'>

/** The desk's hash under the portal's own key: a copy of the database alone proves no code. */
const markOf = ({ secrets }: Parts, sha: string) => secrets.mark('link code', sha)

export type FoundCode = {
  readonly id: string
  readonly linkId: string
  readonly guardianId: string
}

/** The unused code that somebody typed. Unknown, used, withdrawn and expired are all one: null. */
export async function findCode(
  tx: SchoolTx,
  parts: Parts,
  schoolId: string,
  typed: string,
): Promise<FoundCode | null> {
  // A typing error is looked up too, so that it takes as long as a code that is unknown.
  const signs = readLinkCode(typed) ?? 'no code'
  const sha = createHash('sha256').update(linkCodeText(schoolId, signs)).digest('hex')
  return readCode(
    tx,
    sql`code_hash = ${markOf(parts, sha)} AND ends_at > ${isoOf(parts.now())}::timestamptz`,
  )
}

/** A code that was good when the account was asked for; it may have expired since, not more. */
export const findCodeById = (tx: SchoolTx, codeId: string) =>
  readCode(tx, sql`code_id = ${codeId}::uuid`)

async function readCode(tx: SchoolTx, where: ReturnType<typeof sql>): Promise<FoundCode | null> {
  const [row] = await rowsOf<{ code_id: string; link_id: string; guardian_id: string }>(
    tx,
    sql`SELECT code_id, link_id, guardian_id FROM link_codes
        WHERE ${where} AND used_at IS NULL AND revoked_at IS NULL FOR UPDATE`,
  )
  return row ? { id: row.code_id, linkId: row.link_id, guardianId: row.guardian_id } : null
}

type Use = {
  readonly schoolId: string
  readonly accountId: string
  readonly code: FoundCode
  readonly rows: SchoolRows
}

/** Uses a code up: the child belongs to the account from now on. */
export async function spendCode(
  tx: SchoolTx,
  { now }: Parts,
  { schoolId, accountId, code, rows }: Use,
) {
  const at = isoOf(now())
  await tx.execute(
    sql`UPDATE link_codes SET used_at = ${at}::timestamptz, used_by = ${accountId}::uuid
        WHERE code_id = ${code.id}::uuid`,
  )
  await tx.execute(
    sql`INSERT INTO account_links (school_id, account_id, link_id, linked_at)
        VALUES (${schoolId}::uuid, ${accountId}::uuid, ${code.linkId}, ${at}::timestamptz)
        ON CONFLICT DO NOTHING`,
  )
  // The office may have thrown its row away meanwhile; the code counts all the same.
  if (await rows.find('linkCodes', code.id)) await rows.save('linkCodes', code.id, { usedAt: at })
}
