import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A value that somebody wrote and that another one, who had not seen it, wrote over. */
export const syncNotices = sqliteTable('syncNotices', {
  /** Made of the operation that lost, by the portal. */
  id: text().primaryKey(),
  tbl: text().notNull(),
  rowId: text().notNull(),
  field: text().notNull(),
  /** JSON, as the history has values. */
  lostValue: text(),
  keptValue: text(),
  /** Ids of staff; null when the portal itself wrote. */
  lostBy: text(),
  keptBy: text(),
  at: text().notNull(),
  /** When the office put it back or let it be. */
  settledAt: text(),
})
