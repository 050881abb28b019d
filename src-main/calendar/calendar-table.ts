import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Audience, CalendarEvent, EventKind } from '#shared/calendar/calendar-event.ts'
import type { CalendarFeed } from '#shared/calendar/calendar-feed.ts'
import type { Same } from '#shared/platform/same.ts'

/** Appointments of the school as calendar files bring them; times as in `SourceEvent`. */
export const calendarEvents = sqliteTable('calendarEvents', {
  /** Of one that a file brought the UUIDv5 of the key, so that the same event of two files is one row. */
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
  kind: text().$type<EventKind>(),
  audience: text().$type<Audience>(),
  groupIds: text({ mode: 'json' }).$type<readonly string[]>(),
  isPublished: integer({ mode: 'boolean' }),
})

export const calendarFeeds = sqliteTable('calendarFeeds', {
  id: text().primaryKey(),
  name: text().notNull(),
  groupIds: text({ mode: 'json' }).$type<readonly string[]>(),
  guardianId: text(),
  accountId: text(),
  madeAt: text().notNull(),
  withdrawnAt: text(),
})

true satisfies Same<typeof calendarEvents.$inferSelect, CalendarEvent>
true satisfies Same<typeof calendarFeeds.$inferSelect, CalendarFeed>
