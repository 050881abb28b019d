import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type {
  DayException,
  ExceptionKind,
  OffPart,
  PupilDayException,
} from '#shared/school-days/day-exception.ts'
import type { DayHours } from '#shared/school-days/day-hours.ts'
import type { DayPattern } from '#shared/school-days/day-pattern.ts'
import type { Term } from '#shared/school-days/term.ts'

const hours = () => text({ mode: 'json' }).$type<DayHours>()

export const dayPatterns = sqliteTable('dayPatterns', {
  /** UUIDv5 of group and first day. */
  id: text().primaryKey(),
  groupId: text().$type<GroupId>(),
  startsOn: text().$type<Day>().notNull(),
  monday: hours(),
  tuesday: hours(),
  wednesday: hours(),
  thursday: hours(),
  friday: hours(),
})

export const dayExceptions = sqliteTable('dayExceptions', {
  id: text().primaryKey(),
  kind: text().$type<ExceptionKind>().notNull(),
  name: text().notNull(),
  startsOn: text().$type<Day>().notNull(),
  endsOn: text().$type<Day>().notNull(),
  part: text().$type<OffPart>().notNull(),
  hours: hours(),
  groupIds: text({ mode: 'json' }).$type<GroupId[]>(),
  presetKey: text(),
})

export const pupilDayExceptions = sqliteTable('pupilDayExceptions', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  kind: text().$type<ExceptionKind>().notNull(),
  name: text().notNull(),
  startsOn: text().$type<Day>().notNull(),
  endsOn: text().$type<Day>().notNull(),
  part: text().$type<OffPart>().notNull(),
  hours: hours(),
  weekdays: text({ mode: 'json' }).$type<number[]>(),
})

export const terms = sqliteTable('terms', {
  id: text().primaryKey(),
  name: text().notNull(),
  startsOn: text().$type<Day>().notNull(),
  endsOn: text().$type<Day>().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof dayPatterns.$inferSelect, DayPattern>
true satisfies Same<typeof dayExceptions.$inferSelect, DayException>
true satisfies Same<typeof pupilDayExceptions.$inferSelect, PupilDayException>
true satisfies Same<typeof terms.$inferSelect, Term>
