import type { Day, Moment } from '#shared/platform/day.ts'

/** An appointment or a day off as an iCalendar file has it. */
export type FileEvent = {
  /** The same at every reading, and in no other calendar. */
  readonly uid: string
  /** When it was last changed. */
  readonly changedAt: Moment
  readonly title: string
  readonly description: string | null
  readonly location: string | null
  /** A day, or a moment in UTC; the end is the day or moment after. */
  readonly startsAt: string
  readonly endsAt: string
  /** The clock by which it repeats; null for days and for UTC. */
  readonly timeZone: string | null
  /** The text of RRULE. */
  readonly recurrence: string | null
  readonly exceptions: readonly string[]
  /** The occurrence of a repeated appointment that this one stands for. */
  readonly insteadOf: string | null
  readonly isCancelled: boolean
  /** A word for what it is, in the reader's language. */
  readonly category: string | null
}

export type CalendarFile = {
  readonly name: string
  /** IANA name, for programs that show it. */
  readonly timeZone: string
  readonly events: readonly FileEvent[]
}

/** A day off: from the first to the last day, both included. */
export type FileDaysOff = {
  readonly id: string
  readonly name: string
  readonly startsOn: Day
  readonly endsOn: Day
}
