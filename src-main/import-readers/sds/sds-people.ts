import type {
  SourceGuardian,
  SourcePhone,
  SourcePupil,
  SourceStaff,
} from '#shared/imports/import-source.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { type PupilFields, Sex } from '#shared/pupils/pupil.ts'
import { splitPrefix } from '../name-prefix.ts'
import type { Problems } from '../problems.ts'
import { cleanText, readEmail, readLine } from '../read-values.ts'
import type { DayReader } from './sds-days.ts'
import type { Placings } from './sds-placings.ts'
import type { SdsRole } from './sds-roles.ts'
import type { SdsRow } from './sds-tables.ts'
import type { Ties } from './sds-ties.ts'

/** A person of the files who can be told from the others. */
export type SdsPerson = SdsRole & {
  readonly key: string
  readonly user: SdsRow
  readonly isEnded: boolean
  /** The files have no names at all: known people are placed, nobody is made. */
  readonly isNameless: boolean
}

export type Reading = {
  readonly placings: Placings
  readonly ties: Ties
  readonly details: ReadonlyMap<string, SdsRow>
  readonly readDay: DayReader
  readonly problems: Problems
}

const recordOf = ({ key, user, isEnded, isNameless }: SdsPerson) => ({
  place: { file: user.file, line: user.line },
  key,
  keys: [{ source: 'sds', value: key }],
  onlyIfKnown: isEnded || isNameless,
})

function namesOf(user: SdsRow, problems: Problems) {
  const { prefix, lastName } = splitPrefix(readLine(user.value('family'), problems))
  return { firstName: readLine(user.value('given'), problems), prefix, lastName }
}

export function asPupil(person: SdsPerson, reading: Reading): SourcePupil {
  const { key, user, row, isEnded } = person
  const { placings, ties, readDay, problems } = reading
  const [startsOn, until] = row ? [readDay(row.value('from')), readDay(row.value('until'))] : []
  const isBackward = startsOn && until && startsOn > until
  if (row && isBackward) problems.warn('value-invalid', { ...row.value('until'), value: until })
  return {
    ...recordOf(person),
    fields: isEnded ? {} : readFields(person, reading),
    memberships: (placings.ofPupil.get(key) ?? []).map((groupKey) => ({
      groupKey,
      from: null,
      until: null,
      isEnded: false,
    })),
    guardianKeys: [...(ties.guardiansOf.get(key) ?? [])],
    startsOn: startsOn ?? null,
    endsOn: isBackward ? null : (until ?? null),
    phones: phonesOf(user, problems),
    isEnded,
  }
}

function readFields({ key, user, row }: SdsPerson, reading: Reading): Partial<PupilFields> {
  const { details, problems } = reading
  const { firstName, prefix, lastName } = namesOf(user, problems)
  const middle = readLine(user.value('middle'), problems)
  const email = readEmail(user.value('email'), problems)
  const number = readLine(user.value('number'), problems)
  const grade = cleanText((row ?? user).value('grade').text.replace(/^0+(?=\d)/, ''))?.slice(0, 8)
  const more = details.get(key)
  return {
    ...(firstName && { firstName }),
    ...(firstName && middle && { officialNames: `${firstName} ${middle}` }),
    ...(lastName && { prefix, lastName }),
    ...(email && { email }),
    ...(number && { pupilNumber: number }),
    ...(grade && { yearGrade: grade }),
    ...readBirth(more ?? user, reading),
  }
}

function readBirth(row: SdsRow, { readDay, problems }: Reading): Partial<PupilFields> {
  const birthDate = readDay(row.value('birthDate'))
  const birthPlace = readLine(row.value('birthPlace'), problems)
  const { text: said, ...where } = row.value('sex')
  const sex = Sex.safeParse(said.toLowerCase())
  if (said && !sex.success && said.toLowerCase() !== 'unspecified') {
    problems.warn('value-invalid', { ...where, value: said })
  }
  return {
    ...(birthDate && { birthDate: PartialDay.parse(birthDate) }),
    ...(birthPlace && { birthPlace }),
    ...(sex.success && sex.data !== 'unknown' && { sex: sex.data }),
  }
}

export function asStaff(person: SdsPerson, { placings, problems }: Reading): SourceStaff {
  const { firstName, prefix, lastName } = namesOf(person.user, problems)
  const tasks = [...(placings.ofStaff.get(person.key) ?? [])]
  return {
    ...recordOf(person),
    firstName: firstName ?? '',
    prefix,
    lastName: lastName ?? '',
    userName: readLine(person.user.value('username'), problems),
    email: readEmail(person.user.value('email'), problems),
    groups: tasks.map(([groupKey, task]) => ({
      groupKey,
      task: person.isAssistant ? 'assistant' : task,
    })),
  }
}

export function asGuardian(person: SdsPerson, { ties, problems }: Reading): SourceGuardian {
  const { firstName, prefix, lastName } = namesOf(person.user, problems)
  return {
    ...recordOf(person),
    firstName: firstName ?? '',
    prefix,
    lastName: lastName ?? '',
    email: readEmail(person.user.value('email'), problems),
    phones: phonesOf(person.user, problems),
    pupilKeys: [],
    relation: ties.parents.has(person.key) ? 'parent' : 'other',
  }
}

function phonesOf(user: SdsRow, problems: Problems): SourcePhone[] {
  const kinds = [
    ['sms', 'mobile'],
    ['phone', 'home'],
  ] as const
  const phones = kinds.flatMap(([word, kind]): SourcePhone[] => {
    const number = readLine(user.value(word), problems)
    if (!number) return []
    if (/^[+\d(][\d\s()./-]{4,}$/.test(number)) return [{ kind, number }]
    problems.warn('value-invalid', { ...user.value(word), value: number })
    return []
  })
  const [first, second] = phones
  return first && first.number === second?.number ? [first] : phones
}
