import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { StaffId } from '#shared/staff/staff.ts'

export const SchoolYearId = z.uuid().brand('SchoolYearId')
export type SchoolYearId = z.output<typeof SchoolYearId>
export const GroupId = z.uuid().brand('GroupId')
export type GroupId = z.output<typeof GroupId>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()

export const SchoolYearFields = z.object({
  /** `2026-2027`. */
  name: line.min(1),
  startsOn: Day,
  endsOn: Day,
})
export type SchoolYearFields = z.output<typeof SchoolYearFields>
export type SchoolYear = SchoolYearFields & { readonly id: SchoolYearId }

/** `class` is the group a pupil belongs to; `set` gathers pupils of several classes for lessons. */
export const groupKinds = ['class', 'set'] as const
export const GroupKind = z.enum(groupKinds)
export type GroupKind = z.output<typeof GroupKind>

export const GroupFields = z.object({
  name: line.min(1),
  kind: GroupKind,
  /** More than one in a combined group (combinatiegroep, graadsklas): `['3', '4']`. */
  yearGrades: z.array(z.string().trim().min(1).max(8)).max(12),
  room: optionalLine,
})
export type GroupFields = z.output<typeof GroupFields>
export type Group = GroupFields & { readonly id: GroupId; readonly schoolYearId: SchoolYearId }

/** A pupil's time in a group; `until` is the last day, null while it lasts. */
export type GroupMembership = {
  /** UUIDv5 of pupil and group. */
  readonly id: string
  readonly pupilId: PupilId
  readonly groupId: GroupId
  readonly from: Day | null
  readonly until: Day | null
}

export const groupTasks = ['teacher', 'assistant'] as const
export const GroupTask = z.enum(groupTasks)
export type GroupTask = z.output<typeof GroupTask>

/** Who works with a group. A teacher sees the pupils of these groups and no others. */
export type GroupStaff = {
  /** UUIDv5 of group and staff member. */
  readonly id: string
  readonly groupId: GroupId
  readonly staffId: StaffId
  readonly task: GroupTask
}

export function isMemberOn(day: Day, { from, until }: Pick<GroupMembership, 'from' | 'until'>) {
  return (!from || from <= day) && (!until || until >= day)
}

/** The school year of a day; between two years the one that ended, before the first the coming one. */
export function runningYear<Year extends SchoolYear>(years: readonly Year[], today: Day) {
  const inOrder = years.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
  return inOrder.findLast(({ startsOn }) => startsOn <= today) ?? inOrder[0]
}
