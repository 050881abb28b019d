import type { Problems } from '../problems.ts'
import type { Value } from '../read-values.ts'
import type { SdsRow, SdsTables } from './sds-tables.ts'

export type SdsKind = 'pupil' | 'staff' | 'guardian'

/** What a person is to the school, and the rows that say so. */
export type SdsRole = {
  readonly kinds: ReadonlySet<SdsKind>
  readonly isAssistant: boolean
  /** Of a pupil: year and days at the school. */
  readonly row: SdsRow | null
}

/** Microsoft's default list of values; all but these are too vague to make anybody of. */
const staffRoles = new Set(
  `principal chair professor researcher adjunct affiliate occupationaltherapist physicaltherapist
  speechtherapist visiontherapist paraprofessional specialservices advisor proctor nurse officestaff
  lecturer itadmin administrator teacher faculty staff teacherassistant aide assistant instructor
  substitute coach counselor`.split(/\s+/),
)
const assistantRoles = new Set(['paraprofessional', 'teacherassistant', 'aide', 'assistant'])

export const isAssistantRole = (role: string) => assistantRoles.has(role.toLowerCase())

export function kindOfRole(role: string): SdsKind | null {
  const word = role.toLowerCase()
  if (word === 'student') return 'pupil'
  if (word === 'parent' || word === 'guardian') return 'guardian'
  return staffRoles.has(word) ? 'staff' : null
}

/** The roles of each user of versions 2 and 2.1 by id. Who only stands in a tie is a guardian. */
export function readRoles(
  tables: SdsTables,
  guardians: ReadonlySet<string>,
  problems: Problems,
): ReadonlyMap<string, SdsRole> {
  const isOwn = tables.version === '2.1'
  const rowsOf = new Map<string, SdsRow[]>()
  for (const row of tables.rows(isOwn ? 'roles' : 'users')) {
    const id = row.value(isOwn ? 'person' : 'id').text
    rowsOf.set(id, [...(rowsOf.get(id) ?? []).slice(0, 19), row])
  }
  const roles = new Map<string, SdsRole>()
  for (const user of tables.rows('users')) {
    const id = user.value('id').text
    const role = combine(rowsOf.get(id) ?? [], guardians.has(id), problems)
    if (role) roles.set(id, role)
    else if (!rowsOf.has(id) && id !== '')
      problems.leaveOut('role-unclear', { ...user.value('id'), value: id })
  }
  return roles
}

function combine(rows: readonly SdsRow[], isGuardian: boolean, problems: Problems): SdsRole | null {
  const kinds = new Set<SdsKind>(isGuardian ? ['guardian'] : [])
  const unclear: Value[] = []
  for (const row of rows) {
    const said = row.value('role')
    const kind = kindOfRole(said.text)
    if (kind) kinds.add(kind)
    else unclear.push(said)
  }
  for (const { text, ...where } of unclear)
    problems.leaveOut('role-unclear', { ...where, value: text })
  if (kinds.size === 0) return null
  const pupil = rows.find((row) => kindOfRole(row.value('role').text) === 'pupil') ?? null
  const other = rows.find((row) => kindOfRole(row.value('role').text) === 'staff')
  if (pupil && (other ?? isGuardian)) {
    const { text, ...where } = (other ?? pupil).value('role')
    problems.leaveOut('role-unclear', { ...where, value: text })
    return null
  }
  const tasks = rows
    .map((row) => row.value('role').text)
    .filter((role) => kindOfRole(role) === 'staff')
  return { kinds, isAssistant: tasks.length > 0 && tasks.every(isAssistantRole), row: pupil }
}
