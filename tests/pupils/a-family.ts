import { ContactId, ContactLinkId, PhoneId } from '#shared/families/contact.ts'
import { type GuardianFields, GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import { type HouseholdFields, HouseholdId, ResidenceId } from '#shared/families/household.ts'
import { GroupId, SchoolYearId } from '#shared/groups/group.ts'
import { PartialDay } from '#shared/platform/day.ts'
import type { EnrolmentFields, PupilFields, PupilId } from '#shared/pupils/pupil.ts'
import { StaffId } from '#shared/staff/staff.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../src-main/families/families-table.ts'
import { groupStaff, groups, schoolYears } from '../../src-main/groups/groups-table.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import { type aSchool, day, heidi, numbered } from '../builders/school.ts'

type School = ReturnType<typeof aSchool>

export const theYear = SchoolYearId.parse(numbered(10))
export const class4A = GroupId.parse(numbered(11))
export const class6B = GroupId.parse(numbered(12))
/** Teaches 4A. */
export const tom = StaffId.parse(numbered(13))

export const anna: PupilFields = {
  firstName: 'Anna',
  officialNames: null,
  initials: null,
  prefix: 'van den',
  lastName: 'Berg',
  sex: 'female',
  birthDate: PartialDay.parse('2018-05-14'),
  birthPlace: null,
  nationalNumber: null,
  nationalNumberKind: null,
  pupilNumber: null,
  homeLanguages: [],
  nationality: null,
  email: null,
  yearGrade: null,
  note: null,
}

export const sinceSummer: EnrolmentFields = {
  appliedOn: null,
  startsOn: day('2026-08-01'),
  endsOn: null,
  endReason: null,
  fromSchool: null,
  toSchool: null,
}

const write = (school: School, work: (db: WriteDb) => void) =>
  school.database.write({ staffId: heidi, path: 'test.prepare' }, work)

/** The running year with 4A of teacher Tom, and 6B. */
export function withClasses(school: School) {
  write(school, (db) => {
    db.save(schoolYears, {
      id: theYear,
      name: '2026-2027',
      startsOn: day('2026-08-01'),
      endsOn: day('2027-07-31'),
    })
    const classes = [
      [class4A, '4A'],
      [class6B, '6B'],
    ] as const
    for (const [id, name] of classes) {
      db.save(groups, { id, name, schoolYearId: theYear, kind: 'class', yearGrades: [] })
    }
    db.save(staff, {
      id: tom,
      firstName: 'Tom',
      lastName: 'Bakker',
      userName: 'tom',
      role: 'teacher',
      seesMedical: false,
      isActive: true,
    })
    const id = linkId('groupStaff', class4A, tom)
    db.save(groupStaff, { id, groupId: class4A, staffId: tom, task: 'teacher' })
  })
}

/** Enrols a pupil since the summer, in 4A unless said otherwise. */
export async function enrolled(
  school: School,
  fields: Partial<PupilFields> = {},
  { groupId = class4A, ...enrolment }: Partial<EnrolmentFields> & { groupId?: GroupId | null } = {},
): Promise<PupilId> {
  const answer = await school.pupils.enrol({
    fields: { ...anna, ...fields },
    enrolment: { ...sinceSummer, ...enrolment },
    groupId,
    siblingOf: null,
  })
  if (!answer.ok) throw new Error(answer.refusal)
  return answer.value
}

type Home = Partial<HouseholdFields> & { readonly n: number; readonly phone?: string }

export function withHome(
  school: School,
  pupilIds: readonly PupilId[],
  { n, phone, ...home }: Home,
) {
  const id = HouseholdId.parse(numbered(100 + n))
  write(school, (db) => {
    db.save(households, { id, ...home })
    if (phone) savePhone(db, 'household', id, phone)
    for (const pupilId of pupilIds) {
      const residence = ResidenceId.parse(linkId('residences', pupilId, id))
      db.save(residences, { id: residence, pupilId, householdId: id, isMain: true })
    }
  })
  return id
}

type Parent = Partial<GuardianFields> & {
  readonly n: number
  readonly phone?: string
  readonly householdId?: HouseholdId
  readonly noContact?: boolean
}

export function withGuardian(school: School, pupilIds: readonly PupilId[], parent: Parent) {
  const { n, phone, householdId, noContact = false, ...fields } = parent
  const id = GuardianId.parse(numbered(200 + n))
  write(school, (db) => {
    const row = { firstName: 'Petra', lastName: 'Jansen', sex: 'female', ...fields } as const
    db.save(guardians, { ...row, id, householdId: householdId ?? null })
    if (phone) savePhone(db, 'guardian', id, phone)
    for (const pupilId of pupilIds) {
      db.save(guardianLinks, {
        id: GuardianLinkId.parse(linkId('guardianLinks', pupilId, id)),
        pupilId,
        guardianId: id,
        relation: 'mother',
        authority: 'joint',
        informationRight: 'full',
        contactOrder: n,
        mayCollect: true,
        portalAccess: true,
        receivesLetters: true,
        noContact,
      })
    }
  })
  return id
}

type Other = { readonly n: number; readonly name: string; readonly phone?: string }

export function withDoctor(
  school: School,
  pupilIds: readonly PupilId[],
  { n, name, phone }: Other,
) {
  const id = ContactId.parse(numbered(300 + n))
  write(school, (db) => {
    db.save(contacts, { id, kind: 'doctor', name })
    if (phone) savePhone(db, 'contact', id, phone)
    for (const pupilId of pupilIds) {
      db.save(contactLinks, {
        id: ContactLinkId.parse(linkId('contactLinks', pupilId, id)),
        pupilId,
        contactId: id,
        contactOrder: 1,
        mayCollect: false,
        collectingForbidden: false,
      })
    }
  })
  return id
}

function savePhone(
  db: WriteDb,
  ownerKind: 'guardian' | 'household' | 'contact',
  ownerId: string,
  number: string,
) {
  db.save(phones, {
    id: PhoneId.parse(linkId('phones', ownerId, number)),
    ownerKind,
    ownerId,
    kind: 'mobile',
    number,
    mayCallDuringSchool: true,
    position: 1,
  })
}
