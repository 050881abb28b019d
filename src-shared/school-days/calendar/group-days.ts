import type { DayException } from '../day-exception.ts'
import { dayNumber, weekdayOfNumber } from '../day-number.ts'
import { type DayPattern, type PatternWeek, usualWeek, weekdays } from '../day-pattern.ts'
import { byRank, type DayState, layOver, outsideYears, stateOfWeek } from './day-state.ts'
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
  source: SortedSource,
  { first, length }: Bounds,
  groupId: string | null,
): DayState[] {
  const states = new Array<DayState>(length).fill(outsideYears)
  const weeks = weeksOf(source, groupId)
  for (const { startsOn, endsOn } of source.years) {
    const last = dayNumber(endsOn)
    for (let number = dayNumber(startsOn); number <= last; ) {
      const { days, until } = weeks(number)
      for (const ends = Math.min(until, last); number <= ends; number += 1) {
        states[number - first] = days[weekdayOfNumber(number)] ?? noHours
      }
    }
  }
  layOver(states, first, source.ofSchool)
  if (groupId) layOver(states, first, source.ofGroup.get(groupId) ?? [])
  return states
}

/** The source with its exceptions by whom they are for, in the order in which they are laid. */
export type SortedSource = SchoolDaysSource & {
  readonly ofSchool: readonly DayException[]
  readonly ofGroup: ReadonlyMap<string, readonly DayException[]>
}

export function sorted(source: SchoolDaysSource): SortedSource {
  const inOrder = source.exceptions.toSorted(byRank)
  const ofGroup = new Map<string, DayException[]>()
  for (const exception of inOrder) {
    for (const groupId of new Set(exception.groupIds ?? [])) {
      const others = ofGroup.get(groupId)
      if (others) others.push(exception)
      else ofGroup.set(groupId, [exception])
    }
  }
  return { ...source, ofGroup, ofSchool: inOrder.filter(({ groupIds }) => groupIds === null) }
}

/** Whether a group differs from the school: it has a week or an exception of its own. */
export const hasOwnDays = ({ patterns, ofGroup }: SortedSource, groupId: string): boolean =>
  ofGroup.has(groupId) || patterns.some((pattern) => pattern.groupId === groupId)

/**
 * The week that holds on a day, by its number, and the last day before another one may take over: the
 * group's own latest week that has begun, else the school's, else the usual one of the country.
 */
function weeksOf({ patterns, country }: SchoolDaysSource, groupId: string | null) {
  const own = groupId === null ? [] : inOrder(patterns, groupId)
  const school = inOrder(patterns, null)
  return (number: number) => {
    const begun = ({ from }: { from: number }) => from <= number
    const later = [own.find(isAfter(number)), school.find(isAfter(number))]
    const until = Math.min(...later.map((week) => (week ? week.from - 1 : Number.MAX_SAFE_INTEGER)))
    const week = own.findLast(begun) ?? school.findLast(begun)
    return { days: week?.days ?? daysOfWeek(usualWeek(country)), until }
  }
}

const isAfter =
  (number: number) =>
  ({ from }: { from: number }) =>
    from > number

const noHours = stateOfWeek(null)

const daysOfWeek = (week: PatternWeek) => weekdays.map((weekday) => stateOfWeek(week[weekday]))

function inOrder(patterns: readonly DayPattern[], groupId: string | null) {
  return patterns
    .filter((pattern) => pattern.groupId === groupId)
    .map((pattern) => ({ from: dayNumber(pattern.startsOn), days: daysOfWeek(pattern) }))
    .toSorted((a, b) => a.from - b.from)
}
