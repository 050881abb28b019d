import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OverviewRequest } from '#shared/overviews/overview.ts'
import type { StaffId } from '#shared/staff/staff.ts'

/** A choice of columns, order and page that somebody named, for everyone to use. */
export const savedOverviews = sqliteTable('savedOverviews', {
  id: text().primaryKey(),
  staffId: text().$type<StaffId>().notNull(),
  name: text().notNull(),
  request: text({ mode: 'json' }).$type<OverviewRequest>().notNull(),
})
