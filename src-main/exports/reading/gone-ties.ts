import { GroupTask } from '#shared/groups/group.ts'
import { hidesAddress } from '#shared/pupils/mask.ts'
import type { ExportedRecord, GoneRecord } from '../exported-school.ts'
import { type DeltaReading, isOverSince } from './delta-reading.ts'

type Tie = {
  readonly id: string
  readonly personId: string
  readonly groupId: string
  readonly task: GroupTask | null
}

/** Places in groups, and tasks of staff, that were in the export of then and are not in this one. */
export function goneTies(
  reading: DeltaReading,
  gonePupils: ReadonlySet<string>,
  recordOf: (id: string) => ExportedRecord,
): GoneRecord[] {
  const { exported } = reading
  const here = new Set([
    ...exported.pupils.flatMap(({ memberships }) => memberships.map(({ id }) => id)),
    ...exported.staff.flatMap(({ groups }) => groups.map(({ id }) => id)),
  ])
  const ties = [...memberships(reading, gonePupils), ...tasks(reading)]
  const distinct = [...new Map(ties.map((tie) => [tie.id, tie])).values()]
  return distinct
    .filter(({ id }) => !here.has(id))
    .map(({ id, personId, groupId, task }) => ({
      kind: task === null ? 'membership' : 'task',
      id,
      person: recordOf(personId),
      group: recordOf(groupId),
      task,
    }))
}

function memberships(reading: DeltaReading, gonePupils: ReadonlySet<string>): Tie[] {
  const { rows, changes } = reading
  const years = yearsSince(reading)
  const hidden = new Set<string>(rows.pupils.filter(hidesAddress).map(({ id }) => id))
  const ended = rows.memberships.filter(
    (each) =>
      years.has(each.groupId) &&
      // Who was hidden then too was in no export.
      (!hidden.has(each.pupilId) || gonePupils.has(each.pupilId)) &&
      (gonePupils.has(each.pupilId) || isOverSince(reading, each) || isOldGroup(reading, each)),
  )
  const removed = changes.removedFrom('memberships').map(({ id, was }) => ({
    id,
    personId: String(was.pupilId),
    groupId: String(was.groupId),
    task: null,
  }))
  return [
    ...ended.map(({ id, pupilId, groupId }) => ({ id, personId: pupilId, groupId, task: null })),
    ...removed,
  ]
}

function tasks(reading: DeltaReading): Tie[] {
  const { rows, changes } = reading
  const old = rows.tasks.filter((each) => isOldGroup(reading, each))
  const removed = changes.removedFrom('groupStaff').map(({ id, was }) => ({
    id,
    personId: String(was.staffId),
    groupId: String(was.groupId),
    task: GroupTask.catch('teacher').parse(was.task),
  }))
  return [
    ...old.map(({ id, staffId, groupId, task }) => ({ id, personId: staffId, groupId, task })),
    ...removed,
  ]
}

/** Groups of the year that runs now and of the one that ran then. */
function yearsSince({ rows, exported, oldYear }: DeltaReading): ReadonlySet<string> {
  const years = new Set<string | undefined>([exported.year?.id, oldYear?.id])
  return new Set(rows.groups.filter((group) => years.has(group.schoolYearId)).map(({ id }) => id))
}

function isOldGroup({ rows, oldYear }: DeltaReading, { groupId }: { readonly groupId: string }) {
  return (
    oldYear !== null &&
    rows.groups.some(({ id, schoolYearId }) => id === groupId && schoolYearId === oldYear.id)
  )
}
