import { exportFileName } from '#shared/exports/export-file-name.ts'
import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { Country } from '#shared/platform/language.ts'
import { inCallingOrder } from '../calling-order.ts'
import type { Writer } from '../writers.ts'
import { zipFiles } from '../zip-files.ts'
import { personWriter } from './persons-page.ts'
import { dutyWriter, groupWriter, organisationOf } from './school-pages.ts'
import { standardIds } from './standard-ids.ts'

const losses: readonly ExportLoss[] = [
  'pupils.officialNames',
  'pupils.initials',
  'pupils.prefix',
  'pupils.otherSex',
  'pupils.partialBirthDate',
  'pupils.birthPlace',
  'pupils.pupilNumber',
  'pupils.homeLanguages',
  'pupils.nationality',
  'pupils.ownYearGrade',
  'pupils.note',
  'pupils.alias',
  'pupils.assumedIdentity',
  'pupils.earlierEnrolments',
  'pupils.enrolmentDetails',
  'guardians.initials',
  'guardians.prefix',
  'guardians.sex',
  'guardians.language',
  'guardians.note',
  'ties.relation',
  'ties.authority',
  'ties.agreements',
  'ties.permissions',
  'ties.note',
  'households.note',
  'households.phones',
  'residences.second',
  'residences.arrangement',
  'phones.kind',
  'phones.mayCallDuringSchool',
  'groups.yearGrades',
  'groups.room',
  'staff.prefix',
  'staff.userName',
  'staff.assistants',
  'staff.role',
  'schoolYear.name',
  'schoolYear.days',
]

/** Numbers of other countries have no place, nor has one that the school gave in a form of its own. */
const abroad: Readonly<Record<Country, readonly ExportLoss[]>> = {
  nl: ['pupils.nationalNumber'],
  be: ['pupils.nationalNumber', 'pupils.yearGrade'],
  se: ['pupils.localNumber'],
}

/**
 * SS 12000:2020 as files: a zip of the pages that the standard's API would answer, each in one page.
 * Enrolments stand inside the persons, as the standard has them.
 */
export const ss12000Writer: Writer = {
  format: 'ss12000',
  losses: ({ country }) => [...losses, ...abroad[country]],
  hasNationalNumbers: true,
  takesProtected: true,
  // Sweden knows a school by its skolenhetskod, and receivers there match on it.
  refuses: ({ school }) =>
    school.country === 'se' && !school.registrationNumber ? 'export.school-incomplete' : null,

  *write(school) {
    const standardId = standardIds(school)
    const { ofPupil, ofGuardian, ofStaff } = personWriter(school, standardId)
    const { pupils, guardians, staff, groups } = school
    const total = pupils.length + guardians.length + staff.length
    const persons: object[] = []
    const makers = [
      ...pupils.map((pupil) => () => ofPupil(pupil)),
      ...inCallingOrder(school).map((guardian) => () => ofGuardian(guardian)),
      ...staff.map((person) => () => ofStaff(person)),
    ]
    for (const make of makers) {
      persons.push(make())
      yield { done: persons.length, total }
    }
    const bytes = zipFiles([
      ['organisations.json', page([organisationOf(school)])],
      ['persons.json', page(persons)],
      ['groups.json', page(groups.map(groupWriter(school, standardId)))],
      ['duties.json', page(staff.map(dutyWriter(school, standardId)))],
    ])
    return {
      name: exportFileName('ss12000', school.today, school.school.language),
      mediaType: 'application/zip',
      bytes,
    }
  },
}

/** One object a line, so that a problem in it can be named by its line. */
function page(objects: readonly object[]) {
  const lines = objects.map((object) => JSON.stringify(object))
  return `{"data":[\n${lines.join(',\n')}\n],"pageToken":null}\n`
}
