import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { NewLinkCode } from '#shared/accounts/account-commands.ts'
import { linkCodeText, readLinkCode } from '#shared/accounts/link-code.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../../platform/portal-parts.ts'

type Parts = Pick<PortalParts, 'secrets' | 'now'>

/** The desk's hash under the portal's own key: a copy of the database alone proves no code. */
const markOf = ({ secrets }: Parts, sha: string) => secrets.mark('link code', sha)

type Issue = {
  readonly schoolId: string
  readonly staffId: string
  readonly codes: readonly NewLinkCode[]
}

/**
 * Keeps new codes and withdraws unused older ones of the same ties. Throws when a tie is unknown or
 * may not open the portal: its letter must not go out.
 */
export async function issueCodes(tx: SchoolTx, parts: Parts, { schoolId, staffId, codes }: Issue) {
  const at = isoOf(parts.now())
  const rows = JSON.stringify(codes.map((code) => ({ ...code, mark: markOf(parts, code.sha) })))
  await tx.execute(
    sql`UPDATE link_codes SET revoked_at = ${at}::timestamptz
        WHERE used_at IS NULL AND revoked_at IS NULL
          AND link_id IN (SELECT c ->> 'linkId' FROM jsonb_array_elements(${rows}::jsonb) AS c)`,
  )
  const made = await rowsOf(
    tx,
    sql`INSERT INTO link_codes (school_id, code_id, link_id, guardian_id, code_hash, made_by, made_at, ends_at)
        SELECT ${schoolId}::uuid, (c ->> 'id')::uuid, l.id, l.fields ->> 'guardianId', c ->> 'mark', ${staffId},
          ${at}::timestamptz, (c ->> 'endsAt')::timestamptz
        FROM jsonb_array_elements(${rows}::jsonb) AS c
        JOIN sync_rows l ON l.tbl = 'guardianLinks' AND l.id = c ->> 'linkId' AND l.gone IS NULL
        WHERE l.fields ->> 'portalAccess' = '1' AND l.fields ->> 'noContact' = '0'
        RETURNING 1`,
  )
  if (made.length !== codes.length) throw new Error('A code is for nobody who may use it.')
}

export async function revokeCode(tx: SchoolTx, { now }: Parts, codeId: string) {
  const found = await rowsOf(
    tx,
    sql`UPDATE link_codes SET revoked_at = ${isoOf(now())}::timestamptz
        WHERE code_id = ${codeId}::uuid AND used_at IS NULL AND revoked_at IS NULL RETURNING 1`,
  )
  if (found.length === 0) throw new Error('There is no such code to withdraw.')
}

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

type Use = { readonly schoolId: string; readonly accountId: string; readonly code: FoundCode }

/** Uses a code up: the child belongs to the account from now on. */
export async function spendCode(tx: SchoolTx, { now }: Parts, { schoolId, accountId, code }: Use) {
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
}
