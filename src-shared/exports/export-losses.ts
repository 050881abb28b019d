/**
 * What a format may have no place for: a kind of record, a field, or some values of a field. Each
 * has a sentence in `export-loss-messages.ts`, and the round-trip test knows what it takes away.
 */
export const exportLosses = [
  'pupils.officialNames',
  'pupils.initials',
  'pupils.prefix',
  /** A prefix longer than the format takes goes with the last name. */
  'pupils.longPrefix',
  'pupils.sex',
  /** `other` becomes unknown. */
  'pupils.otherSex',
  'pupils.birthDate',
  /** A birth date of which the day is not known. */
  'pupils.partialBirthDate',
  'pupils.birthPlace',
  'pupils.nationalNumber',
  'pupils.pupilNumber',
  'pupils.homeLanguages',
  'pupils.nationality',
  'pupils.email',
  'pupils.yearGrade',
  'pupils.note',
  'pupils.protection',
  'pupils.phones',
  /** All but the first number of a kind. */
  'pupils.morePhones',
  'pupils.enrolments',
  /** All but the last time at school. */
  'pupils.earlierEnrolments',
  /** Day of application, reason of leaving, schools before and after. */
  'pupils.enrolmentDetails',
  'pupils.membershipDays',
  'guardians',
  'guardians.initials',
  'guardians.prefix',
  'guardians.sex',
  'guardians.email',
  'guardians.language',
  'guardians.note',
  'guardians.phones',
  'guardians.morePhones',
  'guardians.home',
  'ties.relation',
  'ties.authority',
  /** Documents, dates, rights to information. */
  'ties.agreements',
  'ties.contactOrder',
  /** Portal, letters, collecting, no contact. */
  'ties.permissions',
  'ties.note',
  'households',
  /** Only the postcode of an address is kept. */
  'households.address',
  'households.postcode',
  'households.addressCountry',
  'households.mailingAddress',
  'households.note',
  'households.phones',
  'residences.second',
  'residences.arrangement',
  'phones.kind',
  'phones.mayCallDuringSchool',
  'groups.yearGrades',
  'groups.kind',
  'groups.sets',
  'groups.room',
  'groups.empty',
  'staff',
  'staff.userName',
  'staff.email',
  'staff.groups',
  'staff.task',
  'schoolYear.days',
] as const
export type ExportLoss = (typeof exportLosses)[number]
