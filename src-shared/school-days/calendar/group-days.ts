import type { DayException } from '../day-exception.ts'
import { dayNumber, weekdayOfNumber } from '../day-number.ts'
import { type DayPattern, type PatternWeek, usualWeek, weekdays } from '../day-pattern.ts'
import { type DayState, layOver, outsideYears, stateOfWeek } from './day-state.ts'
import type { SchoolDaysSource } from './school-days.ts'

export type Bounds = { readonly first: number; readonly length: number }

/** From the first day of the first year to the last day of the last one. */
export function boundsOf(years: SchoolDaysSource['years']): Bounds {
  const [earliest, ...more] = years
  if (!earliest) return { first: 0, length: 0 }
  let first = dayNumber(earliest.startsOn)
  let last = dayNumber(earliest.endsOn)
  for (const { startsOn, endsOn } of more) {
    first = Math.min(first, dayNumber(startsOn))
    last = Math.max(last, dayNumber(endsOn))
  }
  return { first, length: Math.max(last - first + 1, 0) }
}

/** The days of one group, or of every group without anything of its own when it is null. */
export function groupDays(
  source: SchoolDaysSource,
  { first, length }: Bounds,
  groupId: string | null,
): DayState[] {
  const states = new Array<DayState>(length).fill(outsideYears)
  const weeks = weeksOf(source, groupId)
  for (const { startsOn, endsOn } of source.years) {
    const last = dayNumber(endsOn)
    for (let number = dayNumber(startsOn); number <= last; number += 1) {
      states[number - first] = weeks(number)
    }
  }
  layOver(
    states,
    first,
    source.exceptions.filter(({ groupIds }) => groupIds === null),
  )
  if (groupId) layOver(states, first, source.exceptions.filter(isOf(groupId)))
  return states
}

/** Whether a group differs from the school: it has a week or an exception of its own. */
export function hasOwnDays(source: SchoolDaysSource, groupId: string): boolean {
  return (
    source.patterns.some((pattern) => pattern.groupId === groupId) ||
    source.exceptions.some(isOf(groupId))
  )
}

const isOf =
  (groupId: string) =>
  ({ groupIds }: DayException) =>
    groupIds?.some((id) => id === groupId) ?? false

/**
 * The state of a day by its number: the group's own latest week that has begun, else the school's, else
 * the usual one of the country.
 */
function weeksOf({ patterns, country }: SchoolDaysSource, groupId: string | null) {
  const own = groupId === null ? [] : inOrder(patterns, groupId)
  const school = inOrder(patterns, null)
  const usual = daysOfWeek(usualWeek(country))
  return (number: number): DayState => {
    const begun = ({ from }: { from: number }) => from <= number
    const week = (own.findLast(begun) ?? school.findLast(begun))?.days ?? usual
    return week[weekdayOfNumber(number)] ?? noHours
  }
}

const noHours = stateOfWeek(null)

const daysOfWeek = (week: PatternWeek) => weekdays.map((weekday) => stateOfWeek(week[weekday]))

function inOrder(patterns: readonly DayPattern[], groupId: string | null) {
  return patterns
    .filter((pattern) => pattern.groupId === groupId)
    .map((pattern) => ({ from: dayNumber(pattern.startsOn), days: daysOfWeek(pattern) }))
    .toSorted((a, b) => a.from - b.from)
}
