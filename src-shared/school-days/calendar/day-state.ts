import type { Day } from '#shared/platform/day.ts'
import { type ExceptionKind, isDayOff, type OffPart } from '../day-exception.ts'
import {
  type DayHours,
  type DayPart,
  type DayShape,
  dayParts,
  noSchool,
  shapeOf,
} from '../day-hours.ts'
import { dayNumber, weekdayOfNumber } from '../day-number.ts'

/** A day while the exceptions are laid over it: equal days share one, so it is never altered. */
export type DayState = {
  /** The hours that the week has for this weekday. */
  readonly week: DayHours | null
  readonly hours: DayHours | null
  readonly off: readonly DayPart[]
  /** What the day looks like so far. */
  readonly shape: DayShape
}

export const outsideYears: DayState = { week: null, hours: null, off: [], shape: noSchool }

export const stateOfWeek = (week: DayHours | null): DayState => stateOf(week, week, [])

const stateOf = (
  week: DayHours | null,
  hours: DayHours | null,
  off: readonly DayPart[],
): DayState => ({ week, hours, off, shape: shapeOf(hours, off) })

type Exception = {
  readonly id: string
  readonly kind: ExceptionKind
  readonly startsOn: Day
  readonly endsOn: Day
  readonly part: OffPart
  readonly hours: DayHours | null
  readonly weekdays?: readonly number[] | null
}

/**
 * Lays the exceptions of one level, sorted by `byRank`, over the days, in place. Other hours go first, days off over them,
 * and an extra day over both; a later level (group over school, pupil over group) is laid over the
 * result of the earlier one, so what is nearer to the pupil wins.
 */
export function layOver(states: DayState[], first: number, exceptions: readonly Exception[]) {
  for (const exception of exceptions) {
    const changed = new Map<DayState, DayState>()
    const begins = Math.max(dayNumber(exception.startsOn) - first, 0)
    const ends = Math.min(dayNumber(exception.endsOn) - first, states.length - 1)
    for (let place = begins; place <= ends; place += 1) {
      const state = states[place]
      if (!state || state === outsideYears) continue
      if (exception.weekdays && !exception.weekdays.includes(weekdayOfNumber(first + place)))
        continue
      const known = changed.get(state)
      const next = known ?? changedBy(state, exception)
      if (!known) changed.set(state, next)
      states[place] = next
    }
  }
}

function changedBy(state: DayState, { kind, part, hours }: Exception): DayState {
  const named: readonly DayPart[] = part === 'all' ? dayParts : [part]
  if (isDayOff(kind)) {
    return stateOf(state.week, state.hours, [...new Set([...state.off, ...named])])
  }
  if (kind === 'other-hours') return state.hours ? stateOf(state.week, hours, state.off) : state
  const off = dayParts.filter((each) => !named.includes(each) && state.off.includes(each))
  return stateOf(state.week, hours ?? state.hours ?? state.week, off)
}

const rank = (kind: ExceptionKind) => (kind === 'other-hours' ? 0 : isDayOff(kind) ? 1 : 2)

/** By rank, then by first day and name of the row, so that every computer ends up with the same. */
export function byRank(a: Exception, b: Exception): number {
  const inRank = rank(a.kind) - rank(b.kind)
  if (inRank !== 0) return inRank
  const one = `${a.startsOn} ${a.id}`
  const other = `${b.startsOn} ${b.id}`
  return one < other ? -1 : one > other ? 1 : 0
}

/** The shapes of days; equal states have one and the same shape. */
export const shapesOf = (states: readonly DayState[]): DayShape[] =>
  states.map(({ shape }) => shape)
