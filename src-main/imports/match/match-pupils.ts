import type { SourcePupil } from '#shared/imports/import-source.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { PersonName } from '#shared/pupils/person-name.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import { type Match, ownersOf, type Planning } from '../plan/planning.ts'
import { clashes, keySource } from './key-source.ts'
import { isSomebodyElse, looksAlike, nameKey } from './same-person.ts'
import { gather } from './school-snapshot.ts'

type Because = 'key' | 'number' | 'name-and-birth' | 'similar-name' | 'name-without-birth'

/**
 * Whom each pupil of the file is: first by the keys of the other system, then by national number,
 * then, in a table, by the school's own number, then by name with birth date. One clear answer is a match. Several, or a near one, are doubtful
 * and never become one person by themselves.
 */
export function matchPupils(planning: Planning): ReadonlyMap<SourcePupil, Match> {
  const { school, source } = planning
  const all = [...school.pupils.values()]
  const numbers = {
    national: gather(all, ({ nationalNumber }) => nationalNumber ?? ''),
    own: gather(all, ({ pupilNumber }) => pupilNumber ?? ''),
  }
  const matches = new Map<SourcePupil, Match>()
  const claimed = new Set<string>()

  for (const record of source.pupils) {
    const sure = matchSurely(planning, record, numbers)
    if (!sure) continue
    matches.set(record, sure)
    if (sure.kind === 'known') claimed.add(sure.id)
  }
  // After the sure ones, so that nobody is offered for two records of one file.
  const match = createNameMatcher(
    all.filter(({ id }) => !claimed.has(id)),
    planning,
  )
  for (const record of source.pupils) {
    if (!matches.has(record)) matches.set(record, match(record))
  }
  return withoutRivals(matches, school.pupils)
}

/** By key or number, unless that pupil has another name and another birth date: then it is doubtful. */
function matchSurely(planning: Planning, record: SourcePupil, numbers: Numbers): Match | null {
  const { pupils } = planning.school
  const byKey = ownersOf(planning, 'pupils', record.keys).flatMap((id) => pupils.get(id) ?? [])
  const found = byKey.length > 0 ? byKey : findByNumber(planning, record, numbers)
  const [only, second] = found
  if (!only) return null
  const because = byKey.length > 0 ? 'key' : 'number'
  if (second || contradicts(record, only)) return doubtful(found, because)
  return { kind: 'known', id: only.id }
}

type Numbers = Readonly<Record<'national' | 'own', ReadonlyMap<string, readonly Pupil[]>>>

/** Other formats have keys of their own, and a number that may be any system's. */
function findByNumber(
  { school, source }: Planning,
  { fields }: SourcePupil,
  numbers: Numbers,
): readonly Pupil[] {
  const { nationalNumber, pupilNumber } = fields
  const national =
    school.keepsNationalNumber && nationalNumber ? numbers.national.get(nationalNumber) : undefined
  const own =
    pupilNumber && keySource(source.format) === 'csv' ? numbers.own.get(pupilNumber) : undefined
  return national ?? own ?? []
}

/** Neither name nor birth date agrees: the key was given to somebody else. */
function contradicts({ fields }: SourcePupil, pupil: Pupil): boolean {
  const { birthDate } = fields
  const isSameBirth = birthDate && birthDate === pupil.birthDate
  const isOtherBirth = birthDate && pupil.birthDate && birthDate !== pupil.birthDate
  const named = nameOf(fields)
  if (isSameBirth || (!named.firstName && !named.lastName)) return false
  return isSomebodyElse(named, pupil) || Boolean(isOtherBirth && !looksAlike(named, pupil))
}

function createNameMatcher(free: readonly Pupil[], { school }: Planning) {
  const byName = gather(free, nameKey)
  const byBirth = gather(free, ({ birthDate }) => birthDate ?? '')
  return (record: SourcePupil): Match => {
    const { fields } = record
    const named = nameOf(fields)
    if (!named.firstName && !named.lastName) return { kind: 'new' }
    const sameName = (byName.get(nameKey(named)) ?? []).filter((pupil) =>
      mayBe(record, pupil, school),
    )
    const same = sameName.filter(({ birthDate }) => birthDate && birthDate === fields.birthDate)
    const [only, second] = same
    if (only && !second) return { kind: 'known', id: only.id }
    if (second) return doubtful(same, 'name-and-birth')

    const unborn = sameName.filter(({ birthDate }) => !birthDate || !fields.birthDate)
    const born = fields.birthDate ? (byBirth.get(fields.birthDate) ?? []) : []
    const similar = born.filter((pupil) => looksAlike(named, pupil) && mayBe(record, pupil, school))
    const candidates = [
      ...candidatesOf(similar, 'similar-name'),
      ...candidatesOf(unborn, 'name-without-birth'),
    ]
    return candidates.length > 0
      ? { kind: 'doubtful', candidates: candidates.slice(0, 8) }
      : { kind: 'new' }
  }
}

/** Two different numbers or two keys of the same system are two children. */
function mayBe({ fields, keys }: SourcePupil, pupil: Pupil, school: Planning['school']) {
  const { nationalNumber } = fields
  if (nationalNumber && pupil.nationalNumber && nationalNumber !== pupil.nationalNumber)
    return false
  return !clashes(keys, school.keysOf(pupil.id))
}

/** Two records that are both taken for one pupil: neither is clear any more. */
function withoutRivals(
  matches: ReadonlyMap<SourcePupil, Match>,
  pupils: ReadonlyMap<string, Pupil>,
) {
  const claims = gather([...matches], ([, match]) => (match.kind === 'known' ? match.id : ''))
  return new Map(
    [...matches].map(([record, match]): [SourcePupil, Match] => {
      if (match.kind !== 'known' || (claims.get(match.id)?.length ?? 0) < 2) return [record, match]
      const pupil = pupils.get(match.id)
      return [record, doubtful(pupil ? [pupil] : [], 'name-and-birth')]
    }),
  )
}

export const nameOf = ({ firstName, prefix, lastName }: Partial<PersonName>): PersonName => ({
  firstName: firstName ?? '',
  prefix: prefix ?? null,
  lastName: lastName ?? '',
})

const doubtful = (pupils: readonly Pupil[], because: Because): Match => ({
  kind: 'doubtful',
  candidates: candidatesOf(pupils, because).slice(0, 8),
})

/** A protected pupil is offered under the alias, as everywhere. */
function candidatesOf(pupils: readonly Pupil[], because: Because): ImportLine['candidates'] {
  return pupils.map((pupil) => ({ id: pupil.id, name: shownName(pupil), because }))
}
