import type { Day } from '#shared/platform/day.ts'
import { lessonWeekOf } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { dayNumber } from '#shared/school-days/day-number.ts'

/**
 * The number of a day's lesson week, also outside all years that the school knows: before them the
 * weeks count on backwards, after them forwards, so that the order of days is kept.
 */
export function weekIn(calendar: SchoolCalendar, day: Day): number {
  const week = lessonWeekOf(calendar, day)
  if (week !== null) return week
  const place = dayNumber(day) - calendar.first
  if (place < 0) return Math.floor(place / 7)
  const last = calendar.weeksBefore.at(-1) ?? 0
  return last + 1 + Math.floor((place - calendar.length) / 7)
}
