/**
 * What a column of a school's own table may mean. `guardian1` is who is called first; `household1`
 * is where the pupil mainly lives, `household2` the other home.
 */
export const tableFields = [
  'pupil.key',
  'pupil.pupilNumber',
  'pupil.nationalNumber',
  'pupil.fullName',
  'pupil.firstName',
  'pupil.officialNames',
  'pupil.initials',
  'pupil.prefix',
  'pupil.lastName',
  'pupil.birthDate',
  'pupil.birthPlace',
  'pupil.sex',
  'pupil.nationality',
  'pupil.homeLanguages',
  'pupil.email',
  'pupil.mobile',
  'pupil.phone',
  'pupil.yearGrade',
  'pupil.protection',
  'pupil.note',
  'pupil.startsOn',
  'pupil.endsOn',
  'group.name',
  'group.key',
  'group.teacher',
  ...guardianFields('guardian1'),
  ...guardianFields('guardian2'),
  ...householdFields('household1'),
  ...householdFields('household2'),
  'school.year',
  'family.key',
] as const
export type TableField = (typeof tableFields)[number]

function guardianFields<Who extends 'guardian1' | 'guardian2'>(who: Who) {
  return [
    `${who}.key`,
    `${who}.fullName`,
    `${who}.firstName`,
    `${who}.initials`,
    `${who}.prefix`,
    `${who}.lastName`,
    `${who}.sex`,
    `${who}.relation`,
    `${who}.authority`,
    `${who}.email`,
    `${who}.mobile`,
    `${who}.phone`,
    `${who}.language`,
  ] as const
}

function householdFields<Which extends 'household1' | 'household2'>(which: Which) {
  return [
    `${which}.streetLine`,
    `${which}.street`,
    `${which}.houseNumber`,
    `${which}.houseNumberAddition`,
    `${which}.postcode`,
    `${which}.town`,
    `${which}.postcodeAndTown`,
    `${which}.addressCountry`,
  ] as const
}
