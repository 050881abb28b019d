import type { SourceGroup, SourceMembership } from '#shared/imports/import-source.ts'
import type { Problems } from '../../problems.ts'
import { readDay, readLine } from '../../read-values.ts'
import { type Part, textOf, valueIn, whereOf } from '../part.ts'
import type { Register, Tie } from '../register.ts'
import { keyOfPerson } from './person-details.ts'
import type { Known } from './person-kinds.ts'

/** A `Klass` is the class a pupil belongs to; all other groups gather pupils for something. */
export function readGroups(register: Register, problems: Problems): SourceGroup[] {
  const groups = [...register.groups.byId].flatMap(([id, part]): SourceGroup[] => {
    const type = textOf(part, 'groupType')
    if (type === 'Personalgrupp') {
      problems.leaveOut('role-skipped', { ...whereOf(part, 'groupType'), value: type })
      return []
    }
    const name = readLine(valueIn(part, 'displayName'), problems)
    if (!name) {
      problems.warn('group-unnamed', { ...whereOf(part, 'displayName'), value: id })
    }
    return [
      {
        place: { file: part.file, line: part.line },
        key: id,
        keys: keyOfPerson(id),
        onlyIfKnown: false,
        name: name ?? id,
        kind: type === 'Klass' ? 'class' : 'set',
        yearGrades: [],
        schoolYear: schoolYearOf(part),
      },
    ]
  })
  for (const { kind, id, file } of register.deleted) {
    // Who sits in it today is for the school to say.
    if (kind === 'groups') {
      problems.leaveOut('ended-skipped', { file, kind: 'groups', field: 'groups', value: id })
    }
  }
  return groups
}

/** Only a group with both its days inside one läsår says which; a class may run for years. */
function schoolYearOf(part: Part): string | null {
  const [from, until] = ['startDate', 'endDate'].map((name) => yearAt(textOf(part, name)))
  return from !== null && from === until ? `${from}-${Number(from) + 1}` : null
}

/** A läsår begins in August; what is made in July belongs to the one that comes. */
function yearAt(day: string): string | null {
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d/.exec(day) ?? []
  if (!year || !month) return null
  return Number(month) >= 7 ? year : String(Number(year) - 1)
}

/** Groups of each person by id. */
export function readMemberships(
  register: Register,
  known: ReadonlyMap<string, Known>,
  problems: Problems,
) {
  const found = new Map<string, Map<string, SourceMembership & { readonly part: Part }>>()
  for (const tie of register.memberships) {
    if (isLeftOut(tie, register, problems)) continue
    if (known.get(tie.person)?.kinds.has('pupil') === false) {
      problems.leaveOut('link-ignored', { ...whereOf(tie.part, 'person'), value: tie.person })
      continue
    }
    const own = found.get(tie.person) ?? new Map()
    found.set(tie.person, own)
    const said = readMembership(tie, problems)
    const before = own.get(tie.group)
    // Twice in one group, such as a half year each: the later one is what counts today.
    if (!before || (before.from ?? '') <= (said.from ?? '')) own.set(tie.group, said)
  }
  return found
}

function isLeftOut(
  { person, group, part }: Tie<'person' | 'group'>,
  register: Register,
  problems: Problems,
) {
  const missing = person === '' ? 'person' : group === '' ? 'group' : null
  if (missing) problems.leaveOut('value-missing', whereOf(part, missing))
  const known = register.groups.byId.get(group)
  return missing !== null || (known && textOf(known, 'groupType') === 'Personalgrupp')
}

function readMembership({ group, part }: Tie<'person' | 'group'>, problems: Problems) {
  const from = readDay(valueIn(part, 'startDate'), problems)
  const until = readDay(valueIn(part, 'endDate'), problems)
  const isBackward = from && until && from > until
  if (isBackward) problems.warn('value-invalid', { ...whereOf(part, 'endDate'), value: until })
  return { groupKey: group, from, until: isBackward ? null : until, isEnded: false, part }
}
