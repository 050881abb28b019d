import type { SourceGuardian, SourcePupil, SourceStaff } from '#shared/imports/import-source.ts'
import { PartialDay } from '#shared/platform/day.ts'
import { type PupilFields, Sex } from '#shared/pupils/pupil.ts'
import { listOf } from '../csv-table.ts'
import type { Problems } from '../problems.ts'
import { readDay, readLine } from '../read-values.ts'
import { type Placing, readPlacings, tasksOf } from './roster-classes.ts'
import { type RosterPerson, readPerson } from './roster-person.ts'
import { type RosterKind, type RosterRole, readRoles } from './roster-roles.ts'
import type { RosterRow, RosterTables } from './roster-tables.ts'
import { gradesOf } from './roster-years.ts'

export type RosterPeople = {
  readonly pupils: SourcePupil[]
  readonly staff: SourceStaff[]
  readonly guardians: SourceGuardian[]
}

type Found = {
  readonly row: RosterRow
  readonly person: RosterPerson
  readonly role: RosterRole | null
  /** In a delta without a role the kinds are all three, each only if known. */
  readonly kinds: ReadonlySet<RosterKind>
}

const anyKind: ReadonlySet<RosterKind> = new Set(['pupil', 'staff', 'guardian'])

/** Users by what they are to the school, with their classes and relatives. */
export function readPeople(tables: RosterTables, problems: Problems): RosterPeople {
  const roles = readRoles(tables, problems)
  const found = new Map<string, Found>()
  for (const row of tables.rows('users')) {
    const role = roles.get(row.id) ?? null
    const kinds = role?.kinds ?? (tables.isDelta && tables.version === '1.2' ? anyKind : null)
    const person = readPerson(row, problems)
    const isNamed = person.firstName !== null || person.lastName !== null
    if (kinds && (isNamed || row.isEnded)) found.set(row.id, { row, person, role, kinds })
    else if (kinds) tellUnnamed(row, kinds, problems)
    else if (tables.version === '1.2') {
      problems.leaveOut('role-unclear', { file: row.file, line: row.line, field: 'role' })
    }
  }
  const placings = sortPlacings(tables, found, problems)
  const details = new Map(tables.rows('demographics').map((row) => [row.id, row]))
  const kinOf = createKin(found, problems)
  const people: RosterPeople = { pupils: [], staff: [], guardians: [] }
  for (const each of found.values()) {
    const own = placings.get(each.row.id) ?? []
    const kin = kinOf(each)
    if (each.kinds.has('pupil'))
      people.pupils.push(asPupil(each, own, kin, details.get(each.row.id), problems))
    if (each.row.isEnded && each.role && !each.kinds.has('pupil')) tellEnded(each.row, problems)
    else {
      if (each.kinds.has('staff')) people.staff.push(asStaff(each, own))
      if (each.kinds.has('guardian')) people.guardians.push(asGuardian(each, kin))
    }
  }
  for (const [user, own] of placings) if (!found.has(user)) addKnownOnly(people, user, own)
  return people
}

/** Groups the enrolments by person, and leaves out those that contradict what the person is. */
function sortPlacings(tables: RosterTables, found: ReadonlyMap<string, Found>, problems: Problems) {
  const placings = new Map<string, Placing[]>()
  for (const placing of readPlacings(tables, problems)) {
    const { user, role, place } = placing
    const kinds = found.get(user)?.kinds
    const where = { ...place, field: 'userSourcedId', value: user }
    if (!kinds && !tables.isDelta) problems.leaveOut('key-dangling', where)
    else if (kinds && !kinds.has(role === 'student' ? 'pupil' : 'staff')) {
      problems.leaveOut('link-ignored', where)
    } else {
      const own = placings.get(user) ?? []
      own.push(placing)
      placings.set(user, own)
    }
  }
  return placings
}

type Kin = { readonly guardianKeys: readonly string[]; readonly pupilKeys: readonly string[] }

/** Relatives, whichever of the two names the other. A teacher named as relative is no guardian. */
function createKin(found: ReadonlyMap<string, Found>, problems: Problems) {
  return ({ row, kinds }: Found): Kin => {
    const guardianKeys: string[] = []
    const pupilKeys: string[] = []
    if (row.isEnded) return { guardianKeys, pupilKeys }
    for (const agent of new Set(listOf(row.cell('agentSourcedIds')))) {
      // Whom the file does not hold, the school may know: that is seen when they are compared.
      const other = found.get(agent)?.kinds ?? anyKind
      const isGuardian = kinds.has('pupil') && other.has('guardian')
      const isPupil = kinds.has('guardian') && other.has('pupil')
      if (isGuardian) guardianKeys.push(agent)
      if (isPupil) pupilKeys.push(agent)
      if (isGuardian || isPupil) continue
      problems.warn('link-ignored', {
        file: row.file,
        line: row.line,
        field: 'agentSourcedIds',
        value: agent,
      })
    }
    return { guardianKeys, pupilKeys }
  }
}

