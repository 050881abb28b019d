import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { Country } from '#shared/platform/language.ts'

/** EDEXML knows pupils, groups and staff; of a family it has no more than a postcode. */
const everywhere: readonly ExportLoss[] = [
  'guardians',
  'households.address',
  'households.addressCountry',
  'households.mailingAddress',
  'households.note',
  'households.phones',
  'households.shared',
  'residences.second',
  'residences.arrangement',
  'pupils.phones',
  'pupils.note',
  'pupils.protection',
  'pupils.pupilNumber',
  'pupils.birthPlace',
  'pupils.nationality',
  'pupils.homeLanguages',
  'pupils.localNumber',
  'pupils.otherSex',
  'pupils.partialBirthDate',
  'pupils.longPrefix',
  'pupils.longInitials',
  'pupils.otherYearGrade',
  'pupils.earlierEnrolments',
  'pupils.enrolmentDetails',
  'pupils.membershipDays',
  'groups.room',
  'groups.setYearGrades',
  'staff.role',
  'schoolYear.days',
]

/** Swedish numbers and the name of a Swedish year have no place in a Dutch standard. */
const inSweden: readonly ExportLoss[] = [...everywhere, 'pupils.nationalNumber', 'schoolYear.name']

export const edexmlLosses = (country: Country) => (country === 'se' ? inSweden : everywhere)
