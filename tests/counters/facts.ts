import type { DayPart } from '#shared/absences/absence-mark.ts'
import type { AbsenceEntry } from '#shared/counters/absence-entry.ts'
import type { CounterFacts } from '#shared/counters/counter.ts'
import { figuresWith } from '#shared/counters/figures.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { type SchoolDaysSource, schoolDays } from '#shared/school-days/calendar/school-days.ts'
import type { DayException, ExceptionKind } from '#shared/school-days/day-exception.ts'

export const day = (text: string) => Day.parse(text)

/** `['holiday', '2026-10-12', '2026-10-18']`. */
type Off = readonly [ExceptionKind, string, string] | readonly [ExceptionKind, string]

const exception = ([kind, from, until = from]: Off, at: number): DayException => ({
  id: `${at}`,
  kind,
  name: kind,
  startsOn: day(from),
  endsOn: day(until),
  part: 'all',
  hours: null,
  groupIds: null,
  presetKey: null,
})

/** Two school years with the usual hours of the country: 300 lesson minutes a day in the Netherlands. */
export function calendarOf(country: Country, off: readonly Off[] = []) {
  const source: SchoolDaysSource = {
    country,
    years: [
      { startsOn: day('2026-08-17'), endsOn: day('2027-07-09') },
      { startsOn: day('2027-08-23'), endsOn: day('2028-07-07') },
    ],
    patterns: [],
    exceptions: off.map(exception),
    pupilExceptions: [],
  }
  const made = schoolDays(source)
  return { calendar: made.ofSchool, publicHolidays: made.publicHolidays }
}

const calendars = { nl: calendarOf('nl'), be: calendarOf('be'), se: calendarOf('se') }

/** Facts of a pupil of compulsory age in 2026-2027, without any absence. */
export function factsOf(country: Country, given: Partial<CounterFacts> = {}): CounterFacts {
  return {
    entries: [],
    ...calendars[country],
    isCompulsoryOn: () => true,
    isFiveYearOld: false,
    firstDay: day('2026-08-17'),
    year: { from: day('2026-08-17'), until: day('2027-07-09') },
    today: day('2027-07-09'),
    contested: new Set(),
    sent: [],
    refused: [],
    toldOn: new Set(),
    figureOf: figuresWith([]),
    ...given,
  }
}

/** An unauthorised absence of a whole part, of 150 minutes unless the test says otherwise. */
export function away(on: string, given: Partial<AbsenceEntry> = {}): AbsenceEntry {
  return {
    day: day(on),
    part: 'morning',
    kind: 'absent',
    minutes: 150,
    code: 'unauthorised',
    isAuthorised: false,
    isHoliday: false,
    evidence: null,
    ...given,
  }
}

/** Both parts of these days. */
export const wholeDays = (days: readonly string[], given: Partial<AbsenceEntry> = {}) =>
  days.flatMap((on) =>
    (['morning', 'afternoon'] satisfies DayPart[]).map((part) => away(on, { ...given, part })),
  )
