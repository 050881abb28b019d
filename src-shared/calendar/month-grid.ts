import { addDays, Day } from '#shared/platform/day.ts'
import { dayNumber, dayOfNumber, mondayOf } from '#shared/school-days/day-number.ts'

/** The weeks of a month from Monday to Sunday, days of its neighbours included; four to six. */
export function weeksOfMonth(month: Day): readonly (readonly Day[])[] {
  const first = Day.parse(`${month.slice(0, 7)}-01`)
  const next = nextMonth(first)
  const weeks: Day[][] = []
  for (let monday = mondayOf(first); monday < next; monday = addDays(monday, 7)) {
    const start = dayNumber(monday)
    weeks.push(Array.from({ length: 7 }, (_, n) => dayOfNumber(start + n)))
  }
  return weeks
}

/** The first day of the months from the one of the first day to the one of the last. */
export function monthsBetween(from: Day, until: Day): readonly Day[] {
  const months: Day[] = []
  for (let month = Day.parse(`${from.slice(0, 7)}-01`); month <= until; month = nextMonth(month)) {
    months.push(month)
  }
  return months
}

/** The first day of the month after, or as many months on as is asked. */
export function nextMonth(month: Day, by = 1): Day {
  const date = new Date(`${month.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + by)
  return Day.parse(date.toISOString().slice(0, 10))
}

/** ISO 8601: the week of the year's first Thursday is week 1. */
export function weekNumber(day: Day): number {
  const thursday = addDays(mondayOf(day), 3)
  const firstOfYear = Day.parse(`${thursday.slice(0, 4)}-01-01`)
  return Math.floor((dayNumber(thursday) - dayNumber(firstOfYear)) / 7) + 1
}
