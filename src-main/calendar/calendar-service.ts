import type { CalendarContract, CalendarOccurrence } from '#shared/calendar/calendar-contract.ts'
import type { CalendarEvent } from '#shared/calendar/calendar-event.ts'
import type { Service } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { calendarEvents } from './calendar-table.ts'

/** More than anybody can look at; a hostile feed could hold millions. */
const most = 5000

/** The school's appointments, repeated ones written out. */
export const calendarService: Service<CalendarContract> = {
  async list(db, { from, until }) {
    const { occurrencesIn, windowOf } = await import('./occurrences.ts')
    const timeZone = db.select().from(schools).get()?.timeZone ?? 'UTC'
    const window = windowOf(from, until, timeZone)
    const events: CalendarEvent[] = db.select().from(calendarEvents).all()
    const keys = new Set(events.map(({ key }) => key))
    const occurrences: CalendarOccurrence[] = []
    for (const event of events) {
      const { id, key, title, location, description, isCancelled } = event
      for (const time of occurrencesIn(event, window)) {
        // One that was moved or cancelled has a row of its own.
        const isReplaced = event.recurrence !== null && keys.has(`${key} ${time.startsAt}`)
        if (isReplaced) continue
        occurrences.push({ eventId: id, title, location, description, ...time, isCancelled })
      }
      if (occurrences.length > most) break
    }
    occurrences.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0))
    return { occurrences: occurrences.slice(0, most), isCut: occurrences.length > most }
  },
}
