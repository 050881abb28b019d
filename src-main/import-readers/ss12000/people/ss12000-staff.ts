import type { SourceStaff } from '#shared/imports/import-source.ts'
import { createProblems, type Problems } from '../../problems.ts'
import { readLine } from '../../read-values.ts'
import { type Part, partsOf, textOf, whereOf } from '../part.ts'
import { isOver, type Register } from '../register.ts'
import { readMail } from './contact-details.ts'
import { keyOfPerson, readNames } from './person-details.ts'
import { type Known, personOfDuty } from './person-kinds.ts'

/** Work with a group that leads it; who only plans its timetable works with no group. */
const taskOfRole: Readonly<Record<string, 'teacher' | 'assistant' | null>> = {
  mentor: 'teacher',
  förskollärare: 'teacher',
  'pedagogisk ledare': 'teacher',
  barnskötare: 'assistant',
  fritidspedagog: 'assistant',
  specialpedagog: 'assistant',
  elevhälsopersonal: 'assistant',
  schemaläggare: null,
}

/** Everybody with a duty, and the groups that they lead or help in. A duty gives nobody a right. */
export function readStaff(
  register: Register,
  known: ReadonlyMap<string, Known>,
  problems: Problems,
): SourceStaff[] {
  const tasks = tasksByPerson(register, problems)
  const staff = [...known.values()].flatMap((person): SourceStaff[] => {
    if (!person.kinds.has('staff')) return []
    // Somebody who may be anything was told of as a pupil already.
    const heard = person.isUnclear ? createProblems() : problems
    const own = asStaff(person, tasks.get(person.id) ?? new Map(), heard)
    return own ? [own] : []
  })
  const absent = new Set<string>()
  for (const duty of register.duties.byId.values()) {
    const id = personOfDuty(duty)
    const isAbsent = id !== '' && !known.has(id) && !register.persons.byId.has(id)
    if (id === '') problems.leaveOut('value-missing', { ...whereOf(duty, 'person'), kind: 'staff' })
    if (!isAbsent || isOver(register, duty) || absent.has(id)) continue
    absent.add(id)
    staff.push({ ...nobody(id, duty), groups: groupsOf(tasks.get(id) ?? new Map()) })
  }
  return staff
}

type Tasks = Map<string, 'teacher' | 'assistant'>

const groupsOf = (tasks: Tasks) => [...tasks].map(([groupKey, task]) => ({ groupKey, task }))

const nobody = (id: string, { file, line }: Part): SourceStaff => ({
  place: { file, line },
  key: id,
  keys: keyOfPerson(id),
  onlyIfKnown: true,
  firstName: '',
  prefix: null,
  lastName: '',
  userName: null,
  email: null,
  groups: [],
})

function asStaff({ id, part, isUnclear }: Known, tasks: Tasks, problems: Problems) {
  const { firstName, prefix, lastName } = readNames(part, problems)
  if (!firstName && !lastName) {
    problems.leaveOut('value-missing', { ...whereOf(part, 'familyName'), kind: 'staff' })
    return null
  }
  const [principalName] = partsOf(part, 'eduPersonPrincipalNames')
  return {
    ...nobody(id, part),
    onlyIfKnown: isUnclear,
    firstName: firstName ?? '',
    prefix,
    lastName: lastName ?? '',
    userName: principalName
      ? readLine(
          { ...whereOf(part, 'eduPersonPrincipalNames'), text: textOf(principalName, 'value') },
          problems,
        )
      : null,
    email: readMail(part, 'staff', problems),
    groups: groupsOf(tasks),
  }
}

function tasksByPerson(register: Register, problems: Problems): ReadonlyMap<string, Tasks> {
  const found = new Map<string, Tasks>()
  for (const { duty: dutyId, group, role, part } of register.tasks) {
    const duty = register.duties.byId.get(dutyId)
    if (!duty || group === '') {
      const where = whereOf(part, duty ? 'group' : 'duty')
      const code = (duty ? group : dutyId) === '' ? 'value-missing' : 'key-dangling'
      problems.leaveOut(code, { ...where, value: dutyId })
      continue
    }
    const task = taskOf(role, duty, part, problems)
    if (!task || isOver(register, part) || isOver(register, duty)) continue
    const own = found.get(personOfDuty(duty)) ?? new Map()
    found.set(personOfDuty(duty), own)
    if (own.get(group) !== 'teacher') own.set(group, task)
  }
  return found
}

/** A role in the group decides; who teaches there leads it, unless the duty is one of helping. */
function taskOf(role: string, duty: Part, part: Part, problems: Problems) {
  if (role === '') {
    const isHelp = /^(Övrig pedagogisk personal|Annan personal)$/i.test(textOf(duty, 'dutyRole'))
    return isHelp ? 'assistant' : 'teacher'
  }
  const word = role.normalize('NFC').toLowerCase()
  if (Object.hasOwn(taskOfRole, word)) return taskOfRole[word] ?? null
  problems.warn('role-unclear', { ...whereOf(part, 'assignmentRoleType'), value: role })
  return null
}
