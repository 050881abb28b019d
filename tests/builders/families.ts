import { PhoneId } from '#shared/families/contact.ts'
import {
  type GuardianFields,
  GuardianId,
  type GuardianLinkFields,
  GuardianLinkId,
} from '#shared/families/guardian.ts'
import { HouseholdId, ResidenceId } from '#shared/families/household.ts'
import { GroupId, SchoolYearId } from '#shared/groups/group.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { EnrolmentId, type ProtectionLevel, PupilId } from '#shared/pupils/pupil.ts'
import { StaffId } from '#shared/staff/staff.ts'
import {
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../src-main/families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../../src-main/groups/groups-table.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import { enrolments, pupils } from '../../src-main/pupils/pupils-table.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import { aSchool, day, heidi, numbered } from './school.ts'

export const saar = PupilId.parse(numbered(20))
export const tim = PupilId.parse(numbered(21))
export const noor = PupilId.parse(numbered(22))
export const yusuf = PupilId.parse(numbered(23))
export const anna = GuardianId.parse(numbered(30))
export const pieter = GuardianId.parse(numbered(31))
export const fatma = GuardianId.parse(numbered(32))
export const noorsMother = GuardianId.parse(numbered(33))
export const molenweg = HouseholdId.parse(numbered(40))
export const kerkstraat = HouseholdId.parse(numbered(41))
export const dorpsplein = HouseholdId.parse(numbered(42))
export const hiding = HouseholdId.parse(numbered(43))
export const thisYear = SchoolYearId.parse(numbered(50))
export const group4a = GroupId.parse(numbered(51))
export const group12 = GroupId.parse(numbered(52))
export const juf = StaffId.parse(numbered(60))
export const principal = StaffId.parse(numbered(61))
export const ict = StaffId.parse(numbered(62))

/** Words that only the records of Noor hold, whom nobody may find. */
export const noorsSecrets = [
  'Vluchtsma',
  'Schuilkade',
  'Nergenshuizen',
  '+31687654321',
  'noormoeder',
]

export const linkOf = (pupil: PupilId, guardian: GuardianId) =>
  GuardianLinkId.parse(linkId('guardianLinks', pupil, guardian))
export const residenceOf = (pupil: PupilId, household: HouseholdId) =>
  ResidenceId.parse(linkId('residences', pupil, household))

/** What is agreed about a mother with joint authority; name what the test is about. */
export const aLink = (wanted: Partial<GuardianLinkFields> = {}): GuardianLinkFields => ({
  relation: 'mother',
  authority: 'joint',
  authorityDocument: null,
  authorityOn: null,
  informationRight: 'full',
  informationDocument: null,
  contactOrder: 1,
  mayCollect: true,
  portalAccess: true,
  receivesLetters: true,
  noContact: false,
  note: null,
  ...wanted,
})

/** A guardian's own fields. */
export const aGuardian = (
  firstName: string,
  lastName: string,
  email: string | null = null,
): GuardianFields => ({
  firstName,
  initials: null,
  prefix: null,
  lastName,
  sex: 'unknown',
  email,
  language: null,
  note: null,
})

/** An address's fields. */
export const anAddress = (street: string | null, houseNumber: string | null, town = 'Dorp') => ({
  street,
  houseNumber,
  houseNumberAddition: null,
  postcode: '1234 AB',
  town,
  addressCountry: 'NL',
  mailingAddress: null,
  note: null,
})

/**
 * A school with three families. Anna Jansen and Pieter de Vries live apart; their Saar (4A) goes to
 * and fro, their Tim (1/2A) lives with Anna. Yusuf Yılmaz (4A) has a mother. Noor (4A) is protected
 * at level 2 under the name Sol Vinter; nothing of `noorsSecrets` may leave the data thread.
 */
export function aSchoolWithFamilies(wanted: Parameters<typeof aSchool>[0] = {}) {
  const school = aSchool(wanted)
  school.database.write({ staffId: heidi, path: 'practice.make' }, (db) => {
    saveStaffAndGroups(db)
    savePeople(db)
  })
  school.announced.length = 0
  return school
}

function saveStaffAndGroups(db: WriteDb) {
  const person = { email: null, language: null, prefix: null, isActive: true, seesMedical: true }
  db.save(staff, {
    ...person,
    id: juf,
    firstName: 'Joke',
    lastName: 'Juf',
    userName: 'joke',
    role: 'teacher',
  })
  db.save(staff, {
    ...person,
    id: principal,
    firstName: 'Dirk',
    lastName: 'Baas',
    userName: 'dirk',
    role: 'principal',
  })
  db.save(staff, {
    ...person,
    id: ict,
    firstName: 'Iris',
    lastName: 'Kabel',
    userName: 'iris',
    role: 'ict',
    seesMedical: false,
  })
  db.save(schoolYears, {
    id: thisYear,
    name: '2026-2027',
    startsOn: day('2026-08-01'),
    endsOn: day('2027-07-31'),
  })
  const group = { schoolYearId: thisYear, kind: 'class' as const, room: null }
  db.save(groups, { ...group, id: group4a, name: '4A', yearGrades: ['4'] })
  db.save(groups, { ...group, id: group12, name: '1/2A', yearGrades: ['1', '2'] })
  db.save(groupStaff, {
    id: linkId('groupStaff', group4a, juf),
    groupId: group4a,
    staffId: juf,
    task: 'teacher',
  })
}

function savePeople(db: WriteDb) {
  const jansen = savePupil(db, { id: saar, firstName: 'Saar', lastName: 'Vries', prefix: 'de' })
  jansen.in(group4a)
  jansen.at(molenweg, anAddress('Molenweg', '81'), true)
  jansen.at(kerkstraat, anAddress('Kerkstraat', '12'), false)
  jansen.with(anna, aGuardian('Anna', 'Jansen', 'anna@example.org'), molenweg, 1, '+31612345678')
  const vries = { ...aGuardian('Pieter', 'Vries', 'pieter@example.org'), prefix: 'de' }
  jansen.with(pieter, vries, kerkstraat, 2, '+31623456789')

  const brother = savePupil(db, { id: tim, firstName: 'Tim', lastName: 'Vries', prefix: 'de' })
  brother.in(group12)
  brother.at(molenweg, anAddress('Molenweg', '81'), true)
  brother.with(anna, aGuardian('Anna', 'Jansen', 'anna@example.org'), molenweg, 1, '+31612345678')
  brother.with(pieter, vries, kerkstraat, 2, '+31623456789')

  const yilmaz = savePupil(db, { id: yusuf, firstName: 'Yusuf', lastName: 'Yılmaz' })
  yilmaz.in(group4a)
  yilmaz.at(dorpsplein, anAddress('Dorpsplein', '3'), true)
  yilmaz.with(fatma, aGuardian('Fatma', 'Yılmaz'), dorpsplein, 1, '+31634567890')

  const secret = savePupil(db, {
    id: noor,
    firstName: 'Noor',
    lastName: 'Vluchtsma',
    protectionLevel: 2,
    alias: 'Sol Vinter',
  })
  secret.in(group4a)
  secret.at(hiding, anAddress('Schuilkade', '9', 'Nergenshuizen'), true)
  const mother = aGuardian('Mirjam', 'Vluchtsma', 'noormoeder@example.org')
  secret.with(noorsMother, mother, hiding, 1, '+31687654321')
}

type NewPupil = {
  readonly id: PupilId
  readonly firstName: string
  readonly lastName: string
  readonly prefix?: string
  readonly protectionLevel?: ProtectionLevel
  readonly alias?: string
}

function savePupil(db: WriteDb, pupil: NewPupil) {
  db.save(pupils, {
    sex: 'female',
    birthDate: PartialDay.parse('2018-05-14'),
    homeLanguages: ['nl'],
    protectionLevel: 0,
    ...pupil,
  })
  const enrolmentId = EnrolmentId.parse(linkId('enrolments', pupil.id))
  db.save(enrolments, { id: enrolmentId, pupilId: pupil.id, startsOn: day('2022-08-01') })
  const { id: pupilId } = pupil
  return {
    in(groupId: GroupId) {
      const id = linkId('memberships', pupilId, groupId)
      db.save(memberships, { id, pupilId, groupId, from: day('2026-08-01') })
    },
    at(id: HouseholdId, address: ReturnType<typeof anAddress>, isMain: boolean) {
      db.save(households, { ...address, id })
      db.save(residences, { id: residenceOf(pupilId, id), pupilId, householdId: id, isMain })
    },
    with(
      id: GuardianId,
      fields: GuardianFields,
      householdId: HouseholdId,
      contactOrder: number,
      number: string,
    ) {
      db.save(guardians, { ...fields, id, householdId })
      db.save(guardianLinks, {
        ...aLink({ contactOrder }),
        id: linkOf(pupilId, id),
        pupilId,
        guardianId: id,
      })
      db.save(phones, {
        id: PhoneId.parse(linkId('phones', id)),
        ownerKind: 'guardian',
        ownerId: id,
        kind: 'mobile',
        number,
        mayCallDuringSchool: true,
        position: 1,
      })
    },
  }
}
