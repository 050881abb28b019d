import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OwnCodes } from '#shared/absences/absence-codes.ts'
import type {
  ClockTime,
  DayPart,
  DecidedMark,
  Decision,
  EvidenceKind,
  Observation,
  SeenMark,
} from '#shared/absences/absence-mark.ts'
import type {
  AbsenceReport,
  AbsenceReportId,
  ReportPart,
  ReportSource,
} from '#shared/absences/absence-report.ts'
import type { AbsenceSettings, NoticeTexts } from '#shared/absences/absence-settings.ts'
import type {
  AbsenceNotice,
  NoticeChannel,
  NoticeState,
} from '#shared/absences/follow-up/absence-notice.ts'
import type { CallAttempt, CallResult } from '#shared/absences/follow-up/call-attempt.ts'
import type { FinishedDay, Register, Seat } from '#shared/absences/registers/register.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

export const absenceReports = sqliteTable('absenceReports', {
  id: text().$type<AbsenceReportId>().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  source: text().$type<ReportSource>().notNull(),
  from: text().$type<Day>().notNull(),
  until: text().$type<Day>(),
  part: text().$type<ReportPart>().notNull(),
  fromTime: text().$type<ClockTime>(),
  untilTime: text().$type<ClockTime>(),
  weekdays: text({ mode: 'json' }).$type<number[]>().notNull(),
  everyWeeks: integer().$type<1 | 2>().notNull(),
  code: text().notNull(),
  evidence: text().$type<EvidenceKind>(),
  note: text(),
  reportedBy: text().notNull(),
  reportedAt: text().notNull(),
  backOn: text().$type<Day>(),
  backPart: text().$type<DayPart>(),
  withdrawnAt: text(),
  withdrawnBy: text(),
  causeId: text(),
})

const place = {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  day: text().$type<Day>().notNull(),
  part: text().$type<DayPart>().notNull(),
}

export const absenceMarks = sqliteTable('absenceMarks', {
  ...place,
  observation: text({ mode: 'json' }).$type<Observation>(),
})

export const absenceDecisions = sqliteTable('absenceDecisions', {
  ...place,
  decision: text({ mode: 'json' }).$type<Decision>(),
})

export const registers = sqliteTable('registers', {
  id: text().primaryKey(),
  groupId: text().$type<GroupId>().notNull(),
  day: text().$type<Day>().notNull(),
  part: text().$type<DayPart>().notNull(),
  closedAt: text(),
  closedBy: text(),
  remindedAt: text(),
  remindedBy: text(),
})

export const callAttempts = sqliteTable('callAttempts', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  day: text().$type<Day>().notNull(),
  at: text().notNull(),
  staffId: text().notNull(),
  guardianId: text(),
  contactId: text(),
  result: text().$type<CallResult>().notNull(),
  note: text(),
})

export const absenceNotices = sqliteTable('absenceNotices', {
  ...place,
  guardianId: text().notNull(),
  channel: text().$type<NoticeChannel>().notNull(),
  askedBy: text().notNull(),
  askedAt: text().notNull(),
  state: text().$type<NoticeState>().notNull(),
  stateAt: text().notNull(),
})

export const absenceSettings = sqliteTable('absenceSettings', {
  id: text().primaryKey(),
  guardiansReport: integer({ mode: 'boolean' }).notNull(),
  cutOff: text().$type<ClockTime>().notNull(),
  callFrom: text().$type<ClockTime>().notNull(),
  escalateMinutes: integer().notNull(),
  hidesIllness: integer({ mode: 'boolean' }).notNull(),
  ownCodes: text({ mode: 'json' }).$type<OwnCodes>().notNull(),
  noticeTexts: text({ mode: 'json' }).$type<NoticeTexts>().notNull(),
})

export const absenceDays = sqliteTable('absenceDays', {
  id: text().primaryKey(),
  day: text().$type<Day>().notNull(),
  finishedAt: text(),
  finishedBy: text(),
  reason: text(),
})

export const seats = sqliteTable('seats', {
  id: text().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  groupId: text().$type<GroupId>().notNull(),
  place: integer().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof absenceReports.$inferSelect, AbsenceReport>
true satisfies Same<typeof absenceMarks.$inferSelect, SeenMark>
true satisfies Same<typeof absenceDecisions.$inferSelect, DecidedMark>
true satisfies Same<typeof registers.$inferSelect, Register>
true satisfies Same<typeof callAttempts.$inferSelect, CallAttempt>
true satisfies Same<typeof absenceNotices.$inferSelect, AbsenceNotice>
true satisfies Same<typeof absenceSettings.$inferSelect, AbsenceSettings>
true satisfies Same<typeof absenceDays.$inferSelect, FinishedDay>
true satisfies Same<typeof seats.$inferSelect, Seat>
