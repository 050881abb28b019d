import { gt } from 'drizzle-orm'
import { hidesAddress, hidesName } from '#shared/pupils/mask.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { maySee } from '#shared/staff/rights.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { rowsAbout } from './rows-about.ts'

/** What stands where a value is hidden. */
export const hiddenValue = '•••'

/** Where a protected child can be found or called: the fields that `mask.ts` hides from level 1. */
const placeFields: Record<string, readonly string[] | 'all'> = {
  households: 'all',
  phones: ['number'],
  photos: 'all',
  pupils: ['email', 'note'],
  guardians: ['email', 'note', 'householdId'],
  guardianLinks: ['authorityDocument', 'informationDocument', 'note'],
  residences: ['householdId', 'arrangement'],
  contacts: ['address', 'email', 'note'],
  enrolments: ['endReason', 'fromSchool', 'toSchool'],
  consents: ['note'],
}

/** Who a protected child is: the fields that `mask.ts` hides from level 2. */
const nameFields: Record<string, readonly string[]> = {
  pupils: [
    'firstName',
    'officialNames',
    'initials',
    'prefix',
    'lastName',
    'birthPlace',
    'nationality',
    'nationalNumber',
    'nationalNumberKind',
  ],
  guardians: ['firstName', 'initials', 'prefix', 'lastName'],
  contacts: ['name', 'organisation'],
  contactLinks: ['relation'],
}

/** Tables whose history is for the office: settings of persons and keys of other systems are not. */
const told = new Set([
  ...['schools', 'staff', 'schoolYears', 'groups', 'groupStaff', 'pupils', 'enrolments'],
  ...['memberships', 'medicals', 'photos', 'disclosures', 'households', 'residences', 'guardians'],
  ...['guardianLinks', 'contacts', 'contactLinks', 'phones', 'consents', 'savedOverviews'],
])

export type HistoryMask = {
  /** Whether the caller may know that this table's rows changed at all. */
  tells(tbl: string): boolean
  /** A value as the caller may see it. */
  show(tbl: string, rowId: string, field: string, value: unknown): unknown
}

/** The mask of `pupils/mask.ts` for values of the past, which name no pupil but a table and a row. */
export function historyMask(
  db: ReadDb,
  sqlite: SchoolDatabase['sqlite'],
  caller: Context,
): HistoryMask {
  const covered = coveredPupils(db)
  const pupilsByRow = rowsAbout(db, sqlite, [...covered.keys()])
  const coversOf = (rowId: string) =>
    [...(pupilsByRow.get(rowId) ?? [])].flatMap((id) => covered.get(id) ?? [])

  return {
    tells: (tbl) => told.has(tbl) && (tbl !== 'medicals' || maySee(caller, 'medical')),

    show(tbl, rowId, field, value) {
      if (value === null || field === 'id') return value
      const covers = coversOf(rowId)
      if (covers.some(hidesAddress) && hides(placeFields[tbl], field)) return hiddenValue
      if (covers.some(hidesName) && hides(nameFields[tbl], field)) return hiddenValue
      if (tbl === 'pupils' && field === 'nationalNumber') return withoutStart(String(value))
      // A picture is no line in a list, and a hundred of them no answer.
      return tbl === 'photos' ? hiddenValue : value
    },
  }
}

function hides(fields: readonly string[] | 'all' | undefined, field: string) {
  return fields === 'all' || fields?.includes(field) === true
}

/** The end is enough to tell one number from another. */
const withoutStart = (number: string) => `•••${number.slice(-3)}`

/** Pupils of whom something is hidden. */
export function coveredPupils(db: ReadDb): ReadonlyMap<PupilId, Pupil> {
  const rows = db.select().from(pupils).where(gt(pupils.protectionLevel, 0)).all()
  return new Map(rows.map((pupil) => [pupil.id, pupil]))
}
