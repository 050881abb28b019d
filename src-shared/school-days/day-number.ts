import { Day } from '#shared/platform/day.ts'

const dayLength = 86_400_000

/** Days since 1 January 1970, which counters add and compare without making text of them. */
export function dayNumber(day: Day): number {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return Date.UTC(year, month - 1, Number(day.slice(8, 10))) / dayLength
}

const known = new Map<number, Day>()

/** The day of a number. Kept, since a school asks for the same few thousand days. */
export function dayOfNumber(number: number): Day {
  const found = known.get(number)
  if (found) return found
  const day = Day.parse(new Date(number * dayLength).toISOString().slice(0, 10))
  if (known.size < 20_000) known.set(number, day)
  return day
}

/** 0 is Monday, 6 Sunday. 1 January 1970 was a Thursday. */
export const weekdayOfNumber = (number: number): number => (((number + 3) % 7) + 7) % 7

export const weekdayOf = (day: Day): number => weekdayOfNumber(dayNumber(day))

/** The Monday of the week (Monday to Sunday) that holds the day. */
export const mondayOf = (day: Day): Day => dayOfNumber(dayNumber(day) - weekdayOf(day))
