import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccessRequest, AccessRequestId } from '#shared/accounts/office/access-request.ts'
import type {
  AccountSettings,
  AccountState,
  GuardianAccount,
} from '#shared/accounts/office/guardian-account.ts'
import type { CodeWay, LinkCode, LinkCodeId } from '#shared/accounts/office/link-code-row.ts'
import type { GuardianId, GuardianLinkId } from '#shared/families/guardian.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { StaffId } from '#shared/staff/staff.ts'

export const linkCodes = sqliteTable('linkCodes', {
  id: text().$type<LinkCodeId>().primaryKey(),
  linkId: text().$type<GuardianLinkId>().notNull(),
  way: text().$type<CodeWay>().notNull(),
  sha: text(),
  email: text(),
  madeAt: text().notNull(),
  madeBy: text().$type<StaffId>().notNull(),
  endsOn: text().$type<Day>().notNull(),
  printedAt: text(),
  revokedAt: text(),
  sentAt: text(),
  failure: text(),
  usedAt: text(),
  refusal: text(),
})

export const guardianAccounts = sqliteTable('guardianAccounts', {
  id: text().$type<GuardianId>().primaryKey(),
  state: text().$type<AccountState>().notNull(),
  email: text(),
  isConfirmed: integer({ mode: 'boolean' }).notNull(),
  askedAt: text(),
  activatedAt: text(),
  signedInOn: text().$type<Day>(),
  lockedBy: text().$type<'office' | 'inactivity'>(),
  mailFailure: text(),
  isLocked: integer({ mode: 'boolean' }).notNull(),
  lockReason: text(),
  lockedAt: text(),
  unlockedAt: text(),
})

export const accountSettings = sqliteTable('accountSettings', {
  id: text().primaryKey(),
  codeDays: integer().notNull(),
  needsCapitalAndDigit: integer({ mode: 'boolean' }).notNull(),
})

export const accessRequests = sqliteTable('accessRequests', {
  id: text().$type<AccessRequestId>().primaryKey(),
  madeAt: text().notNull(),
  ownName: text().notNull(),
  childName: text().notNull(),
  birthDate: text().notNull(),
  email: text().notNull(),
  phone: text(),
  decision: text().$type<'accepted' | 'declined'>(),
  decidedAt: text(),
  decidedBy: text().$type<StaffId>(),
  reason: text(),
  linkId: text().$type<GuardianLinkId>(),
})

// Fails to compile when a table and its shared type drift apart.
true satisfies Same<typeof linkCodes.$inferSelect, LinkCode>
true satisfies Same<typeof guardianAccounts.$inferSelect, GuardianAccount>
true satisfies Same<typeof accountSettings.$inferSelect, AccountSettings>
true satisfies Same<typeof accessRequests.$inferSelect, AccessRequest>
