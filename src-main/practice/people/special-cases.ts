import { PartialDay } from '#shared/platform/day.ts'
import { EnrolmentId, type Pupil, PupilId } from '#shared/pupils/pupil.ts'
import type { MissingField } from '#shared/pupils/required-fields.ts'
import type { Making } from '../making.ts'
import type { SettledFamily } from './family-rows.ts'

/** What is not known of some pupils, on purpose, so that the list of gaps has something to show. */
export const plannedGaps: readonly (readonly MissingField[])[] = [
  ['birthDate'],
  ['sex'],
  ['group'],
  ['address'],
  ['address'],
  ['guardian', 'guardianPhone', 'authority'],
  ['guardianPhone'],
  ['guardianPhone'],
  ['authority'],
  ['authority'],
]

/** Leaves gaps in records of only children, whose family nobody else needs. */
export function leaveGaps(making: Making, families: readonly SettledFamily[]) {
  const { rows } = making
  const fitting = families.filter(
    ({ kind, protection, members }) =>
      kind === 'together' &&
      protection === 0 &&
      members.length === 1 &&
      members[0]?.status === 'current',
  )
  plannedGaps.forEach((gaps, index) => {
    const family = fitting[index]
    if (!family) return
    for (const gap of gaps) leaveGap(making, family, gap)
  })
  // A day of birth that only the year is known of is no gap, but every screen must bear it.
  const refugee = fitting[plannedGaps.length]?.members[0]
  if (refugee) {
    changePupil(making, refugee.id, { birthDate: PartialDay.parse(refugee.birthDate.slice(0, 4)) })
  }
  return rows
}

function leaveGap(
  making: Making,
  { members, households, guardians }: SettledFamily,
  gap: MissingField,
) {
  const { rows } = making
  const pupilId = members[0]?.id
  const guardianIds = new Set<string>(guardians.map(({ guardian }) => guardian.id))
  if (!pupilId) return
  if (gap === 'birthDate') {
    const nothing = { nationalNumber: null, nationalNumberKind: null }
    changePupil(making, pupilId, { birthDate: null, ...nothing })
  }
  if (gap === 'sex') changePupil(making, pupilId, { sex: 'unknown' })
  if (gap === 'group') keep(rows.memberships, (row) => row.pupilId !== pupilId)
  if (gap === 'address') {
    const index = rows.households.findIndex(({ id }) => id === households[0]?.id)
    const household = rows.households[index]
    if (household) {
      const unknown = { street: null, houseNumber: null, houseNumberAddition: null, postcode: null }
      rows.households[index] = { ...household, ...unknown }
    }
  }
  if (gap === 'guardian') {
    keep(rows.guardianLinks, (row) => row.pupilId !== pupilId)
    keep(rows.guardians, ({ id }) => !guardianIds.has(id))
    keep(rows.consents, (row) => row.pupilId !== pupilId)
  }
  if (gap === 'guardian' || gap === 'guardianPhone') {
    keep(rows.phones, ({ ownerId }) => !guardianIds.has(ownerId))
  }
  if (gap === 'authority') {
    rows.guardianLinks.forEach((link, index) => {
      if (link.pupilId === pupilId) rows.guardianLinks[index] = { ...link, authority: 'unknown' }
    })
  }
}

function changePupil({ rows }: Making, id: PupilId, fields: Partial<Pupil>) {
  const index = rows.pupils.findIndex((pupil) => pupil.id === id)
  const pupil = rows.pupils[index]
  if (pupil) rows.pupils[index] = { ...pupil, ...fields }
}

function keep<T>(list: T[], isKept: (row: T) => boolean) {
  const kept = list.filter(isKept)
  list.splice(0, list.length, ...kept)
}

/** One child put down twice: the application was never joined with the record of the pupil. */
export function addDuplicate({ rows, newId, today }: Making, families: readonly SettledFamily[]) {
  const family = families.find(
    ({ kind, protection, members }) =>
      kind === 'together' &&
      protection === 0 &&
      members.length === 2 &&
      members[1]?.status === 'current',
  )
  const original = rows.pupils.find(({ id }) => id === family?.members[1]?.id)
  if (!original) return
  const id = PupilId.parse(newId())
  rows.pupils.push({
    ...original,
    id,
    officialNames: null,
    initials: null,
    birthPlace: null,
    nationalNumber: null,
    nationalNumberKind: null,
    pupilNumber: null,
    yearGrade: null,
    note: null,
  })
  const nothing = {
    startsOn: null,
    endsOn: null,
    endReason: null,
    fromSchool: null,
    toSchool: null,
  }
  const enrolmentId = EnrolmentId.parse(newId())
  rows.enrolments.push({ id: enrolmentId, pupilId: id, appliedOn: today, ...nothing })
}
