import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Appointments of the school as calendar files bring them; times as in `SourceEvent`. */
export const calendarEvents = sqliteTable('calendarEvents', {
  /** UUIDv5 of the key, so that the same event of two files is one row. */
  id: text().primaryKey(),
  key: text().notNull(),
  title: text().notNull(),
  description: text(),
  location: text(),
  startsAt: text().notNull(),
  endsAt: text().notNull(),
  timeZone: text(),
  recurrence: text(),
  exceptions: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  isCancelled: integer({ mode: 'boolean' }).notNull(),
})
