import type { GoneRecord } from '../exported-school.ts'
import type { RosterFiles, RosterRow } from './roster-files.ts'
import { noName, type RosterPart } from './roster-part.ts'
import { courseKey } from './roster-school.ts'

type GonePerson = Extract<GoneRecord, { readonly kind: 'pupil' | 'guardian' | 'staff' | 'group' }>

const roleOfKind = { pupil: 'student', guardian: 'guardian', staff: 'teacher' } as const

/**
 * What the receiver must take away. Of a person no more than the key goes along, also where the
 * standard demands a name: who left, or is hidden now, is not told once more.
 */
export function goneRows(part: RosterPart, here: RosterFiles): Partial<RosterFiles> {
  const gone = part.exported.delta?.gone ?? []
  const records = gone.flatMap((each) => (isRecord(each) ? [each] : []))
  const people = records.filter(({ kind }) => kind !== 'group')
  return {
    classes: fresh(
      here.classes,
      records.filter(isGroup).map((each) => goneClass(part, each)),
    ),
    users: fresh(
      here.users,
      people.map((each) => goneUser(part, each)),
    ),
    roles: fresh(
      here.roles,
      people.flatMap((each) => goneRole(part, each)),
    ),
    demographics: fresh(
      here.demographics,
      people
        .filter(({ kind }) => kind === 'pupil')
        .map((each) => ({ sourcedId: part.keyOf(each), isGone: true })),
    ),
    enrollments: fresh(
      here.enrollments,
      gone.flatMap((each) => goneEnrollment(part, each)),
    ),
  }
}

const isRecord = (each: GoneRecord): each is GonePerson =>
  each.kind !== 'membership' && each.kind !== 'task'
const isGroup = ({ kind }: GonePerson) => kind === 'group'

/** Nothing is taken away that is also there: a merged pupil's key lives on in another. */
function fresh(here: readonly RosterRow[], rows: readonly RosterRow[]): RosterRow[] {
  const known = new Set(here.map(({ sourcedId }) => sourcedId))
  const distinct = new Map(rows.map((row) => [row.sourcedId, row]))
  return [...distinct.values()].filter(({ sourcedId }) => !known.has(sourcedId))
}

const goneClass = (part: RosterPart, group: GonePerson): RosterRow => ({
  sourcedId: part.keyOf(group),
  isGone: true,
  title: noName,
  courseSourcedId: courseKey(part, []),
  classType: 'homeroom',
  schoolSourcedId: part.org,
  termSourcedIds: part.term,
})

const goneUser = (part: RosterPart, person: GonePerson): RosterRow => ({
  sourcedId: part.keyOf(person),
  isGone: true,
  enabledUser: false,
  username: part.keyOf(person),
  givenName: noName,
  familyName: noName,
})

function goneRole(part: RosterPart, person: GonePerson): RosterRow[] {
  if (person.kind === 'group') return []
  const key = part.keyOf(person)
  const role = roleOfKind[person.kind]
  return [
    {
      sourcedId: `${key}-${role}`,
      isGone: true,
      userSourcedId: key,
      roleType: 'primary',
      role,
      orgSourcedId: part.org,
    },
  ]
}

function goneEnrollment(part: RosterPart, each: GoneRecord): RosterRow[] {
  if (each.kind !== 'membership' && each.kind !== 'task') return []
  return [
    {
      sourcedId: each.id,
      isGone: true,
      classSourcedId: part.keyOf(each.group),
      schoolSourcedId: part.org,
      userSourcedId: part.keyOf(each.person),
      role: each.kind === 'membership' ? 'student' : 'teacher',
      primary: false,
    },
  ]
}
