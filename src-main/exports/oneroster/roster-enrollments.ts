import type { ExportedPupil, ExportedStaff } from '../exported-school.ts'
import type { RosterRow } from './roster-files.ts'
import type { RosterPart } from './roster-part.ts'

/** A pupil's places in groups. */
export function placeRows(part: RosterPart, pupil: ExportedPupil): RosterRow[] {
  return pupil.memberships.map(({ id, groupId, from, until }) => ({
    sourcedId: id,
    classSourcedId: part.keyOfId(groupId),
    schoolSourcedId: part.org,
    userSourcedId: part.keyOf(pupil),
    role: 'student',
    primary: false,
    beginDate: from,
    endDate: until,
  }))
}

/** The standard has no aide in a class: helpers are told from teachers by their role at school. */
export function taskRows(part: RosterPart, person: ExportedStaff): RosterRow[] {
  return person.groups.map(({ id, groupId, task }) => ({
    sourcedId: id,
    classSourcedId: part.keyOfId(groupId),
    schoolSourcedId: part.org,
    userSourcedId: part.keyOf(person),
    role: 'teacher',
    primary: task === 'teacher' && isFirstTeacher(part, groupId, id),
  }))
}

/** One teacher of a class is its primary one. */
function isFirstTeacher({ exported }: RosterPart, groupId: string, taskId: string) {
  const group = exported.groups.find(({ id }) => id === groupId)
  return group?.staff.find(({ task }) => task === 'teacher')?.id === taskId
}
