import { countSchoolDays, partsOn } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { dayNumber, dayOfNumber } from '#shared/school-days/day-number.ts'
import type { CounterLine } from '../counter.ts'

/**
 * Lines of whole half days as stretches in which no lesson was attended: between two lines of a
 * stretch lies no half day with lessons. Weekends and holidays do not break it.
 */
export function unbrokenRuns(
  lines: readonly CounterLine[],
  calendar: SchoolCalendar,
): readonly (readonly CounterLine[])[] {
  const runs: CounterLine[][] = []
  for (const line of lines) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run && last && follows(last, line, calendar)) run.push(line)
    else runs.push([line])
  }
  return runs
}

function follows(before: CounterLine, after: CounterLine, calendar: SchoolCalendar): boolean {
  if (before.day === after.day) return true
  if (before.part === 'morning' && partsOn(calendar, before.day).includes('afternoon')) return false
  if (after.part === 'afternoon' && partsOn(calendar, after.day).includes('morning')) return false
  const next = dayOfNumber(dayNumber(before.day) + 1)
  const last = dayOfNumber(dayNumber(after.day) - 1)
  return next > last || countSchoolDays(calendar, next, last) === 0
}
