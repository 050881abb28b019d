import { embeddedOf, memberOf, type Part, partsOf, refOf, textOf } from '../part.ts'
import type { Register } from '../register.ts'
import type { Kind } from './standard-members.ts'

/** A copy of an object inside another, as `expand` gives it. */
export type Embedded = { readonly kind: 'person' | 'group' | 'duty'; readonly part: Part }

type Add = (register: Register, part: Part, embed: (each: Embedded) => void) => void

/** What each kind of object adds to the register, its relations to other objects first. */
export const addObject: Readonly<Record<Kind, Add>> = {
  person(register, part, embed) {
    const person = textOf(part, 'id')
    if (!register.persons.add(part)) return
    for (const each of partsOf(part, 'enrolments')) register.enrolments.push({ person, part: each })
    for (const each of partsOf(part, 'responsibles')) {
      register.responsibles.push({ pupil: person, guardian: refOf(each, 'person'), part: each })
    }
    for (const each of embeddedOf(part, 'responsibleFor')) {
      register.responsibles.push({ pupil: refOf(each, 'person'), guardian: person, part: each })
    }
    for (const each of embeddedOf(part, 'groupMemberships')) {
      register.memberships.push({ person, group: refOf(each, 'group'), part: each })
      for (const group of partsOf(each, 'group')) {
        if (textOf(group, 'groupType')) embed({ kind: 'group', part: { ...group, path: '' } })
      }
    }
    for (const each of embeddedOf(part, 'duties')) {
      const members = { ...each.members, personId: refOf(each, 'person') || person }
      embed({ kind: 'duty', part: { ...each, members } })
    }
  },
  group(register, part, embed) {
    const group = textOf(part, 'id')
    if (!register.groups.add(part)) return
    for (const each of partsOf(part, 'groupMemberships')) {
      register.memberships.push({ person: refOf(each, 'person'), group, part: each })
    }
    for (const each of [
      ...partsOf(part, 'assignmentRoles'),
      ...embeddedOf(part, 'assignmentRoles'),
    ]) {
      const role = textOf(each, 'assignmentRoleType')
      register.tasks.push({ duty: refOf(each, 'duty'), group, role, part: each })
      for (const duty of partsOf(each, 'duty')) {
        if (textOf(duty, 'dutyRole')) embed({ kind: 'duty', part: { ...duty, path: '' } })
      }
    }
  },
  duty(register, part, embed) {
    const duty = textOf(part, 'id')
    if (!register.duties.add(part)) return
    for (const each of [...partsOf(part, 'assignmentRole'), ...partsOf(part, 'assignmentRoles')]) {
      const role = textOf(each, 'assignmentRoleType')
      register.tasks.push({ duty, group: refOf(each, 'group'), role, part: each })
    }
    for (const person of embeddedOf(part, 'person')) embed({ kind: 'person', part: person })
  },
  activity(register, part, embed) {
    for (const each of partsOf(part, 'teachers')) {
      const duty = refOf(each, 'duty')
      for (const group of partsOf(part, 'groups')) {
        const id = textOf(group, 'id') || textOf(group, 'value')
        // The teacher's own days go before those of the activity.
        const members = { endDate: memberOf(part, 'endDate'), ...each.members }
        register.tasks.push({ duty, group: id, role: '', part: { ...each, members } })
      }
    }
    for (const group of embeddedOf(part, 'groups')) embed({ kind: 'group', part: group })
    for (const duty of embeddedOf(part, 'teachers')) embed({ kind: 'duty', part: duty })
  },
  organisation(register, part) {
    register.organisations.add(part)
  },
  enrolment(register, part) {
    register.enrolments.push({ person: refOf(part, 'person'), part })
  },
}
