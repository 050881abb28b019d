import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import type { CounterKind } from '#shared/counters/counter.ts'
import type { CounterContest, CounterFigure, CounterReport } from '#shared/counters/counter-rows.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

export const counterContests = sqliteTable('counterContests', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  kind: text().$type<CounterKind>().notNull(),
  day: text().$type<Day>().notNull(),
  part: text().$type<DayPart>().notNull(),
  reason: text().notNull(),
  by: text().notNull(),
  at: text().notNull(),
  withdrawnAt: text(),
})

export const counterReports = sqliteTable('counterReports', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  kind: text().$type<CounterKind>().notNull(),
  from: text().$type<Day>().notNull(),
  until: text().$type<Day>().notNull(),
  total: integer().notNull(),
  actions: text().notNull(),
  preparedBy: text().notNull(),
  preparedAt: text().notNull(),
  sentOn: text().$type<Day>(),
  sentTo: text(),
  sentBy: text(),
})

export const counterFigures = sqliteTable('counterFigures', {
  id: text().primaryKey(),
  key: text().notNull(),
  value: integer().notNull(),
  reason: text().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof counterContests.$inferSelect, CounterContest>
true satisfies Same<typeof counterReports.$inferSelect, CounterReport>
true satisfies Same<typeof counterFigures.$inferSelect, CounterFigure>
