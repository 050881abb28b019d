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

/** A Flemish prefix has a capital, and nobody can tell it from the name when both are one cell. */
const inFlanders: readonly ExportLoss[] = [
  ...everywhere,
  'pupils.prefix',
  'guardians.prefix',
  'staff.prefix',
]

/** Readers make the name of a year of its days; `Natt och Dag` is one name to them. */
const inSweden: readonly ExportLoss[] = [
  ...everywhere,
  'pupils.prefix',
  'guardians.prefix',
  'schoolYear.name',
]

const losses: Readonly<Record<Country, readonly ExportLoss[]>> = {
  nl: everywhere,
  be: inFlanders,
  se: inSweden,
}

export const oneRosterLosses = (country: Country) => losses[country]
