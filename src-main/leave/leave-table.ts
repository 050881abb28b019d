import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LeaveKind } from '#shared/leave/leave-kind.ts'
import type {
  DocumentState,
  LeaveAnswer,
  LeaveConsent,
  LeaveDecision,
  LeaveId,
  LeavePart,
  LeaveRequest,
} from '#shared/leave/leave-request.ts'
import type { LeaveSettings } from '#shared/leave/leave-settings.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

/** One row for each child of a request. */
export const leaveRequests = sqliteTable('leaveRequests', {
  id: text().$type<LeaveId>().primaryKey(),
  requestId: text().notNull(),
  pupilId: text().$type<PupilId>().notNull(),
  kind: text().$type<LeaveKind>().notNull(),
  from: text().$type<Day>().notNull(),
  until: text().$type<Day>().notNull(),
  part: text().$type<LeavePart>().notNull(),
  reason: text().notNull(),
  document: text().$type<DocumentState>().notNull(),
  knownSince: text().$type<Day>(),
  source: text().$type<'guardian' | 'office'>().notNull(),
  askedBy: text().notNull(),
  askedAt: text().notNull(),
  forwardedOn: text().$type<Day>(),
  decision: text({ mode: 'json' }).$type<LeaveDecision>(),
})

export const leaveConsents = sqliteTable('leaveConsents', {
  id: text().primaryKey(),
  leaveId: text().$type<LeaveId>().notNull(),
  pupilId: text().$type<PupilId>().notNull(),
  guardianId: text().notNull(),
  answer: text().$type<LeaveAnswer>().notNull(),
  recordedBy: text().notNull(),
  at: text().notNull(),
})

export const leaveSettings = sqliteTable('leaveSettings', {
  id: text().primaryKey(),
  guardiansAsk: integer({ mode: 'boolean' }).notNull(),
  asksEverybody: integer({ mode: 'boolean' }).notNull(),
  principalDecides: integer({ mode: 'boolean' }).notNull(),
  rules: text().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof leaveRequests.$inferSelect, LeaveRequest>
true satisfies Same<typeof leaveConsents.$inferSelect, LeaveConsent>
true satisfies Same<typeof leaveSettings.$inferSelect, LeaveSettings>
