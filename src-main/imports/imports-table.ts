import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ImportReport } from '#shared/imports/imports-contract.ts'
import type { ImportPreset } from '#shared/imports/table-mapping.ts'

/** The key by which another system knows one of our rows; the first thing an import looks at. */
export const externalKeys = sqliteTable('externalKeys', {
  /** UUIDv5 of owner table, source and value. */
  id: text().primaryKey(),
  ownerTable: text().$type<'pupils' | 'guardians' | 'groups' | 'staff'>().notNull(),
  ownerId: text().notNull(),
  source: text().notNull(),
  value: text().notNull(),
})

export const importReports = sqliteTable('importReports', {
  id: text().primaryKey(),
  at: text().notNull(),
  staffId: text().notNull(),
  format: text().$type<ImportReport['format']>().notNull(),
  fileNames: text({ mode: 'json' }).$type<string[]>().notNull(),
  counts: text({ mode: 'json' }).$type<ImportReport['counts']>().notNull(),
  problems: text({ mode: 'json' }).$type<ImportReport['problems']>().notNull(),
  actionId: text().notNull(),
})

/** How the school's own tables are read, by the names of their columns. */
export const importPresets = sqliteTable('importPresets', {
  id: text().primaryKey(),
  name: text().notNull(),
  dateOrder: text().$type<ImportPreset['dateOrder']>().notNull(),
  decimalComma: integer({ mode: 'boolean' }).notNull(),
  columns: text({ mode: 'json' }).$type<ImportPreset['columns']>().notNull(),
})
