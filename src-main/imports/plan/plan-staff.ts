import type { SourceStaff } from '#shared/imports/import-source.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { type Staff, StaffId } from '#shared/staff/staff.ts'
import { groupStaff } from '../../groups/groups-table.ts'
import { linkId } from '../../platform/ids.ts'
import { staff } from '../../staff/staff-table.ts'
import { isSomebodyElse, nameKey } from '../match/same-person.ts'
import { gather } from '../match/school-snapshot.ts'
import type { PlannedGroups } from './plan-groups.ts'
import {
  addLine,
  decide,
  keyWrites,
  lineKey,
  type Match,
  ownersOf,
  type Planning,
  refuseUnknown,
  tell,
  type Write,
} from './planning.ts'

/** Staff of the file: new people get an account that nobody can use until the school opens it. */
export function planStaff(planning: Planning, groups: PlannedGroups) {
  const all = [...planning.school.staff.values()]
  const index = {
    byName: gather(all, nameKey),
    byEmail: gather(all, ({ email }) => email?.toLowerCase() ?? ''),
    userNames: new Set(all.map(({ userName }) => userName)),
  }
  for (const record of planning.source.staff) {
    const match = matchStaff(planning, record, index)
    const line = {
      ...record,
      kind: 'staff',
      name: displayName(record) || record.key,
      groupName: null,
    } as const
    if (match.kind !== 'known' && record.onlyIfKnown) {
      refuseUnknown(planning, line, 'staff')
      continue
    }
    const decided = decide(planning, lineKey('staff', record.key), match)
    const known = decided?.kind === 'known' ? planning.school.staff.get(decided.id) : undefined
    if (!decided) addLine(planning, line, match, null)
    else addLine(planning, line, match, planMember(planning, record, { known, groups, index }))
  }
}

type Index = {
  readonly byName: ReadonlyMap<string, readonly Staff[]>
  readonly byEmail: ReadonlyMap<string, readonly Staff[]>
  readonly userNames: Set<string>
}

/** Staff have no birth date here: the same name alone is a doubt, an address of their own is not. */
function matchStaff(planning: Planning, record: SourceStaff, { byName, byEmail }: Index): Match {
  const byKey = ownersOf(planning, 'staff', record.keys).flatMap(
    (id) => planning.school.staff.get(id) ?? [],
  )
  const [owner, another] = byKey
  if (owner && (another || isSomebodyElse(record, owner))) {
    return { kind: 'doubtful', candidates: candidatesOf(byKey, 'key') }
  }
  if (owner) return { kind: 'known', id: owner.id }
  const sameEmail = record.email ? (byEmail.get(record.email.toLowerCase()) ?? []) : []
  const [only, second] = sameEmail.filter((each) => nameKey(each) === nameKey(record))
  if (only && !second) return { kind: 'known', id: only.id }
  const sameName = byName.get(nameKey(record)) ?? []
  const candidates = [
    ...candidatesOf(sameName, 'same-name'),
    ...candidatesOf(
      sameEmail.filter((each) => !sameName.includes(each)),
      'same-email',
    ),
  ]
  return candidates.length > 0 ? { kind: 'doubtful', candidates } : { kind: 'new' }
}

const candidatesOf = (people: readonly Staff[], because: string) =>
  people.map((each) => ({ id: each.id, name: displayName(each), because }))

function planMember(
  planning: Planning,
  record: SourceStaff,
  { known, groups, index }: { known: Staff | undefined; groups: PlannedGroups; index: Index },
) {
  const id = known?.id ?? StaffId.parse(planning.newId())
  const { firstName, prefix, lastName, email } = record
  const wanted: Staff = known
    ? {
        ...known,
        ...(firstName && { firstName }),
        ...(lastName && {
          lastName,
          prefix: prefix ?? (lastName === known.lastName ? known.prefix : null),
        }),
        ...(email && { email }),
      }
    : {
        id,
        firstName,
        prefix,
        lastName,
        userName: freeUserName(record, index.userNames),
        email,
        // The least of the roles, and closed: a file gives nobody a right.
        role: 'teacher',
        language: null,
        seesMedical: false,
        isActive: false,
      }
  const tasks = planTasks(planning, record, id, groups)
  const changes: ImportLine['changes'] = known ? changesOf(known, wanted) : []
  return {
    changes: [...changes, ...tasks.changes],
    writes: [
      (db) => db.save(staff, wanted),
      ...tasks.writes,
      ...keyWrites(planning, 'staff', id, record.keys),
    ] satisfies Write[],
  }
}

function planTasks(
  planning: Planning,
  record: SourceStaff,
  staffId: StaffId,
  groups: PlannedGroups,
) {
  const own = planning.school.groupStaffByStaff.get(staffId) ?? []
  const changes: { field: string; from: null; to: string }[] = []
  const writes: Write[] = []
  for (const { groupKey, task } of record.groups) {
    const place = groups.find(groupKey)
    if (!place) {
      const where = { ...record.place, field: 'group', value: groupKey }
      if (!groups.isLeftOut(groupKey)) tell(planning, 'warning', 'key-dangling', where)
      continue
    }
    // Who is known to work there keeps the task that the school gave.
    if (own.some(({ groupId }) => groupId === place.group.id)) continue
    const row = {
      id: linkId('groupStaff', place.group.id, staffId),
      groupId: place.group.id,
      staffId,
      task,
    }
    changes.push({ field: 'group', from: null, to: place.group.name })
    writes.push((db) => db.save(groupStaff, row))
  }
  return { changes, writes }
}

function changesOf(known: Staff, wanted: Staff) {
  return (['firstName', 'prefix', 'lastName', 'email'] as const)
    .filter((field) => known[field] !== wanted[field])
    .map((field) => ({ field, from: known[field], to: wanted[field] }))
}

/** From what the file says, the mail address or the name; `.2` behind it when somebody has it. */
function freeUserName({ userName, email, ...name }: SourceStaff, taken: Set<string>): string {
  const wanted = userName ?? email?.split('@')[0] ?? displayName(name)
  const plain = foldText(wanted)
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
    .slice(0, 50)
  const stem = plain.length < 2 ? `staff.${plain}`.replace(/\.$/, '') : plain
  for (let n = 1; ; n++) {
    const free = n === 1 ? stem : `${stem}.${n}`
    if (taken.has(free)) continue
    taken.add(free)
    return free
  }
}
