import { and, asc, eq, isNull } from 'drizzle-orm'
import type { CalendarContract } from '#shared/calendar/calendar-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Service } from '../platform/database.ts'
import { calendarFeeds } from './calendar-table.ts'

type Handlers = Service<CalendarContract>

/** The school's own addresses that still work; those of guardians are theirs to look at. */
export const listFeeds: Handlers['feeds'] = (db) =>
  db
    .select()
    .from(calendarFeeds)
    .where(and(isNull(calendarFeeds.guardianId), isNull(calendarFeeds.withdrawnAt)))
    .orderBy(asc(calendarFeeds.name))
    .all()

export const makeFeed: Handlers['makeFeed'] = (db, { id, name, groupIds }, { now }) => {
  const feed = { id, name, groupIds, guardianId: null, accountId: null }
  db.save(calendarFeeds, { ...feed, madeAt: now, withdrawnAt: null })
  db.describe(name)
  return ok(null)
}

export const withdrawFeed: Handlers['withdrawFeed'] = (db, { id }, { now }) => {
  const feed = db.select().from(calendarFeeds).where(eq(calendarFeeds.id, id)).get()
  if (!feed || feed.guardianId) return refuse('feed.not-found')
  db.save(calendarFeeds, { ...feed, withdrawnAt: feed.withdrawnAt ?? now })
  db.describe(feed.name)
  return ok(null)
}
