import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Country, Language } from '#shared/platform/language.ts'
import type { Same } from '#shared/platform/same.ts'
import type { School, SchoolId } from '#shared/school/school.ts'

export const schools = sqliteTable('schools', {
  id: text().$type<SchoolId>().primaryKey(),
  name: text().notNull(),
  place: text(),
  country: text().$type<Country>().notNull(),
  language: text().$type<Language>().notNull(),
  registrationNumber: text(),
  street: text(),
  postcode: text(),
  town: text(),
  phone: text(),
  email: text(),
  website: text(),
  timeZone: text().notNull(),
  idleLockMinutes: integer().notNull(),
  confidentialityLine: text(),
  keepsNationalNumber: integer({ mode: 'boolean' }).notNull(),
})

// Fails to compile when the table and the shared type drift apart.
true satisfies Same<typeof schools.$inferSelect, School>
