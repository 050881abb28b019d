import type { SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { DayException, PupilDayException } from '../day-exception.ts'
import { dayNumber, dayOfNumber } from '../day-number.ts'
import type { DayPattern } from '../day-pattern.ts'
import { byRank, type DayState, layOver, outsideYears, shapesOf } from './day-state.ts'
import { type Bounds, boundsOf, groupDays, hasOwnDays, sorted } from './group-days.ts'
import { calendarOf, type SchoolCalendar } from './school-calendar.ts'

/** All that school days are worked out from. */
export type SchoolDaysSource = {
  readonly country: Country
  readonly years: readonly Pick<SchoolYear, 'startsOn' | 'endsOn'>[]
  readonly patterns: readonly DayPattern[]
  readonly exceptions: readonly DayException[]
  readonly pupilExceptions: readonly PupilDayException[]
}

/** A pupil's time in a class, both days included; null where it has no bound. */
export type TimeInGroup = {
  readonly groupId: string
  readonly from: Day | null
  readonly until: Day | null
}

export type SchoolDays = {
  /** Of every group that has nothing of its own. */
  readonly ofSchool: SchoolCalendar
  ofGroup(groupId: string): SchoolCalendar
  /**
   * Of a pupil through the classes it was in (groups of kind `class`, not sets); days outside all of
   * them are no school days. Give every class the bounds of its school year where the membership has
   * none. Where two overlap, the one that is named later counts.
   */
  ofPupil(pupilId: string, classes: readonly TimeInGroup[]): SchoolCalendar
  /** Public holidays of the whole school, for deadlines in working days. */
  readonly publicHolidays: ReadonlySet<Day>
}

/**
 * The school days of a school. Each calendar is worked out when it is first asked for and kept as long
 * as this object: make a new one when years, patterns or exceptions change. Groups without days of
 * their own share the school's calendar, pupils who went through the same classes share theirs.
 */
export function schoolDays(source: SchoolDaysSource): SchoolDays {
  const bounds = boundsOf(source.years)
  const ownOfPupil = Map.groupBy(source.pupilExceptions, ({ pupilId }) => String(pupilId))
  const inOrder = sorted(source)
  const groups = new Map<string, readonly DayState[]>()
  const calendars = new Map<string, SchoolCalendar>()
  const journeys = new Map<string, SchoolCalendar>()
  const school = groupDays(inOrder, bounds, null)
  const ofSchool = calendarOf(bounds.first, shapesOf(school))

  const statesOf = (groupId: string) =>
    kept(groups, groupId, () =>
      hasOwnDays(inOrder, groupId) ? groupDays(inOrder, bounds, groupId) : school,
    )
  const ofGroup = (groupId: string) =>
    kept(calendars, groupId, () => {
      const states = statesOf(groupId)
      return states === school ? ofSchool : calendarOf(bounds.first, shapesOf(states))
    })
  const ofPupil = (pupilId: string, classes: readonly TimeInGroup[]) => {
    const own = ownOfPupil.get(pupilId) ?? []
    const way = classes.map(({ groupId, from, until }) => `${groupId} ${from} ${until}`).join('|')
    return kept(journeys, own.length > 0 ? `${pupilId}|${way}` : way, () => {
      const states = journey(bounds, classes, statesOf)
      layOver(states, bounds.first, own.toSorted(byRank))
      return calendarOf(bounds.first, shapesOf(states))
    })
  }
  return {
    ofSchool,
    ofGroup,
    ofPupil,
    publicHolidays: publicHolidaysOf(source.exceptions),
  }
}

/** The days of each class while the pupil was in it. */
function journey(
  { first, length }: Bounds,
  classes: readonly TimeInGroup[],
  statesOf: (groupId: string) => readonly DayState[],
): DayState[] {
  const states = new Array<DayState>(length).fill(outsideYears)
  for (const { groupId, from, until } of classes) {
    const source = statesOf(groupId)
    const begins = from === null ? 0 : Math.max(dayNumber(from) - first, 0)
    const ends = until === null ? length - 1 : Math.min(dayNumber(until) - first, length - 1)
    for (let place = begins; place <= ends; place += 1) {
      states[place] = source[place] ?? outsideYears
    }
  }
  return states
}

function publicHolidaysOf(exceptions: readonly DayException[]): ReadonlySet<Day> {
  const days = new Set<Day>()
  for (const { kind, groupIds, startsOn, endsOn } of exceptions) {
    if (kind !== 'public-holiday' || groupIds !== null) continue
    const last = dayNumber(endsOn)
    for (let number = dayNumber(startsOn); number <= last; number += 1)
      days.add(dayOfNumber(number))
  }
  return days
}

function kept<Value>(made: Map<string, Value>, name: string, make: () => Value): Value {
  const found = made.get(name)
  if (found !== undefined) return found
  const value = make()
  made.set(name, value)
  return value
}
