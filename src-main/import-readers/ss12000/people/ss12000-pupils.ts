import type { SourceMembership, SourcePupil } from '#shared/imports/import-source.ts'
import { PartialDay } from '#shared/platform/day.ts'
import type { PupilFields, Sex } from '#shared/pupils/pupil.ts'
import type { Problems } from '../../problems.ts'
import { readDay } from '../../read-values.ts'
import { type Part, partsOf, textOf, valueIn, whereOf } from '../part.ts'
import type { Register } from '../register.ts'
import { readCivicNumber } from './civic-number.ts'
import { readMail, readPhones } from './contact-details.ts'
import { readStay, type Stay } from './enrolment-stays.ts'
import { isGone, keyOfPerson, readNames, readProtection } from './person-details.ts'
import type { Known } from './person-kinds.ts'
import { readMemberships } from './ss12000-groups.ts'

/** Pupils with their time at school, groups and the adults who are responsible for them. */
export function readPupils(
  register: Register,
  known: ReadonlyMap<string, Known>,
  problems: Problems,
): SourcePupil[] {
  const memberships = readMemberships(register, known, problems)
  const enrolments = enrolmentsByPupil(register, problems)
  const guardianKeys = guardiansByPupil(register)
  const pupils = [...known.values()].flatMap((person): SourcePupil[] => {
    if (!person.kinds.has('pupil')) return []
    const { id } = person
    const groups = [...(memberships.get(id)?.values() ?? [])].map(withoutPart)
    const stay = readStay(enrolments.get(id) ?? [], problems)
    const pupil = asPupil(person, stay, problems)
    const guardians = [...(guardianKeys.get(id) ?? [])]
    return pupil ? [{ ...pupil, memberships: groups, guardianKeys: guardians }] : []
  })
  // Of whom there is no record: the school may know them.
  const absent = new Map([...memberships, ...enrolments].map(([id]) => [id, placeOf(id)]))
  for (const [id, place] of absent) {
    if (!place || register.persons.byId.has(id)) continue
    const { startsOn, endsOn, yearGrade } = readStay(enrolments.get(id) ?? [], problems)
    const groups = [...(memberships.get(id)?.values() ?? [])].map(withoutPart)
    const fields = yearGrade ? { yearGrade } : {}
    pupils.push({ ...nobody(id, place), startsOn, endsOn, fields, memberships: groups })
  }
  return [...pupils, ...deletedPupils(register)]

  function placeOf(id: string) {
    const [first] = memberships.get(id)?.values() ?? []
    const part = first?.part ?? enrolments.get(id)?.[0]
    return part ? { file: part.file, line: part.line } : null
  }
}

const withoutPart = ({ part: _, ...membership }: SourceMembership & { readonly part: Part }) =>
  membership

function enrolmentsByPupil({ enrolments }: Register, problems: Problems) {
  const found = new Map<string, Part[]>()
  for (const { person, part } of enrolments) {
    const own = found.get(person) ?? []
    own.push(part)
    if (person === '') problems.leaveOut('value-missing', whereOf(part, 'person'))
    else found.set(person, own)
  }
  return found
}

function guardiansByPupil({ responsibles }: Register): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { pupil, guardian } of responsibles) {
    if (guardian !== '') found.set(pupil, (found.get(pupil) ?? new Set()).add(guardian))
  }
  return found
}

function asPupil(
  { id, part, isUnclear }: Known,
  stay: Stay,
  problems: Problems,
): SourcePupil | null {
  const fields = readFields(part, problems)
  const { startsOn, endsOn, yearGrade, isCancelled } = stay
  if (!fields.firstName && !fields.lastName) {
    problems.leaveOut('value-missing', { ...whereOf(part, 'familyName'), kind: 'pupils' })
    return null
  }
  const protection = readProtection(part, problems)
  return {
    ...nobody(id, { file: part.file, line: part.line }),
    onlyIfKnown: isUnclear || isCancelled || (isGone(part) && endsOn === null),
    fields: { ...fields, ...(yearGrade && { yearGrade }) },
    startsOn,
    endsOn,
    isEnded: (isCancelled || isGone(part)) && endsOn === null,
    phones: readPhones(part, problems),
    ...(protection > 0 && { protection }),
  }
}

/** A record that says nothing but whom it is of. */
const nobody = (id: string, place: SourcePupil['place']): SourcePupil => ({
  place,
  key: id,
  keys: keyOfPerson(id),
  onlyIfKnown: true,
  fields: {},
  memberships: [],
  guardianKeys: [],
  startsOn: null,
  endsOn: null,
  phones: [],
  isEnded: false,
})

/** The source took these persons away; whether they were pupils the school knows. */
const deletedPupils = ({ deleted }: Register): SourcePupil[] =>
  [...new Map(deleted.map((each) => [each.id, each])).values()]
    .filter(({ kind }) => kind === 'persons')
    .map(({ id, file }) => ({ ...nobody(id, { file, line: null }), isEnded: true }))

const sexes: Readonly<Record<string, Sex>> = { man: 'male', kvinna: 'female' }

function readFields(part: Part, problems: Problems): Partial<PupilFields> {
  const { firstName, middleName, prefix, lastName } = readNames(part, problems)
  const [civic] = partsOf(part, 'civicNo')
  const { national, birthDate } = readCivicNumber(
    {
      ...(civic ? valueIn(civic, 'value') : valueIn(part, 'civicNo')),
      ...whereOf(part, 'civicNo'),
    },
    civic ? textOf(civic, 'nationality') : '',
    problems,
  )
  const born = readDay(valueIn(part, 'birthDate'), problems) ?? birthDate
  const said = textOf(part, 'sex').toLowerCase()
  const sex = Object.hasOwn(sexes, said) ? sexes[said] : undefined
  if (said !== '' && said !== 'okänt' && !sex) {
    problems.warn('value-invalid', { ...whereOf(part, 'sex'), value: said })
  }
  const email = readMail(part, 'pupil', problems)
  return {
    ...(firstName && { firstName }),
    // A mellannamn stands between the names and belongs to neither.
    ...(firstName && middleName && { officialNames: `${firstName} ${middleName}` }),
    ...(lastName && { prefix, lastName }),
    ...(born && { birthDate: PartialDay.parse(born) }),
    ...(sex && { sex }),
    ...(email && { email }),
    ...(national && { nationalNumber: national.number, nationalNumberKind: national.kind }),
  }
}
