import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { Country } from '#shared/platform/language.ts'

/** OneRoster knows people, classes and who belongs to whom; no addresses and no law. */
const everywhere: readonly ExportLoss[] = [
  'households',
  'ties.relationKind',
  'ties.authority',
  'ties.agreements',
  'ties.permissions',
  'ties.note',
  // A prefix goes in one cell with its name, and only the usual ones can be told from it again.
  'pupils.prefix',
  'guardians.prefix',
  'staff.prefix',
  'pupils.initials',
  'pupils.singleOfficialName',
  'pupils.partialBirthDate',
  'pupils.nationality',
  'pupils.homeLanguages',
  'pupils.note',
  'pupils.protection',
  'pupils.earlierEnrolments',
  'pupils.enrolmentDetails',
  'pupils.morePhones',
  'guardians.initials',
  'guardians.sex',
  'guardians.language',
  'guardians.note',
  'guardians.morePhones',
  'phones.kind',
  'phones.order',
  'phones.mayCallDuringSchool',
  'groups.room',
  'staff.task',
  'staff.role',
  'schoolYear.days',
]

/** Readers make the name of a year of its days. */
const inSweden: readonly ExportLoss[] = [...everywhere, 'schoolYear.name']

export const oneRosterLosses = (country: Country) => (country === 'se' ? inSweden : everywhere)
