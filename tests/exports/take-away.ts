import type { ExportLoss } from '#shared/exports/export-losses.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { ComparableSchool } from './comparable-school.ts'
import {
  each,
  eachGuardian,
  eachHome,
  eachPhone,
  eachPhoneList,
  isClass,
  joinPrefix,
  lose,
  onePhone,
  onlyPlaces,
} from './losing.ts'

type Away = (school: ComparableSchool) => void

/** The years of the three countries that EDEXML has a code for. */
const hasCode = /^([1-8]|K[1-3])$/

/** What each loss takes away: afterwards two schools that differ in nothing else are equal. */
export const takeAway: Readonly<Record<ExportLoss, Away>> = {
  'pupils.officialNames': lose('pupil', 'officialNames', null),
  'pupils.singleOfficialName': each('pupil', (fields) => {
    if (!fields.officialNames?.includes(' ')) fields.officialNames = null
  }),
  'pupils.initials': lose('pupil', 'initials', null),
  'pupils.longInitials': each('pupil', (fields) => {
    fields.initials = fields.initials?.replace(/[^\p{L}]/gu, '').slice(0, 6) ?? null
  }),
  'pupils.prefix': each('pupil', joinPrefix(0)),
  'pupils.longPrefix': each('pupil', joinPrefix(11)),
  'pupils.sex': lose('pupil', 'sex', 'unknown'),
  'pupils.otherSex': each('pupil', (fields) => {
    if (fields.sex === 'other') fields.sex = 'unknown'
  }),
  'pupils.birthDate': lose('pupil', 'birthDate', null),
  'pupils.partialBirthDate': each('pupil', (fields) => {
    if (fields.birthDate && fields.birthDate.length < 10) fields.birthDate = null
  }),
  'pupils.birthPlace': lose('pupil', 'birthPlace', null),
  'pupils.nationalNumber': each('pupil', (fields) => {
    fields.nationalNumber = null
    fields.nationalNumberKind = null
  }),
  'pupils.localNumber': each('pupil', (fields) => {
    if (fields.nationalNumberKind !== 'local') return
    fields.nationalNumber = null
    fields.nationalNumberKind = null
  }),
  'pupils.pupilNumber': lose('pupil', 'pupilNumber', null),
  'pupils.homeLanguages': lose('pupil', 'homeLanguages', []),
  'pupils.nationality': lose('pupil', 'nationality', null),
  'pupils.email': lose('pupil', 'email', null),
  'pupils.yearGrade': lose('pupil', 'yearGrade', null),
  // Who is in a class of one year and has no year that has a code is in that year.
  'pupils.otherYearGrade'(school) {
    for (const { fields } of school.groups) {
      fields.yearGrades = fields.yearGrades.filter((grade) => hasCode.test(grade))
    }
    for (const { fields, memberships } of school.pupils) {
      if (hasCode.test(fields.yearGrade ?? '')) continue
      const name = memberships.find(isClass)?.group.name
      const own = school.groups.find(
        (group) => isClass({ group: group.fields }) && group.fields.name === name,
      )
      const [only = null, ...others] = own?.fields.yearGrades ?? []
      fields.yearGrade = others.length === 0 ? only : null
    }
  },
  'pupils.ownYearGrade'(school) {
    for (const { fields, memberships } of school.pupils) {
      if (/^(K\d|F|\d|10)$/.test(fields.yearGrade ?? '')) continue
      const name = memberships.find(isClass)?.group.name
      const own = school.groups.find(
        (group) => isClass({ group: group.fields }) && group.fields.name === name,
      )
      const [only = null, ...others] = own?.fields.yearGrades ?? []
      fields.yearGrade = others.length === 0 ? only : null
    }
  },
  'pupils.note': lose('pupil', 'note', null),
  'pupils.protection': ({ pupils }) => {
    for (const pupil of pupils) pupil.protectionLevel = 0
  },
  // Its cover becomes the name of a child that needs a cover of its own.
  'pupils.alias': ({ pupils }) => {
    for (const { fields, protectionLevel } of pupils)
      if (protectionLevel >= 2) fields.firstName = ''
  },
  'pupils.assumedIdentity': ({ pupils }) => {
    for (const pupil of pupils) pupil.protectionLevel = Math.min(pupil.protectionLevel, 2)
  },
  'pupils.phones': ({ pupils }) => {
    for (const pupil of pupils) pupil.phones = []
  },
  'pupils.morePhones': ({ pupils }) => {
    for (const pupil of pupils) pupil.phones = onePhone(pupil.phones)
  },
  'pupils.enrolments': ({ pupils }) => {
    for (const pupil of pupils) pupil.enrolments = []
  },
  'pupils.earlierEnrolments': ({ pupils }) => {
    for (const pupil of pupils) pupil.enrolments = pupil.enrolments.slice(-1)
  },
  'pupils.enrolmentDetails': ({ pupils }) => {
    const nothing = { appliedOn: null, endReason: null, fromSchool: null, toSchool: null }
    for (const { enrolments } of pupils) for (const stay of enrolments) Object.assign(stay, nothing)
  },
  'pupils.membershipDays': ({ pupils }) => {
    for (const { memberships } of pupils)
      for (const place of memberships) Object.assign(place, { from: null, until: null })
  },
  'pupils.class': onlyPlaces(({ group }) => group.kind !== 'class'),
  'pupils.sets': onlyPlaces(({ group }) => group.kind !== 'set'),
  'pupils.moreClasses': onlyPlaces(
    (place, places) => place.group.kind !== 'class' || places.find(isClass) === place,
  ),
  guardians(school) {
    for (const pupil of school.pupils) pupil.guardians = []
    for (const household of school.households) household.guardians = []
    school.households = school.households.filter(({ pupils }) => pupils.length > 0)
  },
  'guardians.more': ({ pupils }) => {
    for (const pupil of pupils) pupil.guardians = pupil.guardians.slice(0, 2)
  },
  'guardians.initials': lose('guardian', 'initials', null),
  'guardians.prefix': each('guardian', joinPrefix(0)),
  'guardians.sex': lose('guardian', 'sex', 'unknown'),
  'guardians.email': lose('guardian', 'email', null),
  'guardians.language': lose('guardian', 'language', null),
  'guardians.note': lose('guardian', 'note', null),
  'guardians.phones': eachGuardian((guardian) => {
    guardian.phones = []
  }),
  'guardians.morePhones': eachGuardian((guardian) => {
    guardian.phones = onePhone(guardian.phones)
  }),
  'guardians.home'(school) {
    eachGuardian((guardian) => {
      guardian.home = null
    })(school)
    for (const household of school.households) household.guardians = []
    school.households = school.households.filter(({ pupils }) => pupils.length > 0)
  },
  'ties.relation': lose('tie', 'relation', 'other'),
  // A format may say it of the guardian and not of the tie: parent of one child, parent of all.
  'ties.relationKind'({ pupils }) {
    const ties = pupils.flatMap(({ guardians }) => guardians)
    const isParent = ({ relation }: { readonly relation: string }) =>
      /^(mother|father|parent)$/.test(relation)
    const parents = new Set(
      ties.filter(({ tie }) => isParent(tie)).map(({ guardian }) => displayName(guardian.fields)),
    )
    for (const { tie, guardian } of ties) {
      tie.relation = parents.has(displayName(guardian.fields)) ? 'parent' : 'other'
    }
  },
  'ties.authority': lose('tie', 'authority', 'unknown'),
  'ties.agreements': each('tie', (tie) => {
    tie.authorityDocument = null
    tie.authorityOn = null
    tie.informationRight = 'on-request'
    tie.informationDocument = null
  }),
  'ties.contactOrder': each('tie', (tie) => {
    tie.contactOrder = 1
  }),
  'ties.permissions': each('tie', (tie) => {
    const careful = { mayCollect: false, portalAccess: false, receivesLetters: true }
    Object.assign(tie, { ...careful, noContact: false })
  }),
  'ties.note': lose('tie', 'note', null),
  households(school) {
    school.households = []
    for (const pupil of school.pupils) pupil.residences = []
    eachGuardian((guardian) => {
      guardian.home = null
    })(school)
  },
  // An address of which no postcode is known leaves nothing behind.
  'households.address'(school) {
    const nothing = { street: null, houseNumber: null, houseNumberAddition: null, town: null }
    each('home', (fields) => Object.assign(fields, nothing))(school)
    school.households = school.households.filter(({ home }) => home?.fields.postcode)
    for (const pupil of school.pupils) {
      pupil.residences = pupil.residences.filter(({ home }) => home?.fields.postcode)
    }
  },
  'households.houseNumber': each('home', (fields) => {
    const parts = [fields.street, fields.houseNumber, fields.houseNumberAddition]
    fields.street = parts.filter(Boolean).join(' ') || null
    fields.houseNumber = null
    fields.houseNumberAddition = null
  }),
  'households.addressCountry': lose('home', 'addressCountry', null),
  'households.mailingAddress': lose('home', 'mailingAddress', null),
  'households.note': lose('home', 'note', null),
  'households.phones': eachHome((home) => {
    home.phones = []
  }),
  'households.shared'(school) {
    school.households = []
  },
  'residences.second'(school) {
    for (const pupil of school.pupils) {
      const name = displayName(pupil.fields)
      const others = new Set(pupil.residences.slice(1).map(({ home }) => JSON.stringify(home)))
      for (const household of school.households) {
        if (!others.has(JSON.stringify(household.home))) continue
        household.pupils = household.pupils.filter((each) => each !== name)
      }
      pupil.residences = pupil.residences.slice(0, 1)
    }
  },
  'residences.arrangement': ({ pupils }) => {
    for (const { residences } of pupils)
      for (const each of residences) Object.assign(each, { arrangement: null })
  },
  'phones.kind': eachPhone((phone) => {
    if (phone.kind !== 'mobile') phone.kind = 'other'
  }),
  'phones.mayCallDuringSchool': eachPhone((phone) => {
    phone.mayCallDuringSchool = true
  }),
  'phones.order': eachPhoneList((phones) => {
    phones.sort((a, b) => (a.number < b.number ? -1 : 1))
  }),
  'groups.yearGrades': lose('group', 'yearGrades', []),
  'groups.setYearGrades': each('group', (fields) => {
    if (fields.kind === 'set') fields.yearGrades = []
  }),
  'groups.kind'(school) {
    lose('group', 'kind', 'class')(school)
    for (const { memberships } of school.pupils)
      for (const { group } of memberships) group.kind = 'class'
    for (const { groups } of school.staff) for (const { group } of groups) group.kind = 'class'
  },
  'groups.sets'(school) {
    school.groups = school.groups.filter(({ fields }) => fields.kind !== 'set')
    onlyPlaces(({ group }) => group.kind !== 'set')(school)
    for (const person of school.staff) {
      person.groups = person.groups.filter(({ group }) => group.kind !== 'set')
    }
  },
  'groups.room': lose('group', 'room', null),
  'groups.empty'(school) {
    const names = new Set(
      school.pupils.flatMap(({ memberships }) => memberships.map(({ group }) => group.name)),
    )
    school.groups = school.groups.filter(({ fields }) => names.has(fields.name))
  },
  groups(school) {
    school.groups = []
    onlyPlaces(() => false)(school)
    for (const person of school.staff) person.groups = []
  },
  staff(school) {
    school.staff = []
    for (const group of school.groups) group.staff = []
  },
  'staff.prefix': each('staff', joinPrefix(0)),
  'staff.longPrefix': each('staff', joinPrefix(11)),
  'staff.userName': lose('staff', 'userName', ''),
  'staff.email': lose('staff', 'email', null),
  'staff.groups'(school) {
    for (const group of school.groups) group.staff = []
    for (const person of school.staff) person.groups = []
  },
  'staff.task'(school) {
    for (const { staff } of school.groups) for (const each of staff) each.task = 'teacher'
    for (const { groups } of school.staff) for (const each of groups) each.task = 'teacher'
  },
  'staff.assistants'(school) {
    const leads = ({ task }: { readonly task: string }) => task === 'teacher'
    for (const group of school.groups) group.staff = group.staff.filter(leads)
    for (const person of school.staff) person.groups = person.groups.filter(leads)
  },
  // Who has no group and no open account is nobody that an export takes along.
  'staff.role'(school) {
    school.staff = school.staff.filter(({ groups }) => groups.length > 0)
    for (const { fields } of school.staff)
      Object.assign(fields, { role: 'teacher', isActive: false })
  },
  'schoolYear.days'({ year }) {
    if (year) Object.assign(year, { startsOn: '', endsOn: '' })
  },
  'schoolYear.name'({ year }) {
    if (year) Object.assign(year, { name: '' })
  },
  schoolYear(school) {
    school.year = null
  },
}
