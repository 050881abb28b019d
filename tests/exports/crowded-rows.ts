import { PhoneId } from '#shared/families/contact.ts'
import { GroupId } from '#shared/groups/group.ts'
import { Day, PartialDay } from '#shared/platform/day.ts'
import { EnrolmentId } from '#shared/pupils/pupil.ts'
import type { GrowingRows } from '../../src-main/practice/practice-rows.ts'
import { numbered } from '../builders/school.ts'

/**
 * Fills a practice school with what it seldom or never has, so that every field of an export stands
 * somewhere: no field may travel, or get lost, unnoticed.
 */
export function crowd(rows: GrowingRows) {
  crowdPupils(rows)
  crowdStays(rows)
  crowdFamilies(rows)
  crowdPhones(rows)
  const group = rows.groups.findLast(({ kind }) => kind === 'class')
  // Made for a class that is yet to fill.
  if (group)
    rows.groups.push({
      ...group,
      id: GroupId.parse(numbered(78_001)),
      name: 'Nieuw',
      room: null,
      yearGrades: [],
    })
  for (const [index, person] of rows.staff.entries()) {
    if (index % 3 === 0) rows.staff[index] = { ...person, userName: `inlog${index}` }
  }
  // The school that imports has a Heidi Smit of its own.
  for (const [index, person] of rows.staff.entries()) {
    if (person.firstName === 'Heidi') rows.staff[index] = { ...person, firstName: 'Hedwig' }
    else if (person.role === 'teacher') rows.staff[index] = { ...person, prefix: 'Natt och' }
  }
  for (const [index, group] of rows.groups.entries()) {
    if (index % 3 === 0) rows.groups[index] = { ...group, room: '1.07' }
  }
  for (const [index, task] of rows.groupStaff.entries()) {
    if (index % 4 === 0) rows.groupStaff[index] = { ...task, task: 'assistant' }
  }
}

function crowdPupils({ pupils }: GrowingRows) {
  for (const [index, pupil] of pupils.entries()) {
    const odd = {
      0: { sex: 'other' as const },
      1: { prefix: 'van de onder den' },
      2: { note: 'Komt met de bus; leest graag.' },
      3: { nationality: 'SR', birthPlace: 'Paramaribo' },
      4: { homeLanguages: ['tr', 'nl'] },
      5: { email: `pupil${index}@example.org` },
      6: { initials: 'A.B.C.D.E.F.G.', officialNames: 'Anna Berta Céleste' },
      // A number would say the day.
      7: {
        birthDate: PartialDay.parse('2018-05'),
        nationalNumber: null,
        nationalNumberKind: null,
      },
      8: { nationalNumber: `L-${index}`, nationalNumberKind: 'local' as const },
      9: { yearGrade: 'S9' },
      10: { prefix: 'Natt och' },
    }[index % 12]
    if (pupil.protectionLevel === 0 && odd) pupils[index] = { ...pupil, ...odd }
  }
}

function crowdStays({ enrolments, pupils }: GrowingRows) {
  const [first, second] = pupils.filter(({ protectionLevel }) => protectionLevel === 0)
  for (const [index, stay] of enrolments.entries()) {
    if (stay.pupilId === second?.id && stay.startsOn && stay.startsOn < '2026-11-01') {
      enrolments[index] = { ...stay, endsOn: Day.parse('2027-02-01'), toSchool: 'De Brug' }
    }
  }
  const earlier = {
    id: EnrolmentId.parse(numbered(77_001)),
    appliedOn: Day.parse('2017-01-01'),
    startsOn: Day.parse('2017-08-01'),
    endsOn: Day.parse('2018-01-31'),
    endReason: 'verhuisd',
    fromSchool: null,
    toSchool: 'De Brug',
  }
  if (first) enrolments.push({ ...earlier, pupilId: first.id })
}

function crowdFamilies({ guardians, guardianLinks, households, residences }: GrowingRows) {
  for (const [index, guardian] of guardians.entries()) {
    const odd = {
      0: { initials: 'J.', note: 'Belt liever niet.' },
      1: { language: 'en' as const },
      2: { sex: 'other' as const },
      3: { prefix: 'Natt och' },
    }[index % 5]
    if (odd) guardians[index] = { ...guardian, ...odd }
  }
  for (const [index, link] of guardianLinks.entries()) {
    if (index % 6 !== 0) continue
    const authorityOn = Day.parse('2024-03-01')
    const documents = {
      authorityDocument: 'Vonnis 2024/12',
      informationDocument: 'Brief',
      authorityOn,
    }
    guardianLinks[index] = { ...link, ...documents, note: 'Afspraak met rector.' }
  }
  for (const [index, household] of households.entries()) {
    const odd = {
      0: { mailingAddress: 'Postbus 12, 1234 AB Ergens' },
      1: { note: 'Bel achterom.' },
      2: { addressCountry: 'DE', postcode: '46446' },
    }[index % 6]
    if (odd) households[index] = { ...household, ...odd }
  }
  for (const [index, residence] of residences.entries()) {
    if (index % 7 === 0) residences[index] = { ...residence, arrangement: 'om de week' }
  }
}

function crowdPhones({ phones, pupils, guardians, households }: GrowingRows) {
  const add = (
    ownerKind: 'pupil' | 'guardian' | 'household',
    ownerId: string,
    kind: 'mobile' | 'home' | 'work',
    n: number,
  ) => {
    const position = phones.filter((phone) => phone.ownerId === ownerId).length + 1
    const id = PhoneId.parse(numbered(78_000 + phones.length))
    const start = kind === 'mobile' ? '+3161234' : '+3120234'
    const number = `${start}${String(n).padStart(4, '0')}`
    phones.push({
      id,
      ownerKind,
      ownerId,
      kind,
      number,
      mayCallDuringSchool: n % 2 === 0,
      position,
    })
  }
  const [first, second] = pupils.filter(({ protectionLevel }) => protectionLevel === 0)
  if (first && second) {
    add('pupil', first.id, 'mobile', 1)
    add('pupil', first.id, 'mobile', 2)
    add('pupil', second.id, 'home', 3)
  }
  for (const [index, { id }] of guardians.entries()) {
    if (index % 6 === 0) add('guardian', id, 'work', 100 + index)
    if (index % 9 === 0) add('guardian', id, 'mobile', 300 + index)
  }
  for (const [index, { id }] of households.entries()) {
    if (index % 5 === 0) add('household', id, 'home', 500 + index)
  }
}
