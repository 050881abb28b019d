import type { ImportedKind } from '#shared/imports/import-source.ts'
import type { Problems } from '../problems.ts'
import type { SdsTable } from './sds-columns.ts'
import type { SdsPerson } from './sds-people.ts'
import { isEnded, takeKey } from './sds-records.ts'
import { readRoles, type SdsKind, type SdsRole } from './sds-roles.ts'
import type { SdsRow, SdsTables } from './sds-tables.ts'
import { guardianKey, type Ties } from './sds-ties.ts'

type People = Readonly<Record<'pupils' | 'staff' | 'guardians', ReadonlyMap<string, SdsPerson>>>

const kindWord = { pupils: 'pupil', staff: 'staff', guardians: 'guardian' } as const

/** The people of the files by what they are to the school; one may be staff and guardian. */
export function findPeople(tables: SdsTables, ties: Ties, problems: Problems): People {
  if (tables.version !== '1') return findUsers(tables, ties, problems)
  return {
    pupils: findKind(tables, 'pupils', problems),
    staff: findKind(tables, 'staff', problems),
    guardians: findKind(tables, 'guardians', problems),
  }
}

/** In version 1 each kind of person has a file, and the same key may stand in two of them. */
function findKind(tables: SdsTables, table: keyof People, problems: Problems) {
  const take = takeKey(table, problems, table === 'guardians' ? 'email' : 'id')
  const role = { kinds: new Set<SdsKind>([kindWord[table]]), isAssistant: false, row: null }
  const found = new Map<string, SdsPerson>()
  for (const user of tables.rows(table)) {
    const taken = take(user)
    const key = taken && table === 'guardians' ? guardianKey(tables, taken) : taken
    const judged = key && judge({ tables, table, user, kind: table }, role, problems)
    if (key && judged) found.set(key, { ...judged, key })
  }
  return found
}

/** In versions 2 and 2.1 all people are users, and roles say what each of them is. */
function findUsers(tables: SdsTables, ties: Ties, problems: Problems): People {
  const roles = readRoles(tables, ties.guardians, problems)
  const people = {
    pupils: new Map<string, SdsPerson>(),
    staff: new Map<string, SdsPerson>(),
    guardians: new Map<string, SdsPerson>(),
  }
  const take = takeKey(null, problems)
  for (const user of tables.rows('users')) {
    const key = take(user)
    const role = key === null ? undefined : roles.get(key)
    if (key === null || !role) continue
    const kind = role.kinds.has('pupil')
      ? 'pupils'
      : role.kinds.has('staff')
        ? 'staff'
        : 'guardians'
    const judged = judge({ tables, table: 'users', user, kind }, role, problems)
    for (const each of ['pupils', 'staff', 'guardians'] as const) {
      if (judged && role.kinds.has(kindWord[each])) people[each].set(key, { ...judged, key })
    }
  }
  return people
}

type Candidate = {
  readonly tables: SdsTables
  readonly table: SdsTable
  readonly user: SdsRow
  readonly kind: ImportedKind
}

/** Whether a row can be somebody: without a name only somebody whom the school knows already. */
function judge(
  { tables, table, user, kind }: Candidate,
  role: SdsRole,
  problems: Problems,
): Omit<SdsPerson, 'key'> | null {
  const isNamed = ['given', 'family'].some((word) => user.value(word).text !== '')
  const isNameless = !tables.has(table, 'given') && !tables.has(table, 'family')
  if (isNameless) {
    problems.warnOnce('column-missing', { ...user.value('family'), line: 1 })
  } else if (!isNamed) {
    problems.leaveOut('value-missing', { ...user.value('family'), kind })
    return null
  }
  const hasLeft = isEnded(user, problems)
  if (hasLeft && !role.kinds.has('pupil')) {
    problems.leaveOut('ended-skipped', {
      ...user.value('status'),
      kind,
      value: user.value('id').text,
    })
    return null
  }
  return { ...role, user, isEnded: hasLeft, isNameless }
}
