import type { Problems } from '../../problems.ts'
import { baseName, type SourceFile } from '../../source-file.ts'
import { isMembers, type Members, type Part, partsOf, textOf } from '../part.ts'
import { createRegister, noteChange, type Register } from '../register.ts'
import { addObject, type Embedded } from './json-objects.ts'
import { readJson } from './json-text.ts'
import { createMemberJudge, type Kind, otherResources } from './standard-members.ts'

const kindOfName: ReadonlyMap<string, Kind> = new Map([
  ['person', 'person'],
  ['persons', 'person'],
  ['group', 'group'],
  ['groups', 'group'],
  ['duty', 'duty'],
  ['duties', 'duty'],
  ['activity', 'activity'],
  ['activities', 'activity'],
  ['organisation', 'organisation'],
  ['organisations', 'organisation'],
  ['enrolment', 'enrolment'],
  ['enrolments', 'enrolment'],
])

/** Members by which an object of unknown kind gives itself away; the first that fits. */
const marksOf: readonly (readonly [Kind, readonly string[]])[] = [
  ['duty', ['dutyRole', 'dutyAt']],
  ['group', ['groupType', 'groupMemberships']],
  ['person', ['givenName', 'familyName', 'civicNo', 'securityMarking']],
  ['activity', ['activityType', 'teachers', 'calendarEventsRequired']],
  ['organisation', ['organisationType', 'schoolUnitCode']],
  ['enrolment', ['enroledAt']],
]

/** Reads pages, lists and single objects of the standard's resources. */
export function readJsonRegister(files: readonly SourceFile[], problems: Problems): Register {
  const register = createRegister(problems, { isWhole: false })
  const judge = createMemberJudge(problems)
  const embedded: Embedded[] = []
  const embed = (each: Embedded) => embedded.push(each)
  const take = (kind: Kind, part: Part) => {
    judge(kind, part)
    noteChange(register, partsOf(part, 'meta'))
    addObject[kind](register, part, embed)
  }
  for (const file of files) readFile(file, take, { register, problems })
  // By now every object that stands for itself is known, and it says more than its copies.
  const listOf = { person: register.persons, group: register.groups, duty: register.duties }
  for (const { kind, part } of embedded) {
    if (!listOf[kind].byId.has(textOf(part, 'id'))) addObject[kind](register, part, embed)
  }
  return register
}

type Reading = { readonly register: Register; readonly problems: Problems }
type Take = (kind: Kind, part: Part) => void

function readFile(source: SourceFile, take: Take, { register, problems }: Reading) {
  const { value, lineOf } = readJson(source, problems)
  const file = source.name
  const word = /^[a-z]*/i.exec(baseName(file))?.[0].toLowerCase() ?? ''
  if (!isMembers(value)) return takeList('', value)
  const { data } = value
  const kind = kindOf(value)
  const lists = Object.entries(value).filter(([, each]) => Array.isArray(each))
  if (isMembers(data)) addDeleted(register, data, file)
  else if (Array.isArray(data)) takeList('data', data)
  else if (kind) take(kind, partOf(value, 1))
  else if (lists.some(([name]) => kindOfName.has(name))) {
    for (const [name, list] of lists) takeList(name, list)
  } else tellUnknown(word, 1)

  function takeList(name: string, list: unknown) {
    const said = name === '' || name === 'data' ? word : name
    for (const [index, each] of (Array.isArray(list) ? list : [list]).entries()) {
      const line = lineOf(name, index)
      const kind = isMembers(each) ? (kindOf(each) ?? kindOfName.get(said)) : undefined
      if (isMembers(each) && kind) take(kind, partOf(each, line))
      else tellUnknown(said, line)
    }
  }

  function tellUnknown(name: string, line: number | null) {
    const isOther = otherResources.includes(name.toLowerCase())
    problems.warnOnce(isOther ? 'extra-skipped' : 'member-unknown', { file, line, field: name })
  }

  function partOf(members: Members, line: number | null): Part {
    return { file, line, path: '', members, columns: null }
  }
}

/** Lists of ids by resource, as `deletedEntities` answers. */
function addDeleted({ deleted }: Register, data: Members, file: string) {
  for (const [kind, ids] of Object.entries(data)) {
    if (!Array.isArray(ids)) continue
    for (const id of ids) if (typeof id === 'string') deleted.push({ kind, id, file })
  }
}

function kindOf(members: Members): Kind | undefined {
  return marksOf.find(([, marks]) => marks.some((mark) => Object.hasOwn(members, mark)))?.[0]
}
