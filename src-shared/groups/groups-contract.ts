import { z } from 'zod'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { MissingField } from '#shared/pupils/required-fields.ts'
import { StaffId } from '#shared/staff/staff.ts'
import {
  type Group,
  GroupFields,
  GroupId,
  GroupTask,
  type SchoolYear,
  SchoolYearFields,
  SchoolYearId,
} from './group.ts'

export type GroupRow = Group & {
  readonly schoolYearName: string
  readonly pupilCount: number
  readonly staff: readonly {
    readonly id: StaffId
    readonly name: string
    readonly task: GroupTask
  }[]
  /** Pupils of whom a required field is not known. */
  readonly incompleteCount: number
}

/** Who lacks what, per class (`domain.md` 39). */
export type IncompletePupil = {
  readonly pupilId: PupilId
  readonly name: string
  readonly groupName: string
  readonly missing: readonly MissingField[]
}

export type GroupRefusal =
  | 'group.not-found'
  | 'group.name-taken'
  | 'group.not-empty'
  | 'year.not-found'
  | 'year.overlaps'
  | 'year.ends-before-it-starts'
  | 'pupil.not-found'
  | 'staff.not-found'

export const groupsContract = defineContract('groups', {
  years: query(pupilStaff, z.object({})).answers<readonly SchoolYear[]>(),
  saveYear: command(
    office,
    z.object({ id: SchoolYearId.nullable(), fields: SchoolYearFields }),
  ).answers<Result<SchoolYearId, GroupRefusal>>(),
  /** Groups of one school year, null for the running one. */
  list: query(pupilStaff, z.object({ schoolYearId: SchoolYearId.nullable() })).answers<
    readonly GroupRow[]
  >(),
  incomplete: query(pupilStaff, z.object({ groupId: GroupId.nullable() })).answers<
    readonly IncompletePupil[]
  >(),
  add: command(office, z.object({ schoolYearId: SchoolYearId, fields: GroupFields })).answers<
    Result<GroupId, GroupRefusal>
  >(),
  change: command(office, z.object({ id: GroupId, fields: GroupFields.partial() })).answers<
    Result<null, GroupRefusal>
  >(),
  /** Only a group without pupils can go. */
  remove: command(office, z.object({ id: GroupId })).answers<Result<null, GroupRefusal>>(),
  /** Puts pupils in a class from a day on; ends their other class of that year the day before. */
  place: command(
    office,
    z.object({ pupilIds: z.array(PupilId).min(1).max(5000), groupId: GroupId, from: Day }),
  ).answers<Result<number, GroupRefusal>>(),
  takeOut: command(office, z.object({ pupilId: PupilId, groupId: GroupId, until: Day })).answers<
    Result<null, GroupRefusal>
  >(),
  assignStaff: command(
    office,
    z.object({ groupId: GroupId, staffId: StaffId, task: GroupTask.nullable() }),
  ).answers<Result<null, GroupRefusal>>(),
})
export type GroupsContract = typeof groupsContract
