import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Language } from '#shared/platform/language.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import type { Same } from '#shared/platform/same.ts'
import type { Staff, StaffId } from '#shared/staff/staff.ts'

export const staff = sqliteTable('staff', {
  id: text().$type<StaffId>().primaryKey(),
  firstName: text().notNull(),
  prefix: text(),
  lastName: text().notNull(),
  userName: text().notNull(),
  email: text(),
  role: text().$type<StaffRole>().notNull(),
  language: text().$type<Language>(),
  seesMedical: integer({ mode: 'boolean' }).notNull(),
  isActive: integer({ mode: 'boolean' }).notNull(),
})

/** One setting of one person; the id is made of both. */
export const preferences = sqliteTable('preferences', {
  id: text().primaryKey(),
  staffId: text().$type<StaffId>().notNull(),
  key: text().notNull(),
  value: text({ mode: 'json' }).$type<unknown>(),
})

// Fails to compile when the table and the shared type drift apart.
true satisfies Same<typeof staff.$inferSelect, Staff>
