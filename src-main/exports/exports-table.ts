import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ExportFormat } from '#shared/exports/exports-contract.ts'

/** Who took which pupils out of the house, in what form and what for. */
export const exportLog = sqliteTable('exportLog', {
  id: text().primaryKey(),
  at: text().notNull(),
  staffId: text().notNull(),
  format: text().$type<ExportFormat>().notNull(),
  purpose: text().notNull(),
  pupils: integer().notNull(),
  protectedLeftOut: integer().notNull(),
  /** Under their cover, because the office said so. */
  protectedTaken: integer().notNull(),
  withNationalNumbers: integer({ mode: 'boolean' }).notNull(),
})
