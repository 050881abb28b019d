/** One appointment of the school's calendar, as a calendar file brought it. */
export type CalendarEvent = {
  readonly id: string
  /** The other system's name of it: UID, with the RECURRENCE-ID behind it for one changed occurrence. */
  readonly key: string
  /** May be empty: some systems write appointments without a title. */
  readonly title: string
  readonly description: string | null
  readonly location: string | null
  /** A day, `2026-11-22`, or a moment in UTC, `2026-11-22T08:00:00Z`. */
  readonly startsAt: string
  /** The day or the moment after, as in RFC 5545. */
  readonly endsAt: string
  /** IANA name of the clock by which a repeated appointment repeats; null for days and for UTC. */
  readonly timeZone: string | null
  /** The text of RRULE; null for what happens once. */
  readonly recurrence: string | null
  /** Starts that are left out of the repetition, in the form of `startsAt`. */
  readonly exceptions: readonly string[]
  readonly isCancelled: boolean
}

export const isWholeDay = ({ startsAt }: Pick<CalendarEvent, 'startsAt'>) => startsAt.length === 10
