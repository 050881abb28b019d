import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Consent, ConsentId, ConsentPurpose } from '#shared/consents/consent.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Same } from '#shared/platform/same.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

export const consents = sqliteTable('consents', {
  id: text().$type<ConsentId>().primaryKey(),
  pupilId: text().$type<PupilId>().notNull(),
  guardianId: text().$type<GuardianId>(),
  purpose: text().$type<ConsentPurpose>().notNull(),
  granted: integer({ mode: 'boolean' }).notNull(),
  givenOn: text().$type<Day>().notNull(),
  version: text().notNull(),
  note: text(),
  recordedAt: text().notNull(),
})

// Fails to compile when the table and the shared type drift apart.
true satisfies Same<typeof consents.$inferSelect, Consent>
