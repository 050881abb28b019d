import { sql } from 'drizzle-orm'
import type { FamilyRows, FamilyTable } from '#shared/change-requests/rules/family-rows.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { PortalParts } from '../../platform/portal-parts.ts'
import { type OfficeRow, openRows, textOf } from './office-row.ts'

/**
 * What the pages of a guardian may draw on: the guardian, the own home, and the children that the
 * portal shows. Of other guardians nothing but whether they live elsewhere, and the names of those
 * who live in the same home.
 */
export type Family = {
  readonly guardianId: string
  /** For the rules of requests; only the guardian's own ties are in it. */
  readonly rows: FamilyRows
  readonly all: readonly OfficeRow[]
  /** Children who have a guardian in another home, by id. */
  readonly separated: ReadonlySet<string>
  /** Names of the guardians of the child who live with this guardian, by the child's id. */
  readonly housemates: ReadonlyMap<string, readonly string[]>
}

type Of = { readonly guardianId: string; readonly pupilIds: readonly string[] }

/** Everything about a guardian and these children, in one question to the database. */
export async function readFamily(
  tx: SchoolTx,
  parts: Pick<PortalParts, 'openRow'>,
  { guardianId, pupilIds }: Of,
): Promise<Family> {
  const read = openRows(parts, await rowsOf<OfficeRow>(tx, around(guardianId, pupilIds)))
  const ties = read.filter(({ tbl }) => tbl === 'guardianLinks')
  const guardians = read.filter(({ tbl }) => tbl === 'guardians')
  const own = guardians.find(({ id }) => id === guardianId)
  const home = own ? textOf(own.fields, 'householdId') : null
  const others = guardians.filter(({ id }) => id !== guardianId)
  const together = others.filter(
    ({ fields }) => home !== null && textOf(fields, 'householdId') === home,
  )
  const of = (pupilId: string, among: readonly OfficeRow[]) =>
    among.filter(({ id }) =>
      ties.some(({ fields }) => fields.pupilId === pupilId && fields.guardianId === id),
    )
  // From here on the rows of other guardians are gone: no page can show what it does not have.
  const all = read.filter(
    ({ tbl, id, fields }) =>
      (tbl !== 'guardians' || id === guardianId) &&
      (tbl !== 'guardianLinks' || fields.guardianId === guardianId),
  )
  return {
    guardianId,
    all,
    rows: asFamilyRows(all),
    separated: new Set(pupilIds.filter((id) => of(id, others).length > of(id, together).length)),
    housemates: new Map(pupilIds.map((id) => [id, of(id, together).map(nameOf)])),
  }
}

function asFamilyRows(all: readonly OfficeRow[]): FamilyRows {
  const of = (table: FamilyTable) =>
    all.filter(({ tbl }) => tbl === table).map(({ id, fields }) => ({ ...fields, id }))
  return {
    pupils: of('pupils'),
    medicals: of('medicals'),
    households: of('households'),
    guardians: of('guardians'),
    phones: of('phones'),
    contacts: of('contacts'),
    contactLinks: of('contactLinks'),
    guardianLinks: of('guardianLinks'),
    residences: of('residences'),
    memberships: of('memberships'),
  }
}

const nameOf = ({ fields: { firstName, prefix, lastName } }: OfficeRow) =>
  [firstName, prefix, lastName].filter(Boolean).join(' ')

/**
 * Lists of ids are handed on as arrays: with a join the database would guess that half of a table is
 * meant, and read all of it. Of a doctor's other pupils nothing is read: the row is the office's.
 */
const around = (guardianId: string, pupilIds: readonly string[]) => sql`
  WITH near AS MATERIALIZED (
    SELECT tbl, id, level, fields, guardian_id, contact_id FROM sync_rows
    WHERE gone IS NULL AND pupil_id = ANY (ARRAY(${listed(pupilIds)}))
      AND tbl IN ('guardianLinks', 'enrolments', 'consents', 'contactLinks', 'residences', 'memberships')
  ), home AS MATERIALIZED (
    SELECT household_id AS id FROM sync_rows
    WHERE tbl = 'guardians' AND id = ${guardianId} AND gone IS NULL
  ), known AS MATERIALIZED (
    SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl = 'contacts' AND gone IS NULL
      AND id = ANY (ARRAY(SELECT contact_id FROM near WHERE tbl = 'contactLinks'))
  )
  SELECT tbl, id, level, fields FROM near
  UNION ALL SELECT tbl, id, level, fields FROM known
  UNION ALL SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl IN ('pupils', 'medicals') AND gone IS NULL AND id = ANY (ARRAY(${listed(pupilIds)}))
  UNION ALL SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl = 'guardians' AND gone IS NULL AND id = ANY (
      ARRAY(SELECT guardian_id FROM near WHERE tbl = 'guardianLinks') || ${guardianId}::text)
  UNION ALL SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl = 'households' AND gone IS NULL AND id = ANY (ARRAY(SELECT id FROM home))
  UNION ALL SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl = 'contactLinks' AND gone IS NULL AND contact_id = ANY (ARRAY(
      SELECT id FROM known WHERE fields ->> 'kind' NOT IN ('doctor', 'dentist', 'after-school-care')))
  UNION ALL SELECT tbl, id, level, fields FROM sync_rows
    WHERE tbl = 'phones' AND gone IS NULL AND owner_id = ANY (ARRAY(
      SELECT id FROM known UNION ALL SELECT id FROM home UNION ALL ${listed(pupilIds)}
    ) || ${guardianId}::text)`

const listed = (ids: readonly string[]) =>
  sql`SELECT jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)`
