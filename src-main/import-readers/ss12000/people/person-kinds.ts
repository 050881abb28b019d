import type { Problems } from '../../problems.ts'
import { embeddedOf, type Part, refOf, textOf, whereOf } from '../part.ts'
import { isOver, type Register } from '../register.ts'
import { isGone } from './person-details.ts'

/** What a person is to the school. Staff may be guardians too; a pupil is nothing else. */
export type PersonKind = 'pupil' | 'staff' | 'guardian'

export type Known = {
  readonly id: string
  readonly part: Part
  readonly kinds: ReadonlySet<PersonKind>
  /** Nothing here says what this person is: only somebody whom the school knows is changed. */
  readonly isUnclear: boolean
}

const anyKind: ReadonlySet<PersonKind> = new Set(['pupil', 'staff', 'guardian'])

/**
 * The persons by what others say of them, since the standard has one list for all: an enrolment or
 * responsible adults make a pupil, a duty makes staff, a child makes a guardian. A place in a class
 * decides where nothing else does.
 */
export function readKinds(register: Register, problems: Problems): ReadonlyMap<string, Known> {
  const enrolled = new Set(register.enrolments.map(({ person }) => person))
  const minors = new Set(register.responsibles.map(({ pupil }) => pupil))
  const guardians = new Set(register.responsibles.map(({ guardian }) => guardian))
  const staff = new Set(
    [...register.duties.byId.values()].filter((duty) => !isOver(register, duty)).map(personOfDuty),
  )
  const members = membersOf(register)
  const known = new Map<string, Known>()
  for (const [id, part] of register.persons.byId) {
    const isPupil = enrolled.has(id) || minors.has(id)
    const kinds = new Set<PersonKind>()
    if (isPupil) kinds.add('pupil')
    if (staff.has(id)) kinds.add('staff')
    if (guardians.has(id)) kinds.add('guardian')
    if (kinds.size === 0 && members.has(id)) kinds.add('pupil')
    const judged = judge(part, kinds, register, problems)
    if (judged) known.set(id, { id, part, kinds: judged, isUnclear: kinds.size === 0 })
  }
  return known
}

/** Whose duty it is; empty when it does not say. */
export function personOfDuty(duty: Part): string {
  const [embedded] = embeddedOf(duty, 'person')
  return refOf(duty, 'person') || (embedded ? textOf(embedded, 'id') : '')
}

/** Groups of pupils: teachers are tied to these by activities, never as members. */
const pupilGroups = /^(Klass|Undervisning|Mentor|Avdelning|Provgrupp|Schema)$/

const membersOf = ({ memberships, groups }: Register) =>
  new Set(
    memberships.flatMap(({ person, group }) => {
      const known = groups.byId.get(group)
      return known && pupilGroups.test(textOf(known, 'groupType')) ? [person] : []
    }),
  )

function judge(
  part: Part,
  kinds: ReadonlySet<PersonKind>,
  register: Register,
  problems: Problems,
): ReadonlySet<PersonKind> | null {
  const where = whereOf(part, 'id')
  const value = textOf(part, 'id')
  if (kinds.has('pupil') && kinds.size > 1) {
    problems.leaveOut('role-unclear', { ...where, value })
    return null
  }
  if (isGone(part) && !kinds.has('pupil')) {
    problems.leaveOut('ended-skipped', { ...whereOf(part, 'personStatus'), value })
    return null
  }
  if (kinds.size > 0) return kinds
  if (!register.isWhole) return anyKind
  problems.leaveOut('role-unclear', { ...where, value })
  return null
}
