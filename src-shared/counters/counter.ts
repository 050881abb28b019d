import type { DayPart } from '#shared/absences/absence-mark.ts'
import type { Day } from '#shared/platform/day.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import type { AbsenceEntry } from './absence-entry.ts'
import type { FigureOf } from './figures.ts'

/** What a law or a school counts of one pupil's absence (domain.md 3.5). */
export const counterKinds = [
  'nl-sixteen-hours',
  'nl-long-absence',
  'nl-luxury-absence',
  'be-problematic',
  'be-parents-notes',
  'be-five-year-old',
  'se-same-day',
  'se-repeated',
] as const
export type CounterKind = (typeof counterKinds)[number]

/**
 * `calm` nothing to do; `near` the limit is in sight; `due` something must be done by `deadline`;
 * `done` it was reached and what was done about it is recorded.
 */
export type CounterState = 'calm' | 'near' | 'due' | 'done'
export type CounterUnit = 'minutes' | 'half-days' | 'notes' | 'days'

/** Why a line counts, or why it does not. */
export type LineReason =
  | 'unauthorised'
  | 'holiday-without-leave'
  | 'leave-refused'
  | 'problematic'
  | 'parents-note'
  | 'same-note'
  | 'note-too-long'
  | 'note-too-many'
  | 'absence'
  | 'present'
  | 'not-accepted'
  | 'guardians-not-told'
  | 'guardians-told-late'
  | 'same-day'
  | 'contested'
  | 'no-lessons'

/** One line of the sum: which half day, how much it adds, and why. */
export type CounterLine = {
  readonly day: Day
  /** Null where a line stands for many half days. */
  readonly part: DayPart | null
  readonly kind: AbsenceEntry['kind'] | null
  readonly code: string | null
  /** In the unit of the counter; 0 when it does not count. */
  readonly amount: number
  readonly why: LineReason
}

/** One counter with its whole sum: `total` is the sum of the amounts of `lines`. */
export type Counter = {
  readonly kind: CounterKind
  readonly state: CounterState
  readonly unit: CounterUnit
  readonly total: number
  readonly limit: number
  /** First and last day that the sum is about. */
  readonly from: Day | null
  readonly until: Day | null
  /** The day on which the limit was reached; the end of a Dutch report. */
  readonly reachedOn: Day | null
  /** The last day on which to act. */
  readonly deadline: Day | null
  /** What the rest of the school year can still add; null where nobody forecasts. */
  readonly left: number | null
  readonly lines: readonly CounterLine[]
}

/** First and last day, both included. */
export type Days = { readonly from: Day; readonly until: Day }

/** A report of a counter whose sending somebody wrote down: it closes the days it is about. */
export type SentReport = Days & { readonly kind: CounterKind }

/** Which half day of which counter somebody contests. */
export type ContestKey = `${CounterKind} ${Day} ${DayPart}`
export const contestKey = (kind: CounterKind, day: Day, part: DayPart): ContestKey =>
  `${kind} ${day} ${part}`

/** All that the counters of one pupil are worked out from. */
export type CounterFacts = {
  /** Up to and including today, in order of day and part. */
  readonly entries: readonly AbsenceEntry[]
  readonly calendar: SchoolCalendar
  readonly publicHolidays: ReadonlySet<Day>
  readonly isCompulsoryOn: (day: Day) => boolean
  /** Whether this is the year in which 290 half days are asked (Flanders). */
  readonly isFiveYearOld: boolean
  /** The child's first day at this school, or that of the school year. */
  readonly firstDay: Day
  readonly year: Days
  readonly today: Day
  readonly contested: ReadonlySet<ContestKey>
  readonly sent: readonly SentReport[]
  /** Leave that was asked and refused. */
  readonly refused: readonly Days[]
  /** Days, by the school's own clock, on which a guardian was reached or told (Sweden). */
  readonly toldOn: ReadonlySet<Day>
  readonly figureOf: FigureOf
}

/** A line with an entry's amount, or with none since there were no lessons or somebody contests it. */
export function lineOf(
  { contested }: Pick<CounterFacts, 'contested'>,
  counter: CounterKind,
  { day, part, kind, code, minutes }: AbsenceEntry,
  { why, amount }: Pick<CounterLine, 'why' | 'amount'>,
): CounterLine {
  const line = { day, part, kind, code }
  if (contested.size > 0 && contested.has(contestKey(counter, day, part))) {
    return { ...line, amount: 0, why: 'contested' }
  }
  return minutes > 0 ? { ...line, amount, why } : { ...line, amount: 0, why: 'no-lessons' }
}

export const sumOf = (lines: readonly CounterLine[]) =>
  lines.reduce((sum, { amount }) => sum + amount, 0)

/** The day on which the sum of the lines came to a number; null when it did not. */
export function dayOfReaching(lines: readonly CounterLine[], limit: number): Day | null {
  let sum = 0
  for (const { amount, day } of lines) {
    sum += amount
    if (sum >= limit) return day
  }
  return null
}

export const isWithin = (day: Day, { from, until }: Days) => from <= day && day <= until

/** Whether a report that was sent shares a day with these days. */
export const isReported = (kind: CounterKind, { from, until }: Days, sent: readonly SentReport[]) =>
  sent.some((report) => report.kind === kind && report.from <= until && report.until >= from)
