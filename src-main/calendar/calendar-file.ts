import type { CalendarContract } from '#shared/calendar/calendar-contract.ts'
import type { CalendarEvent } from '#shared/calendar/calendar-event.ts'
import { concerns } from '#shared/calendar/visible-events.ts'
import { isDayOff } from '#shared/school-days/day-exception.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { dayExceptions } from '../school-days/school-days-table.ts'
import { calendarEvents } from './calendar-table.ts'
import { readSetting } from './read-calendar.ts'

/**
 * The period as an iCalendar file. What writes it is loaded with the first call, like the other
 * reader of calendars: nobody's first screen should wait for it.
 */
export const calendarFile: Service<CalendarContract>['file'] = async (
  db,
  { period, groupId, withStaff },
  context,
) => {
  const { fileDaysOff, fileEventOf } = await import('#shared/calendar/file/file-events.ts')
  const { writeCalendar } = await import('#shared/calendar/file/write-calendar.ts')
  const { occurrencesIn, windowOf } = await import('#shared/calendar/occurrences.ts')
  const { school, say, sayDay, groupNames } = readSetting(db, context)
  const wanted = new Set(groupId ? [String(groupId)] : groupNames.keys())
  const window = windowOf(period.from, period.until, school.timeZone)
  const rows = eventsFor(db, wanted, withStaff)
  const keys = new Set(rows.map(({ key }) => key))
  const changedAt = context.now
  const events = rows
    .filter((row) => occurrencesIn(row, window).length > 0)
    .map((row) =>
      fileEventOf(row, keys, { changedAt, category: say(`kind.${row.kind ?? 'other'}`) }),
    )
  const daysOff = db
    .select()
    .from(dayExceptions)
    .all()
    .filter((each) => isDayOff(each.kind) && concerns(each, wanted))
    .filter(({ startsOn, endsOn }) => startsOn <= period.until && endsOn >= period.from)
    .map((each) => fileDaysOff(each, { changedAt, category: sayDay(`kind.${each.kind}`) }))
  const group = groupId ? groupNames.get(groupId) : undefined
  const name = say('title-of', { name: group ? `${school.name} ${group}` : school.name })
  const text = writeCalendar({ name, timeZone: school.timeZone, events: [...daysOff, ...events] })
  return { name: `${name}.ics`, text }
}

function eventsFor(db: ReadDb, wanted: ReadonlySet<string>, withStaff: boolean): CalendarEvent[] {
  return db
    .select()
    .from(calendarEvents)
    .all()
    .filter(({ audience, groupIds }) => {
      if (audience === 'staff') return withStaff
      return audience !== 'groups' || concerns({ groupIds: groupIds ?? [] }, wanted)
    })
}
