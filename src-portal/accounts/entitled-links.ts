import { sql } from 'drizzle-orm'
import { shownName } from '#shared/pupils/mask.ts'
import { initialsOf } from '#shared/pupils/person-name.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'

/** A child whom a guardian may see, as the pages show it. */
export type Child = {
  readonly linkId: string
  readonly pupilId: string
  /** The alias when the child's name is protected, also to its own guardians. */
  readonly name: string
  readonly initials: string
  readonly groups: readonly string[]
}

/**
 * Ties of a guardian that open the portal, from the office's own rows, at each request: what the
 * office withdraws is gone at once. No contact order, access granted; a parent without authority
 * only with a right to information; a protected child's only with authority; no child that left.
 */
const entitled = (guardianId: string, today: string) => sql`
  SELECT l.id AS link_id, p.id AS pupil_id, p.fields AS pupil
  FROM sync_rows l
  JOIN sync_rows p ON p.tbl = 'pupils' AND p.id = l.fields ->> 'pupilId' AND p.gone IS NULL
    AND p.fields ->> 'mergedInto' IS NULL
  WHERE l.tbl = 'guardianLinks' AND l.gone IS NULL AND l.fields ->> 'guardianId' = ${guardianId}
    AND l.fields ->> 'portalAccess' = '1' AND l.fields ->> 'noContact' = '0'
    AND (l.fields ->> 'authority' IN ('joint', 'sole', 'legal-guardian', 'foster', 'unknown')
      OR l.fields ->> 'informationRight' <> 'none')
    AND (p.fields ->> 'protectionLevel' = '0'
      OR l.fields ->> 'authority' IN ('joint', 'sole', 'legal-guardian', 'foster'))
    AND NOT EXISTS (
      SELECT 1 FROM sync_rows e WHERE e.tbl = 'enrolments' AND e.gone IS NULL AND e.fields ->> 'pupilId' = p.id
      HAVING count(*) > 0 AND bool_and(coalesce(e.fields ->> 'endsOn' < ${today}, false)))`

export async function mayOpenPortal(
  tx: SchoolTx,
  guardianId: string,
  linkId: string,
  today: string,
) {
  const found = await rowsOf(
    tx,
    sql`SELECT 1 FROM (${entitled(guardianId, today)}) AS e WHERE link_id = ${linkId}`,
  )
  return found.length > 0
}

type Row = {
  link_id: string
  pupil_id: string
  pupil: Parameters<typeof shownName>[0]
  groups: readonly string[]
}

/** The children that a guardian linked to the account and may still see. */
export async function childrenOf(
  tx: SchoolTx,
  { accountId, guardianId }: { readonly accountId: string; readonly guardianId: string },
  today: string,
): Promise<readonly Child[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT e.link_id, e.pupil_id, e.pupil, ARRAY(
          SELECT g.fields ->> 'name' FROM sync_rows m
          JOIN sync_rows g ON g.tbl = 'groups' AND g.id = m.fields ->> 'groupId' AND g.gone IS NULL
          WHERE m.tbl = 'memberships' AND m.gone IS NULL AND m.fields ->> 'pupilId' = e.pupil_id
            AND coalesce(m.fields ->> 'from', '') <= ${today}
            AND coalesce(m.fields ->> 'until', '9999') >= ${today}
          ORDER BY 1) AS groups
        FROM (${entitled(guardianId, today)}) AS e
        JOIN account_links a ON a.link_id = e.link_id AND a.account_id = ${accountId}::uuid
        ORDER BY e.pupil ->> 'firstName'`,
  )
  return rows.map(({ link_id, pupil_id, pupil, groups }) => {
    const name = shownName(pupil)
    return { linkId: link_id, pupilId: pupil_id, name, initials: twoInitials(name), groups }
  })
}

/** First and last letter of a name; an alias of one word has one. */
function twoInitials(name: string) {
  const letters = initialsOf(name).split('.').filter(Boolean)
  return letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : letters.join('')
}
