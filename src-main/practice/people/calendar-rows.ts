import { type CalendarEvent, type EventKind, ownKey } from '#shared/calendar/calendar-event.ts'
import { momentAt } from '#shared/calendar/zone-time.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { type Country, languageOfCountry } from '#shared/platform/language.ts'
import { timeZoneOfCountry } from '#shared/school/school.ts'
import { isSchoolDay, nextSchoolDay } from '#shared/school-days/calendar/calendar-questions.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import type { DayException } from '#shared/school-days/day-exception.ts'
import { Clock } from '#shared/school-days/day-hours.ts'
import { usualWeek } from '#shared/school-days/day-pattern.ts'
import type { HolidayRegion } from '#shared/school-days/holiday-proposal.ts'
import { proposedFor } from '#shared/school-days/presets/holiday-proposals.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import { calendarOf } from './calendar-texts.ts'
import type { Classes, SchoolClass } from './classes.ts'

const regions: Record<Country, HolidayRegion> = { nl: 'NL-MI', be: 'BE-NL', se: 'SE-9' }

/** Holidays, weeks, terms and what is on in two school years. Ids of names: the children stay the same. */
export function addCalendar(making: Making, classes: Classes, country: Country) {
  const { rows } = making
  const years = [
    { startsOn: classes.lastStartsOn, endsOn: classes.lastEndsOn },
    { startsOn: classes.startsOn, endsOn: classes.endsOn },
  ]
  for (const year of years)
    rows.dayExceptions.push(...holidaysOf(country, year, rows.dayExceptions))
  addWeeks(making, classes, country)
  const isFree = schoolDays({
    country,
    years,
    patterns: rows.dayPatterns,
    exceptions: rows.dayExceptions,
    pupilExceptions: [],
  }).ofSchool
  const schoolDayFrom = (day: Day) =>
    isSchoolDay(isFree, day) ? day : (nextSchoolDay(isFree, day) ?? day)

  const { studyDays, terms, events } = calendarOf[country]
  for (const after of studyDays) {
    const day = schoolDayFrom(addDays(classes.startsOn, after))
    rows.dayExceptions.push(dayOff('study-day', studyDayNames[country], day, day))
  }
  for (const [name, from, until] of terms) {
    const startsOn = addDays(classes.startsOn, from)
    const endsOn = addDays(classes.startsOn, until)
    rows.terms.push({ id: linkId('practice-terms', name), name, startsOn, endsOn })
  }
  for (const [after, ...event] of events) {
    const day = schoolDayFrom(addDays(classes.startsOn, after))
    rows.calendarEvents.push(eventOf(event, day, classes.now, timeZoneOfCountry[country]))
  }
}

const studyDayNames: Record<Country, string> = {
  nl: 'Studiedag team',
  be: 'Pedagogische studiedag',
  se: 'Studiedag',
}

function holidaysOf(
  country: Country,
  year: { readonly startsOn: Day; readonly endsOn: Day },
  known: readonly DayException[],
): DayException[] {
  const taken = new Set(known.map(({ presetKey }) => presetKey))
  const proposed: DayException[] = proposedFor(regions[country], year, languageOfCountry[country])
    .filter(({ doubt, key }) => (doubt === null || doubt === 'usual') && !taken.has(key))
    .map(({ key, kind, name, startsOn, endsOn }) => ({
      ...dayOff(kind, name, startsOn, endsOn),
      id: linkId('dayExceptions', key),
      presetKey: key,
    }))
  return [...proposed, ...(country === 'se' ? swedishWinter(year.startsOn) : [])]
}

/** The municipality’s own: Christmas, and the summer before and after lessons. */
function swedishWinter(startsOn: Day): DayException[] {
  const year = Number(startsOn.slice(0, 4))
  const at = (text: string) => addDays(startsOn, daysFrom(startsOn, text))
  return [
    dayOff('holiday', 'Sommarlov', startsOn, at(`${year}-08-17`)),
    dayOff('holiday', 'Jullov', at(`${year}-12-21`), at(`${year + 1}-01-08`)),
    dayOff('day-off', 'Lovdag', at(`${year + 1}-05-07`), at(`${year + 1}-05-07`)),
    dayOff('holiday', 'Sommarlov', at(`${year + 1}-06-12`), addDays(at(`${year + 1}-08-01`), -1)),
  ].filter((each) => each.endsOn >= each.startsOn)
}

const daysFrom = (from: Day, until: string) =>
  Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)

const dayOff = (
  kind: DayException['kind'],
  name: string,
  startsOn: Day,
  endsOn: Day,
): DayException => ({
  id: linkId('practice-days', name, startsOn),
  kind,
  name,
  startsOn,
  endsOn,
  part: 'all',
  hours: null,
  groupIds: null,
  presetKey: null,
})

/** The usual week of the country, and the youngest free on Friday afternoon where that is done. */
function addWeeks({ rows }: Making, classes: Classes, country: Country) {
  const startsOn = classes.lastStartsOn
  const week = usualWeek(country)
  const id = linkId('dayPatterns', '', startsOn)
  rows.dayPatterns.push({ id, groupId: null, startsOn, ...week })
  const youngest = country === 'nl' ? classes.now.slice(0, 2) : []
  for (const { group } of youngest) {
    const noon = Clock.parse('12:00')
    const friday = week.friday && { ...week.friday, endsAt: noon, breaks: [] }
    const own = linkId('dayPatterns', group.id, classes.startsOn)
    rows.dayPatterns.push({
      id: own,
      groupId: group.id,
      ...week,
      startsOn: classes.startsOn,
      friday,
    })
  }
}

/** Kind, title, `08:30-12:00` or empty, for whom (`school`, `staff`, or how many of the oldest classes), place. */
export type PracticeEvent = readonly [
  EventKind,
  string,
  string,
  'school' | 'staff' | number,
  string,
]

function eventOf(
  [kind, title, hours, whom, location]: PracticeEvent,
  day: Day,
  classes: readonly SchoolClass[],
  zone: string,
): CalendarEvent {
  const id = linkId('practice-events', title, day)
  const [from, until] = hours.split('-')
  const at = (clock: string) => momentAt({ day, clock: Clock.parse(clock) }, zone)
  const times = from && until ? { startsAt: at(from), endsAt: at(until) } : null
  const oldest = typeof whom === 'number' ? classes.slice(-whom) : null
  return {
    id,
    key: ownKey(id),
    title,
    description: null,
    location: location || null,
    ...(times ?? { startsAt: day, endsAt: addDays(day, 1) }),
    timeZone: times ? zone : null,
    recurrence: null,
    exceptions: [],
    isCancelled: false,
    kind,
    audience: oldest ? 'groups' : whom === 'staff' ? 'staff' : 'school',
    groupIds: oldest?.map(({ group }) => group.id) ?? null,
    isPublished: whom !== 'staff',
  }
}
