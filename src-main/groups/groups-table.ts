import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  Group,
  GroupId,
  GroupKind,
  GroupMembership,
  GroupStaff,
  GroupTask,
  SchoolYear,
  SchoolYearId,
} from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import type { Context, ReadDb } from '../platform/database.ts'

export const schoolYears = sqliteTable('schoolYears', {
  id: text().$type<SchoolYearId>().primaryKey(),
  name: text().notNull(),
  startsOn: text().$type<Day>().notNull(),
  endsOn: text().$type<Day>().notNull(),
})

export const groups = sqliteTable('groups', {
  id: text().$type<GroupId>().primaryKey(),
  schoolYearId: text().$type<SchoolYearId>().notNull(),
  name: text().notNull(),
  kind: text().$type<GroupKind>().notNull(),
  yearGrades: text({ mode: 'json' }).$type<string[]>().notNull(),
  room: text(),
})

export const memberships = sqliteTable('memberships', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  groupId: text().$type<GroupId>().notNull(),
  from: text().$type<Day>(),
  until: text().$type<Day>(),
})

export const groupStaff = sqliteTable('groupStaff', {
  id: text().primaryKey(),
  groupId: text().$type<GroupId>().notNull(),
  staffId: text().$type<StaffId>().notNull(),
  task: text().$type<GroupTask>().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof schoolYears.$inferSelect, SchoolYear>
true satisfies Same<typeof groups.$inferSelect, Group>
true satisfies Same<typeof memberships.$inferSelect, GroupMembership>
true satisfies Same<typeof groupStaff.$inferSelect, GroupStaff>

/** Whether the caller may see a pupil at all: a teacher sees those in own groups, now or later. */
export function whoIsVisible(db: ReadDb, caller: Context): (pupilId: PupilId) => boolean {
  if (seesEveryPupil(caller)) return () => true
  const own = db
    .select({ pupilId: memberships.pupilId })
    .from(groupStaff)
    .innerJoin(groups, eq(groups.id, groupStaff.groupId))
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .innerJoin(memberships, eq(memberships.groupId, groups.id))
    .where(
      and(
        // A caller is always a member of staff, but the context knows plain text only.
        sql`${groupStaff.staffId} = ${caller.staffId}`,
        gte(schoolYears.endsOn, caller.today),
        or(isNull(memberships.until), gte(memberships.until, caller.today)),
      ),
    )
    .all()
  const ids = new Set(own.map(({ pupilId }) => pupilId))
  return (pupilId) => ids.has(pupilId)
}