const recordOf = ({ row, person, role }: Found) => ({
  place: { file: row.file, line: row.line },
  key: row.id,
  keys: person.keys,
  onlyIfKnown: role === null || row.isEnded,
})

function asPupil(
  found: Found,
  placings: readonly Placing[],
  { guardianKeys }: Kin,
  details: RosterRow | undefined,
  problems: Problems,
): SourcePupil {
  const { row, person, role } = found
  const { firstName, officialNames, prefix, lastName, email, identifier, phones } = person
  const yearGrade = gradeOf(row, problems)
  const fields: Partial<PupilFields> = {
    ...(firstName && { firstName }),
    ...(officialNames && { officialNames }),
    ...(lastName && { prefix, lastName }),
    ...(email && { email }),
    ...(identifier && { pupilNumber: identifier }),
    ...(yearGrade && { yearGrade }),
    ...(details && readDetails(details, problems)),
  }
  const { startsOn = null, endsOn = null } = role ?? {}
  const isBackward = startsOn && endsOn && startsOn > endsOn
  return {
    ...recordOf(found),
    fields: row.isEnded ? {} : fields,
    memberships: placings.filter((each) => each.role === 'student').map((each) => each.membership),
    guardianKeys,
    startsOn,
    endsOn: isBackward ? null : endsOn,
    phones,
    isEnded: row.isEnded,
  }
}

/** A pupil is in one year: which of several it is, nobody can tell. */
function gradeOf({ cell, file, line }: RosterRow, problems: Problems): string | null {
  const [grade = null, ...others] = gradesOf(cell('grades'))
  if (others.length === 0) return grade
  problems.warn('value-invalid', { file, line, field: 'grades', value: cell('grades') })
  return null
}

function readDetails({ cell, file, line }: RosterRow, problems: Problems): Partial<PupilFields> {
  const birthDate = readDay({ text: cell('birthDate'), file, line, field: 'birthDate' }, problems)
  const birthPlace = readLine(
    { text: cell('cityOfBirth'), file, line, field: 'cityOfBirth' },
    problems,
  )
  const said = cell('sex').toLowerCase()
  const sex = Sex.safeParse(letters[said] ?? said)
  if (said && said !== 'unspecified' && !sex.success) {
    problems.warn('value-invalid', { file, line, field: 'sex', value: said })
  }
  return {
    ...(birthDate && { birthDate: PartialDay.parse(birthDate) }),
    ...(birthPlace && { birthPlace }),
    ...(sex.success && sex.data !== 'unknown' && { sex: sex.data }),
  }
}

/** What some systems write instead of the standard's words. */
const letters: Readonly<Record<string, string>> = { m: 'male', f: 'female' }

function asStaff(found: Found, placings: readonly Placing[]): SourceStaff {
  const { firstName, prefix, lastName, email, userName } = found.person
  const own = placings.filter(({ role }) => role !== 'student')
  return {
    ...recordOf(found),
    firstName: firstName ?? '',
    prefix,
    lastName: lastName ?? '',
    userName,
    email,
    groups: tasksOf(own, found.role?.isAssistant ?? false),
  }
}

function asGuardian(found: Found, { pupilKeys }: Kin): SourceGuardian {
  const { firstName, prefix, lastName, email, phones } = found.person
  return {
    ...recordOf(found),
    firstName: firstName ?? '',
    prefix,
    lastName: lastName ?? '',
    email,
    phones,
    pupilKeys,
    relation: found.role?.relation ?? 'other',
  }
}

function tellUnnamed(
  { file, line }: RosterRow,
  kinds: ReadonlySet<RosterKind>,
  problems: Problems,
) {
  const kind = kinds.has('pupil') ? 'pupils' : kinds.has('staff') ? 'staff' : 'guardians'
  problems.leaveOut('value-missing', { file, line, kind, field: 'familyName' })
}

/** Balie takes nobody's account or authority away because a file says so. */
function tellEnded({ file, line, id }: RosterRow, problems: Problems) {
  problems.leaveOut('ended-skipped', { file, line, field: 'sourcedId', value: id })
}

/** A delta may place somebody whose own record did not change and is not in the package. */
function addKnownOnly({ pupils, staff }: RosterPeople, user: string, own: readonly Placing[]) {
  const [first] = own
  if (!first) return
  const memberships = own
    .filter(({ role }) => role === 'student')
    .map(({ membership }) => membership)
  const record = {
    place: first.place,
    key: user,
    keys: [{ source: 'oneroster', value: user }],
    onlyIfKnown: true,
  }
  if (memberships.length > 0) {
    const nothing = {
      fields: {},
      guardianKeys: [],
      startsOn: null,
      endsOn: null,
      phones: [],
      isEnded: false,
    }
    pupils.push({ ...record, ...nothing, memberships })
  }
  const groups = tasksOf(
    own.filter(({ role }) => role !== 'student'),
    false,
  )
  if (groups.length > 0) {
    const nobody = { firstName: '', prefix: null, lastName: '', userName: null, email: null }
    staff.push({ ...record, ...nobody, groups })
  }
}
