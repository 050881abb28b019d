import { createHash, randomInt } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { linkCodeText, makeLinkCode, readLinkCode } from '#shared/accounts/link-code.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { ChangedRow, PortalParts, SchoolRows } from '../../platform/portal-parts.ts'
import { isoOf } from '../../platform/portal-parts.ts'
import { mailCode } from './mail-code.ts'

/** A code as the office's row has it. */
type Wanted = {
  readonly id: string
  readonly linkId: string
  readonly madeBy: string
  readonly endsAt: string
  /** Null: the portal draws it and sends it. */
  readonly sha: string | null
  readonly email: string | null
}

/**
 * Follows what the office wrote about codes: keeps new ones under the portal's own key, lets them
 * count longer, withdraws them. Taking a command back at the desk is no special case. A tie that may
 * not open the portal is refused, in the row.
 */
export async function takeCodes(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  // A row that is new comes without its empty fields.
  const isOver = ({ gone, fields }: ChangedRow) => gone !== null || Boolean(fields.revokedAt)
  await withdraw(tx, parts, changed.filter(isOver))
  const wanted = changed.filter((row) => !isOver(row) && !row.fields.usedAt).map(wantedOf)
  if (wanted.length === 0) return
  await parts.writeRows(tx, schoolId, async (rows) => {
    const known = await restore(tx, wanted)
    const fresh = wanted.filter(({ id }) => !known.has(id))
    const drawn = fresh.map((each) => ({ ...each, ...markOf(parts, schoolId, each) }))
    const taken = await keep(tx, parts, schoolId, drawn)
    for (const each of drawn) await settle(each, taken.has(each.id), rows)
  })

  async function settle(code: Drawn, isTaken: boolean, rows: SchoolRows) {
    if (!isTaken) await rows.save('linkCodes', code.id, { refusal: 'closed' })
    else if (code.signs && code.email) await mailCode(tx, parts, schoolId, { ...code, ...code })
  }
}

type Drawn = Wanted & { readonly mark: string; readonly signs: string | null }

/** The end of the school's own day is at most two hours from this. */
const wantedOf = ({ id, fields }: ChangedRow): Wanted => ({
  id,
  linkId: String(fields.linkId),
  madeBy: String(fields.madeBy),
  endsAt: `${fields.endsOn}T23:59:59.000Z`,
  sha: fields.way === 'letter' && fields.sha ? String(fields.sha) : null,
  email: fields.way === 'mail' && fields.email ? String(fields.email) : null,
})

/** The hash under the portal's own key: a copy of the database alone proves no code. */
function markOf({ secrets }: PortalParts, schoolId: string, { sha }: Wanted) {
  const signs = sha === null ? makeLinkCode(randomInt) : null
  const text = linkCodeText(schoolId, readLinkCode(signs ?? '') ?? '')
  const hash = sha ?? createHash('sha256').update(text).digest('hex')
  return { signs, mark: secrets.mark('link code', hash) }
}

/** Codes that the portal has already: they may have been withdrawn, or count until another day. */
async function restore(tx: SchoolTx, wanted: readonly Wanted[]): Promise<ReadonlySet<string>> {
  const found = await rowsOf<{ code_id: string }>(
    tx,
    sql`UPDATE link_codes SET revoked_at = NULL, ends_at = (w ->> 'endsAt')::timestamptz
        FROM jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) AS w
        WHERE code_id = (w ->> 'id')::uuid RETURNING code_id`,
  )
  return new Set(found.map(({ code_id }) => code_id))
}

async function keep(tx: SchoolTx, { now }: PortalParts, schoolId: string, codes: readonly Drawn[]) {
  if (codes.length === 0) return new Set<string>()
  const rows = JSON.stringify(codes.map(({ signs: _, email: __, ...kept }) => kept))
  const made = await rowsOf<{ code_id: string }>(
    tx,
    sql`INSERT INTO link_codes (school_id, code_id, link_id, guardian_id, code_hash, made_by, made_at, ends_at)
        SELECT ${schoolId}::uuid, (c ->> 'id')::uuid, l.id, l.fields ->> 'guardianId', c ->> 'mark', c ->> 'madeBy',
          ${isoOf(now())}::timestamptz, (c ->> 'endsAt')::timestamptz
        FROM jsonb_array_elements(${rows}::jsonb) AS c
        JOIN sync_rows l ON l.tbl = 'guardianLinks' AND l.id = c ->> 'linkId' AND l.gone IS NULL
        WHERE l.fields ->> 'portalAccess' = '1' AND l.fields ->> 'noContact' = '0'
        RETURNING code_id`,
  )
  return new Set(made.map(({ code_id }) => code_id))
}

async function withdraw(tx: SchoolTx, { now }: PortalParts, over: readonly ChangedRow[]) {
  if (over.length === 0) return
  await tx.execute(
    sql`UPDATE link_codes SET revoked_at = ${isoOf(now())}::timestamptz
        WHERE used_at IS NULL AND revoked_at IS NULL AND code_id IN (
          SELECT value::uuid FROM jsonb_array_elements_text(${JSON.stringify(over.map(({ id }) => id))}::jsonb))`,
  )
}
