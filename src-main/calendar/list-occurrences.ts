import type { CalendarContract, CalendarOccurrence } from '#shared/calendar/calendar-contract.ts'
import { type CalendarEvent, isOwn } from '#shared/calendar/calendar-event.ts'
import { GroupId } from '#shared/groups/group.ts'
import type { Service } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { calendarEvents } from './calendar-table.ts'

/** More than anybody can look at; a hostile feed could hold millions. */
const most = 5000

/** Appointments of some days, repeated ones written out. */
export const listOccurrences: Service<CalendarContract>['list'] = async (db, { from, until }) => {
  const { occurrencesIn, windowOf } = await import('#shared/calendar/occurrences.ts')
  const timeZone = db.select().from(schools).get()?.timeZone ?? 'UTC'
  const window = windowOf(from, until, timeZone)
  const events: CalendarEvent[] = db.select().from(calendarEvents).all()
  const keys = new Set(events.map(({ key }) => key))
  const occurrences: CalendarOccurrence[] = []
  for (const event of events) {
    const shown = shownEvent(event)
    for (const time of occurrencesIn(event, window)) {
      // One that was moved or cancelled has a row of its own.
      const isReplaced = event.recurrence !== null && keys.has(`${event.key} ${time.startsAt}`)
      if (!isReplaced) occurrences.push({ ...shown, ...time })
    }
    if (occurrences.length > most) break
  }
  occurrences.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
  return { occurrences: occurrences.slice(0, most), isCut: occurrences.length > most }
}

/** Of what a file brought the school said nothing yet: then it is for all, and not for guardians. */
function shownEvent(event: CalendarEvent): Omit<CalendarOccurrence, 'startsAt' | 'endsAt'> {
  const { id, title, location, description, isCancelled, kind, audience, groupIds } = event
  return {
    eventId: id,
    title,
    location,
    description,
    isCancelled,
    isOwn: isOwn(event),
    isRepeated: event.recurrence !== null,
    kind: kind ?? 'other',
    audience: audience ?? 'school',
    groupIds: groupIds?.map((groupId) => GroupId.parse(groupId)) ?? null,
    isPublished: event.isPublished ?? false,
  }
}
