import { sql } from 'drizzle-orm'
import { hasAuthority } from '#shared/change-requests/rules/why-not-ask.ts'
import { ConsentPurpose, type GivenAnswer, standingConsent } from '#shared/consents/consent.ts'
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
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** Whether the law gives this guardian a say: what is asked of who has none is refused. */
  readonly hasAuthority: boolean
  /** `domain.md` 3.3; from 1 the portal shows nothing that leads to the child. */
  readonly protectionLevel: number
  /** There is a photo, and its use inside the school was consented to. */
  readonly hasPhoto: boolean
}

/**
 * Ties of a guardian that open the portal, from the office's own rows, at each request: what the
 * office withdraws is gone at once. No contact order, access granted; a parent without authority
 * only with a right to information; a protected child's only with authority; no child that left.
 */
const entitled = (guardianId: string, today: string) => sql`
  SELECT l.id AS link_id, l.fields AS link, p.id AS pupil_id, p.fields AS pupil
  FROM sync_rows l
  JOIN sync_rows p ON p.tbl = 'pupils' AND p.id = l.pupil_id AND p.gone IS NULL
    AND p.fields ->> 'mergedInto' IS NULL
  WHERE l.tbl = 'guardianLinks' AND l.gone IS NULL AND l.guardian_id = ${guardianId}
    AND l.fields ->> 'portalAccess' = '1' AND l.fields ->> 'noContact' = '0'
    AND (l.fields ->> 'authority' IN ('joint', 'sole', 'legal-guardian', 'foster', 'unknown')
      OR l.fields ->> 'informationRight' <> 'none')
    AND (p.fields ->> 'protectionLevel' = '0'
      OR l.fields ->> 'authority' IN ('joint', 'sole', 'legal-guardian', 'foster'))
    AND NOT EXISTS (
      SELECT 1 FROM sync_rows e WHERE e.tbl = 'enrolments' AND e.gone IS NULL AND e.pupil_id = p.id
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
  link: { readonly authority: string }
  pupil_id: string
  pupil: Parameters<typeof shownName>[0]
  groups: Child['groups'] | null
  has_photo: boolean
  answers: readonly Record<string, unknown>[] | null
}

type Of = { readonly accountId: string; readonly guardianId: string }

/** The children that a guardian linked to the account and may still see, by first name. */
export async function childrenOf(
  tx: SchoolTx,
  { accountId, guardianId }: Of,
  today: string,
): Promise<readonly Child[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT e.*,
          (SELECT json_agg(json_build_object('id', g.id, 'name', g.fields ->> 'name') ORDER BY g.fields ->> 'name')
            FROM sync_rows m
            JOIN sync_rows g ON g.tbl = 'groups' AND g.id = m.fields ->> 'groupId' AND g.gone IS NULL
            WHERE m.tbl = 'memberships' AND m.gone IS NULL AND m.pupil_id = e.pupil_id
              AND coalesce(m.fields ->> 'from', '') <= ${today}
              AND coalesce(m.fields ->> 'until', '9999') >= ${today}) AS groups,
          EXISTS (SELECT 1 FROM sync_rows f WHERE f.tbl = 'photos' AND f.id = e.pupil_id AND f.gone IS NULL) AS has_photo,
          (SELECT json_agg(c.fields) FROM sync_rows c
            WHERE c.tbl = 'consents' AND c.pupil_id = e.pupil_id AND c.gone IS NULL
              AND c.fields ->> 'purpose' = 'photo-internal') AS answers
        FROM (${entitled(guardianId, today)}) AS e
        JOIN account_links a ON a.link_id = e.link_id AND a.account_id = ${accountId}::uuid
        ORDER BY e.pupil ->> 'firstName', e.link_id`,
  )
  return rows.map(asChild)
}

function asChild({ link_id, link, pupil_id, pupil, groups, has_photo, answers }: Row): Child {
  const name = shownName(pupil)
  const consents = (answers ?? []).map(readAnswer)
  return {
    linkId: link_id,
    pupilId: pupil_id,
    name,
    initials: twoInitials(name),
    groups: groups ?? [],
    hasAuthority: hasAuthority(link),
    protectionLevel: pupil.protectionLevel,
    hasPhoto:
      has_photo &&
      pupil.protectionLevel === 0 &&
      standingConsent('photo-internal', consents) === 'granted',
  }
}

/** The row of an answer as the portal has it: yes and no are 1 and 0. */
export function readAnswer(fields: Readonly<Record<string, unknown>>): GivenAnswer {
  const { purpose, granted, guardianId, recordedAt } = fields
  return {
    purpose: ConsentPurpose.parse(purpose),
    granted: granted === 1,
    guardianId: guardianId === null ? null : String(guardianId),
    recordedAt: String(recordedAt),
  }
}

/** First and last letter of a name; an alias of one word has one. */
function twoInitials(name: string) {
  const letters = initialsOf(name).split('.').filter(Boolean)
  return letters.length > 1 ? `${letters[0]}${letters.at(-1)}` : letters.join('')
}
