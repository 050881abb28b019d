import { addDays, type Day } from '#shared/platform/day.ts'
import type { PortalCalendar, PortalEvent } from './calendar-rows.ts'

export type Upcoming = {
  readonly event: PortalEvent
  readonly startsAt: string
  readonly endsAt: string
}

/** More than anybody reads on a telephone. */
const most = 200

/** What takes place from today on in the coming year, repeated appointments written out. */
export async function upcomingOf(
  { events, timeZone }: PortalCalendar,
  today: Day,
): Promise<readonly Upcoming[]> {
  const { occurrencesIn, windowOf } = await import('#shared/calendar/occurrences.ts')
  const window = windowOf(today, addDays(today, 365), timeZone)
  const keys = new Set(events.map(({ key }) => key))
  const found: Upcoming[] = []
  for (const event of events) {
    for (const time of occurrencesIn(event, window)) {
      // One that was moved or cancelled has a row of its own.
      const isReplaced = event.recurrence !== null && keys.has(`${event.key} ${time.startsAt}`)
      if (!isReplaced) found.push({ event, ...time })
    }
  }
  return found.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).slice(0, most)
}
