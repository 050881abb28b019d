import type { Problems } from '../problems.ts'
import { readDay } from '../read-values.ts'
import type { RosterRow, RosterTables } from './roster-tables.ts'

/** What a person is to the school. A teacher may be a guardian too; a pupil is nothing else. */
export type RosterKind = 'pupil' | 'staff' | 'guardian'

export type RosterRole = {
  readonly kinds: ReadonlySet<RosterKind>
  readonly isAssistant: boolean
  readonly relation: 'parent' | 'other'
  /** First and last day at the school, of a pupil. */
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const kindOf: Readonly<Record<string, RosterKind>> = {
  student: 'pupil',
  teacher: 'staff',
  aide: 'staff',
  administrator: 'staff',
  principal: 'staff',
  counselor: 'staff',
  proctor: 'staff',
  siteadministrator: 'staff',
  districtadministrator: 'staff',
  systemadministrator: 'staff',
  parent: 'guardian',
  guardian: 'guardian',
}

/** The role of each user by id: in 1.1 a column of users, in 1.2 rows of their own. */
export function readRoles(
  tables: RosterTables,
  problems: Problems,
): ReadonlyMap<string, RosterRole> {
  const rowsByUser = new Map<string, RosterRow[]>()
  const isOld = tables.version === '1.1' || hasRolesOfUsers(tables)
  for (const row of tables.rows(isOld ? 'users' : 'roles')) {
    // In 1.1 the role goes with the user; a 1.2 role that ends takes nothing else with it.
    if (row.isEnded && !isOld) {
      problems.leaveOut('ended-skipped', {
        file: row.file,
        line: row.line,
        field: 'role',
        value: row.cell('role'),
      })
      continue
    }
    const user = isOld ? row.id : row.cell('userSourcedId')
    rowsByUser.set(user, [...(rowsByUser.get(user) ?? []), row])
  }
  const roles = new Map<string, RosterRole>()
  for (const [user, rows] of rowsByUser) {
    const role = combine(rows.slice(0, 20), problems)
    if (role) roles.set(user, role)
  }
  return roles
}

/** Some packages call themselves 1.2 and still keep the role in users, with no file of roles. */
const hasRolesOfUsers = (tables: RosterTables) =>
  tables.rows('roles').length === 0 && tables.rows('users').some(({ cell }) => cell('role') !== '')

function combine(rows: readonly RosterRow[], problems: Problems): RosterRole | null {
  const known = rows.flatMap((row) => {
    const kind = readKind(row, problems)
    return kind ? [{ row, kind }] : []
  })
  const pupil = known.find(({ kind }) => kind === 'pupil')
  const other = known.find(({ kind }) => kind !== 'pupil')
  if (pupil && other) {
    const { file, line, cell } = other.row
    problems.leaveOut('role-unclear', { file, line, field: 'role', value: cell('role') })
    return null
  }
  if (known.length === 0) return null
  const named = (name: string) => known.some(({ row }) => row.cell('role').toLowerCase() === name)
  const day = (field: string) => {
    const row = pupil?.row
    return row
      ? readDay({ text: row.cell(field), file: row.file, line: row.line, field }, problems)
      : null
  }
  return {
    kinds: new Set(known.map(({ kind }) => kind)),
    isAssistant: named('aide') && !named('teacher'),
    // The word guardian covers too much in this standard to make a legal guardian of it.
    relation: named('parent') ? 'parent' : 'other',
    startsOn: day('beginDate'),
    endsOn: day('endDate'),
  }
}

function readKind({ cell, file, line }: RosterRow, problems: Problems): RosterKind | null {
  const value = cell('role')
  const where = { file, line, field: 'role', value }
  const kind = Object.hasOwn(kindOf, value.toLowerCase()) ? kindOf[value.toLowerCase()] : undefined
  if (kind && value !== value.toLowerCase() && !/Administrator$/.test(value)) {
    problems.warnOnce('value-invalid', where)
  }
  if (kind) return kind
  // A relative is no guardian, and what `ext:` words mean only their maker knows.
  problems.leaveOut(value === 'relative' ? 'role-skipped' : 'role-unclear', where)
  return null
}
