import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  AskAct,
  AskTab,
  AskTable,
  ChangePart,
  ChangePartId,
  ChangeRequest,
  ChangeRequestId,
  Decision,
  RequestSource,
} from '#shared/change-requests/change-request.ts'
import type {
  ConfirmationWay,
  DataCheck,
  DataCheckId,
  DataConfirmation,
} from '#shared/change-requests/data-check.ts'
import type { AskMode, AskRule } from '#shared/change-requests/rules/ask-rules.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { StaffId } from '#shared/staff/staff.ts'

export const changeRequests = sqliteTable('changeRequests', {
  id: text().$type<ChangeRequestId>().primaryKey(),
  guardianId: text().$type<GuardianId>().notNull(),
  pupilIds: text({ mode: 'json' }).$type<PupilId[]>().notNull(),
  tab: text().$type<AskTab>().notNull(),
  source: text().$type<RequestSource>().notNull(),
  isMedical: integer({ mode: 'boolean' }).notNull(),
  partIds: text({ mode: 'json' }).$type<ChangePartId[]>().notNull(),
  madeAt: text().notNull(),
  enteredBy: text().$type<StaffId>(),
  checkId: text().$type<DataCheckId>(),
  withdrawnAt: text(),
  answeredAt: text(),
})

export const changeParts = sqliteTable('changeParts', {
  id: text().$type<ChangePartId>().primaryKey(),
  requestId: text().$type<ChangeRequestId>().notNull(),
  position: integer().notNull(),
  act: text().$type<AskAct>().notNull(),
  tbl: text().$type<AskTable>().notNull(),
  rowId: text().notNull(),
  field: text(),
  seen: text(),
  asked: text(),
  remark: text(),
  isMedical: integer({ mode: 'boolean' }).notNull(),
  documentAskedAt: text(),
  documentSeenAt: text(),
  decision: text().$type<Decision>(),
  decided: text(),
  before: text(),
  reason: text(),
  decidedAt: text(),
  decidedBy: text().$type<StaffId>(),
})

export const askRules = sqliteTable('askRules', {
  id: text().primaryKey(),
  subject: text().notNull(),
  groupId: text().$type<GroupId>(),
  mode: text().$type<AskMode>().notNull(),
})

export const dataChecks = sqliteTable('dataChecks', {
  id: text().$type<DataCheckId>().primaryKey(),
  name: text().notNull(),
  groupIds: text({ mode: 'json' }).$type<GroupId[]>(),
  startedOn: text().$type<Day>().notNull(),
  endsOn: text().$type<Day>().notNull(),
  remindedAt: text(),
  closedAt: text(),
})

export const dataConfirmations = sqliteTable('dataConfirmations', {
  id: text().primaryKey(),
  guardianId: text().$type<GuardianId>().notNull(),
  checkId: text().$type<DataCheckId>(),
  confirmedAt: text().notNull(),
  source: text().$type<DataConfirmation['source']>().notNull(),
  way: text().$type<ConfirmationWay>().notNull(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof changeRequests.$inferSelect, ChangeRequest>
true satisfies Same<typeof changeParts.$inferSelect, ChangePart>
true satisfies Same<typeof askRules.$inferSelect, AskRule>
true satisfies Same<typeof dataChecks.$inferSelect, DataCheck>
true satisfies Same<typeof dataConfirmations.$inferSelect, DataConfirmation>
