import { sql } from 'drizzle-orm'
import { standingConsent } from '#shared/consents/consent.ts'
import { streetLine } from '#shared/families/household.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import { readAnswer } from '../children-table.ts'

/** One name on the list that guardians of a group may see. */
export type ClassMate = {
  readonly name: string
  /** Null unless the family consented to that too. */
  readonly address: string | null
  /** As stored, E.164. */
  readonly phones: readonly string[]
}

export type ClassList = {
  readonly groupId: string
  readonly name: string
  readonly teachers: readonly string[]
  readonly mates: readonly ClassMate[]
  /** How many more are in the group: not named, since their guardians did not agree. */
  readonly unnamed: number
}

type Row = {
  pupil_id: string
  pupil: Parameters<typeof shownName>[0]
  answers: readonly Record<string, unknown>[] | null
  household_id: string | null
  home: (Parameters<typeof streetLine>[0] & { postcode: string | null; town: string | null }) | null
  phones: readonly string[] | null
}

type About = {
  readonly groups: readonly { readonly id: string; readonly name: string }[]
  /** Children of the guardian who looks. */
  readonly pupilIds: readonly string[]
  readonly today: string
}

/**
 * The pupils of groups by name, those whose guardians consented to it and no others (domain.md 48).
 * Protected pupils never. An address where a child of the guardian lives is left out even when the
 * family that lives there agreed: it may be that of the other parent.
 */
export async function readClassLists(
  tx: SchoolTx,
  { groups, pupilIds, today }: About,
): Promise<readonly ClassList[]> {
  const lists: ClassList[] = []
  const hidden = await homesOf(tx, pupilIds)
  for (const { id, name } of groups) {
    const rows = (await readMembers(tx, id, today)).filter(isOpenly)
    const mates = rows
      .filter(isNamed)
      .map((row) => asMate(row, hidden))
      .toSorted((a, b) => a.name.localeCompare(b.name))
    const teachers = await readTeachers(tx, id)
    lists.push({ groupId: id, name, teachers, mates, unnamed: rows.length - mates.length })
  }
  return lists
}

const answersOf = ({ answers }: Row) => (answers ?? []).map(readAnswer)

/** Protected pupils are not even counted. */
const isOpenly = ({ pupil }: Row) => pupil.protectionLevel === 0
const isNamed = (row: Row) => standingConsent('class-list-name', answersOf(row)) === 'granted'

function asMate(row: Row, hidden: ReadonlySet<string>): ClassMate {
  const { pupil, household_id, home, phones } = row
  const isOpen =
    household_id !== null &&
    !hidden.has(household_id) &&
    standingConsent('class-list-contact', answersOf(row)) === 'granted'
  const place = home && [streetLine(home), [home.postcode, home.town].filter(Boolean).join(' ')]
  const address = place ? place.filter(Boolean).join(', ') : ''
  return {
    name: shownName(pupil),
    address: isOpen && address !== '' ? address : null,
    phones: isOpen ? (phones ?? []) : [],
  }
}

/** The main home of each pupil, and the numbers of that home and of the guardians who live there. */
const readMembers = (tx: SchoolTx, groupId: string, today: string) =>
  rowsOf<Row>(
    tx,
    sql`SELECT p.id AS pupil_id, p.fields AS pupil, h.id AS household_id, h.fields AS home,
          (SELECT json_agg(c.fields) FROM sync_rows c
            WHERE c.tbl = 'consents' AND c.pupil_id = p.id AND c.gone IS NULL
              AND c.fields ->> 'purpose' IN ('class-list-name', 'class-list-contact')) AS answers,
          (SELECT json_agg(number) FROM (
            SELECT f.fields ->> 'number' AS number FROM sync_rows f
            WHERE f.tbl = 'phones' AND f.owner_id = h.id AND f.gone IS NULL
              AND f.fields ->> 'kind' IN ('mobile', 'home')
            UNION ALL
            SELECT f.fields ->> 'number' FROM sync_rows g
            JOIN sync_rows l ON l.tbl = 'guardianLinks' AND l.guardian_id = g.id AND l.gone IS NULL
              AND l.pupil_id = p.id AND l.fields ->> 'noContact' = '0'
            JOIN sync_rows f ON f.tbl = 'phones' AND f.owner_id = g.id AND f.gone IS NULL
              AND f.fields ->> 'kind' IN ('mobile', 'home')
            WHERE g.tbl = 'guardians' AND g.household_id = h.id AND g.gone IS NULL) AS own) AS phones
        FROM sync_rows m
        JOIN sync_rows p ON p.tbl = 'pupils' AND p.id = m.pupil_id AND p.gone IS NULL
          AND p.fields ->> 'mergedInto' IS NULL
        LEFT JOIN LATERAL (
          SELECT household_id FROM sync_rows WHERE tbl = 'residences' AND pupil_id = p.id AND gone IS NULL
          ORDER BY fields ->> 'isMain' DESC, id LIMIT 1) AS r ON true
        LEFT JOIN sync_rows h ON h.tbl = 'households' AND h.id = r.household_id AND h.gone IS NULL
        WHERE m.tbl = 'memberships' AND m.gone IS NULL AND m.group_id = ${groupId}
          AND coalesce(m.fields ->> 'from', '') <= ${today}
          AND coalesce(m.fields ->> 'until', '9999') >= ${today}`,
  )

/** Every home of these children and of their guardians. */
async function homesOf(tx: SchoolTx, pupilIds: readonly string[]) {
  const listed = sql`SELECT jsonb_array_elements_text(${JSON.stringify(pupilIds)}::jsonb)`
  const rows = await rowsOf<{ id: string | null }>(
    tx,
    sql`SELECT household_id AS id FROM sync_rows
        WHERE tbl = 'residences' AND gone IS NULL AND pupil_id = ANY (ARRAY(${listed}))
        UNION
        SELECT household_id FROM sync_rows WHERE tbl = 'guardians' AND gone IS NULL AND id = ANY (ARRAY(
          SELECT guardian_id FROM sync_rows
          WHERE tbl = 'guardianLinks' AND gone IS NULL AND pupil_id = ANY (ARRAY(${listed}))))`,
  )
  return new Set(rows.flatMap(({ id }) => (id === null ? [] : [id])))
}

async function readTeachers(tx: SchoolTx, groupId: string) {
  const rows = await rowsOf<{ name: string }>(
    tx,
    sql`SELECT concat_ws(' ', s.fields ->> 'firstName', s.fields ->> 'prefix', s.fields ->> 'lastName') AS name
        FROM sync_rows t
        JOIN sync_rows s ON s.tbl = 'staff' AND s.id = t.fields ->> 'staffId' AND s.gone IS NULL
          AND s.fields ->> 'isActive' = '1'
        WHERE t.tbl = 'groupStaff' AND t.gone IS NULL AND t.group_id = ${groupId}
        ORDER BY t.fields ->> 'task' DESC, 1`,
  )
  return rows.map(({ name }) => name)
}
