import type { Day } from '#shared/platform/day.ts'
import { type DayPart, type DayShape, dayParts, noSchool } from '../day-hours.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber } from '../day-number.ts'
import { dayAtPlace, placeOf, type SchoolCalendar } from './school-calendar.ts'

/** The day as it is: its parts with clock times and lesson minutes. No school outside all years. */
export function shapeOn(calendar: SchoolCalendar, day: Day): DayShape {
  return calendar.shapes[dayNumber(day) - calendar.first] ?? noSchool
}

export const isSchoolDay = (calendar: SchoolCalendar, day: Day): boolean =>
  shapeOn(calendar, day).minutes > 0

/** The half days with lessons on a day, the morning first. */
export function partsOn(calendar: SchoolCalendar, day: Day): readonly DayPart[] {
  const shape = shapeOn(calendar, day)
  return dayParts.filter((part) => shape[part])
}

/** Lesson minutes of one half day; 0 where there is none. */
export const partMinutes = (calendar: SchoolCalendar, day: Day, part: DayPart): number =>
  shapeOn(calendar, day)[part]?.minutes ?? 0

/** The n-th school day after a day (n from 1); null when the known years end before it. */
export function schoolDayAfter(calendar: SchoolCalendar, day: Day, n: number): Day | null {
  const { daysBefore, length, first } = calendar
  const place = Math.min(Math.max(dayNumber(day) + 1 - first, 0), length)
  return schoolDayNumbered(calendar, (daysBefore[place] ?? 0) + n)
}

export const nextSchoolDay = (calendar: SchoolCalendar, day: Day): Day | null =>
  schoolDayAfter(calendar, day, 1)

/** The n-th school day before a day (n from 1); null when the known years begin after it. */
export function schoolDayBefore(calendar: SchoolCalendar, day: Day, n: number): Day | null {
  return schoolDayNumbered(calendar, (calendar.daysBefore[placeOf(calendar, day)] ?? 0) - n + 1)
}

/** The n-th school day of the whole calendar, by halving. */
function schoolDayNumbered(calendar: SchoolCalendar, n: number): Day | null {
  const { daysBefore, length } = calendar
  if (n < 1 || n > (daysBefore[length] ?? 0)) return null
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((daysBefore[middle] ?? 0) < n) low = middle + 1
    else high = middle
  }
  return dayAtPlace(calendar, low - 1)
}

/** How many school days from the first to the last day, both included. */
export const countSchoolDays = (calendar: SchoolCalendar, from: Day, until: Day): number =>
  sumOver(calendar, calendar.daysBefore, from, until)

/** Lesson minutes from the first to the last day, both included. */
export const lessonMinutesIn = (calendar: SchoolCalendar, from: Day, until: Day): number =>
  sumOver(calendar, calendar.minutesBefore, from, until)

/** Half days with lessons from the first to the last day, both included (Flanders counts these). */
export const halfDaysIn = (calendar: SchoolCalendar, from: Day, until: Day): number =>
  sumOver(calendar, calendar.halvesBefore, from, until)

function sumOver(
  calendar: SchoolCalendar,
  before: Uint16Array | Uint32Array,
  from: Day,
  until: Day,
): number {
  const { first, length } = calendar
  const begins = placeOf(calendar, from)
  const ends = Math.min(Math.max(dayNumber(until) + 1 - first, 0), length)
  return ends > begins ? (before[ends] ?? 0) - (before[begins] ?? 0) : 0
}

/** The school days from the first to the last day, both included, in order. */
export function schoolDaysIn(calendar: SchoolCalendar, from: Day, until: Day): Day[] {
  const { first, length, shapes } = calendar
  const days: Day[] = []
  const ends = Math.min(dayNumber(until) - first, length - 1)
  for (let place = placeOf(calendar, from); place <= ends; place += 1) {
    if ((shapes[place]?.minutes ?? 0) > 0) days.push(dayOfNumber(first + place))
  }
  return days
}

/**
 * The number of the lesson week that a day lies in: weeks from Monday to Sunday with a school day,
 * counted on through the years from 0; weeks without school are skipped, so four consecutive lesson
 * weeks (NL, domain.md 3.1) are four numbers in a row. A day of a week without school has the number
 * of the next lesson week; null outside all years.
 */
export function lessonWeekOf(calendar: SchoolCalendar, day: Day): number | null {
  return calendar.weeksBefore[dayNumber(day) - calendar.first] ?? null
}

/** How many weeks with a school day touch the period, both days included. */
export function countLessonWeeks(calendar: SchoolCalendar, from: Day, until: Day): number {
  const days = schoolDaysIn(calendar, from, until)
  const firstDay = days[0]
  const last = days.at(-1)
  if (!firstDay || !last) return 0
  return (lessonWeekOf(calendar, last) ?? 0) - (lessonWeekOf(calendar, firstDay) ?? 0) + 1
}

/**
 * The n-th working day after a day (n from 1), for deadlines of the law: Monday to Friday without the
 * public holidays. School holidays do not stop these.
 */
export function workingDayAfter(day: Day, n: number, publicHolidays: ReadonlySet<Day>): Day {
  let number = dayNumber(day)
  for (let left = n; left > 0; ) {
    number += 1
    if (weekdayOfNumber(number) < 5 && !publicHolidays.has(dayOfNumber(number))) left -= 1
  }
  return dayOfNumber(number)
}
