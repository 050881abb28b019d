import { PhoneId } from '#shared/families/contact.ts'
import { GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import { HouseholdId, ResidenceId } from '#shared/families/household.ts'
import { GroupId, SchoolYearId } from '#shared/groups/group.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { EnrolmentId, PupilId } from '#shared/pupils/pupil.ts'
import {
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../src-main/families/families-table.ts'
import { groups, memberships, schoolYears } from '../../src-main/groups/groups-table.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { enrolments, pupils } from '../../src-main/pupils/pupils-table.ts'
import { day, numbered } from '../builders/school.ts'

const firstNames = [
  'Anna',
  'Bram',
  'Çağla',
  'Daan',
  'Émilie',
  'Fatma',
  'Gijs',
  'Hanna',
  'Ivo',
  'Zoë',
]
const lastNames = ['Berg', 'Jansen', 'Vries', 'Yılmaz', 'Bakker', 'Åberg', 'Smit', 'Haan', 'Dijk']
const prefixes = [null, 'van den', 'de', null]
const streets = ['Parklaan', 'Molenweg', 'Kerkstraat', 'Dorpsstraat', 'Lindelaan']

const pick = <Value>(values: readonly Value[], n: number) => {
  const value = values[n % values.length]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}

/** `count` pupils of 25 a class, two guardians each with a mobile and a home phone. */
export function fillSchool(db: WriteDb, count: number) {
  const yearId = SchoolYearId.parse(numbered(900_000))
  db.save(schoolYears, {
    id: yearId,
    name: '2026-2027',
    startsOn: day('2026-08-01'),
    endsOn: day('2027-07-31'),
  })
  for (let n = 0; n * 25 < count; n++) {
    const id = GroupId.parse(numbered(910_000 + n))
    db.save(groups, { id, schoolYearId: yearId, name: `${n}A`, kind: 'class', yearGrades: ['4'] })
  }
  for (let n = 0; n < count; n++) savePupil(db, n)
}

function savePupil(db: WriteDb, n: number) {
  const id = PupilId.parse(numbered(1_000_000 + n))
  const lastName = pick(lastNames, n * 7)
  const prefix = pick(prefixes, n * 5)
  db.save(pupils, {
    id,
    firstName: pick(firstNames, n * 3),
    prefix,
    lastName: `${lastName}${n % 13}`,
    sex: n % 2 ? 'female' : 'male',
    birthDate: PartialDay.parse(`201${n % 9}-0${1 + (n % 9)}-1${n % 10}`),
    homeLanguages: ['nl'],
    protectionLevel: 0,
    pupilNumber: String(20_000 + n),
  })
  db.save(enrolments, {
    id: EnrolmentId.parse(numbered(2_000_000 + n)),
    pupilId: id,
    startsOn: day('2024-08-01'),
  })
  db.save(memberships, {
    id: numbered(3_000_000 + n),
    pupilId: id,
    groupId: GroupId.parse(numbered(910_000 + Math.floor(n / 25))),
    from: day('2026-08-01'),
  })
  const householdId = HouseholdId.parse(numbered(4_000_000 + n))
  db.save(households, {
    id: householdId,
    street: pick(streets, n),
    houseNumber: String(n % 300),
    postcode: `${3500 + (n % 90)} AB`,
    town: 'Utrecht',
  })
  db.save(residences, {
    id: ResidenceId.parse(numbered(5_000_000 + n)),
    pupilId: id,
    householdId,
    isMain: true,
  })
  for (const k of [0, 1]) saveGuardian(db, id, householdId, n * 2 + k)
}

function saveGuardian(db: WriteDb, pupilId: PupilId, householdId: HouseholdId, n: number) {
  const id = GuardianId.parse(numbered(6_000_000 + n))
  db.save(guardians, {
    id,
    firstName: pick(firstNames, n),
    prefix: pick(prefixes, n),
    lastName: pick(lastNames, n * 3),
    sex: 'unknown',
    email: `ouder${n}@example.org`,
    householdId,
  })
  db.save(guardianLinks, {
    id: GuardianLinkId.parse(numbered(7_000_000 + n)),
    pupilId,
    guardianId: id,
    relation: 'parent',
    authority: 'joint',
    informationRight: 'full',
    contactOrder: 1 + (n % 2),
    mayCollect: true,
    portalAccess: true,
    receivesLetters: true,
    noContact: false,
  })
  for (const [position, number] of [
    `+316${10_000_000 + n * 7}`,
    `+3130${2_000_000 + n}`,
  ].entries()) {
    db.save(phones, {
      id: PhoneId.parse(numbered(8_000_000 + n * 2 + position)),
      ownerKind: 'guardian',
      ownerId: id,
      kind: position ? 'home' : 'mobile',
      number,
      mayCallDuringSchool: true,
      position: position + 1,
    })
  }
}
