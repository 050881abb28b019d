import { foldText } from '#shared/platform/fold-text.ts'
import { type Staff, type StaffFields, StaffId } from '#shared/staff/staff.ts'
import { linkId } from '../../platform/ids.ts'
import type { StaffName } from '../countries/country-profile.ts'
import type { Making } from '../making.ts'
import type { Classes } from './classes.ts'
import { pickFamilyName } from './family-names.ts'

/** Heidi's user name in every practice school. */
export const heidiUserName = 'heidi'

/** The office, the principal, the ICT person, and the teachers with their classes. */
export function addStaff(making: Making, classes: Classes) {
  const { rows, random, profile } = making
  const { principal, ict } = profile.officeStaff
  const taken = new Set<string>()
  const add = (name: StaffName, fields: Partial<StaffFields>) => {
    const member = makeStaff(making, name, fields, taken)
    rows.staff.push(member)
    return member
  }

  add(['Heidi', null, 'Smit'], { role: 'office', userName: heidiUserName })
  add(principal, { role: 'principal' })
  add(ict, { role: 'ict', seesMedical: false })
  add(teacherName(making), { isActive: false })

  classes.now.forEach((schoolClass, index) => {
    const last = classes.last[index]
    const teacher = add(teacherName(making), { seesMedical: random.chance(0.85) })
    assign(making, schoolClass.group.id, teacher, 'teacher')
    if (last) assign(making, last.group.id, teacher, 'teacher')
    if (random.chance(0.35)) {
      const colleague = add(teacherName(making), {})
      assign(making, schoolClass.group.id, colleague, 'teacher')
    }
    const isLowest = schoolClass.plan.grades.includes(profile.grades[0] ?? '')
    if (isLowest) assign(making, schoolClass.group.id, add(teacherName(making), {}), 'assistant')
  })
  const [, , , , someone] = rows.staff
  if (someone) assign(making, classes.set.id, someone, 'teacher')
}

function teacherName({ random, profile }: Making): StaffName {
  const names = random.weighted(profile.people)
  const { prefix, lastName } = pickFamilyName(names, random)
  return [random.pick(random.chance(0.8) ? names.women : names.men), prefix, lastName]
}

function makeStaff(
  { newId }: Making,
  [firstName, prefix, lastName]: StaffName,
  fields: Partial<StaffFields>,
  taken: Set<string>,
): Staff {
  const userName = fields.userName ?? freeUserName(firstName, (prefix ?? '') + lastName, taken)
  return {
    id: StaffId.parse(newId()),
    firstName,
    prefix,
    lastName,
    email: `${userName}@example.org`,
    role: 'teacher',
    language: null,
    seesMedical: true,
    isActive: true,
    ...fields,
    userName,
  }
}

/** `m.devries`, and `m.devries2` for the second. */
function freeUserName(firstName: string, lastName: string, taken: Set<string>) {
  const plain = (text: string) => foldText(text).replace(/[^a-z]/g, '')
  const wanted = `${plain(firstName).slice(0, 1)}.${plain(lastName)}`
  let userName = wanted
  for (let n = 2; taken.has(userName); n++) userName = `${wanted}${n}`
  taken.add(userName)
  return userName
}

function assign(
  { rows }: Making,
  groupId: Classes['set']['id'],
  { id: staffId }: Staff,
  task: 'teacher' | 'assistant',
) {
  rows.groupStaff.push({ id: linkId('groupStaff', groupId, staffId), groupId, staffId, task })
}
