import { exportFileName } from '#shared/exports/export-file-name.ts'
import type { ExportLoss } from '#shared/exports/export-losses.ts'
import type { Language } from '#shared/platform/language.ts'
import { inCallingOrder } from '../calling-order.ts'
import type { Writer } from '../writers.ts'
import { writeCard } from './card-lines.ts'
import { peopleCards, type RoleWords } from './people-cards.ts'

/** Categories by which our reader, too, knows who is who. */
const roleWords: Readonly<Record<Language, RoleWords>> = {
  nl: { pupil: 'Leerlingen', guardian: 'Ouders', staff: 'Team' },
  'nl-BE': { pupil: 'Leerlingen', guardian: 'Ouders', staff: 'Team' },
  sv: { pupil: 'Elever', guardian: 'Vårdnadshavare', staff: 'Personal' },
  en: { pupil: 'Pupils', guardian: 'Guardians', staff: 'Staff' },
}

const losses: readonly ExportLoss[] = [
  // Only those that begin with the name the child is called by.
  'pupils.officialNames',
  'pupils.initials',
  'pupils.prefix',
  'pupils.partialBirthDate',
  'pupils.birthPlace',
  'pupils.pupilNumber',
  'pupils.homeLanguages',
  'pupils.nationality',
  'pupils.yearGrade',
  'pupils.note',
  'pupils.enrolments',
  'pupils.membershipDays',
  'guardians.initials',
  'guardians.prefix',
  'guardians.language',
  'guardians.note',
  'ties.authority',
  'ties.agreements',
  'ties.permissions',
  'ties.note',
  'households.mailingAddress',
  'households.note',
  'households.phones',
  'residences.second',
  'residences.arrangement',
  'phones.mayCallDuringSchool',
  'groups.yearGrades',
  'groups.room',
  'groups.empty',
  'staff.prefix',
  'staff.userName',
  'staff.task',
  'staff.role',
  'schoolYear',
]

/**
 * Pupils, guardians and staff as contact cards in one file, vCard 3.0, which every phone and Outlook
 * reads. Without notes: an address book is synced to wherever its owner likes, so protected pupils
 * never go along either.
 */
export const vcardWriter: Writer = {
  format: 'vcard',
  losses: () => losses,
  hasNationalNumbers: false,
  takesProtected: false,
  refuses: () => null,

  *write(school) {
    const { language } = school.school
    const { ofPupil, ofGuardian, ofStaff } = peopleCards(school, roleWords[language])
    const total = school.pupils.length + school.guardians.length + school.staff.length
    const cards: string[] = []
    const people = [
      ...school.pupils.map((pupil) => () => ofPupil(pupil)),
      ...inCallingOrder(school).map((guardian) => () => ofGuardian(guardian)),
      ...school.staff.map((person) => () => ofStaff(person)),
    ]
    for (const linesOf of people) {
      cards.push(writeCard(linesOf()))
      yield { done: cards.length, total }
    }
    return {
      name: exportFileName('vcard', school.today, language),
      mediaType: 'text/vcard; charset=utf-8',
      bytes: new TextEncoder().encode(cards.join('')),
    }
  },
}
