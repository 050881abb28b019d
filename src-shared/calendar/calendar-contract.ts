import { z } from 'zod'
import { defineContract, pupilStaff, task } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'

/** One time that an appointment takes place. */
export type CalendarOccurrence = {
  /** The appointment; with `startsAt` it names this occurrence. */
  readonly eventId: string
  readonly title: string
  readonly location: string | null
  readonly description: string | null
  /** A day, or a moment in UTC, as in `CalendarEvent`. */
  readonly startsAt: string
  readonly endsAt: string
  readonly isCancelled: boolean
}

export type CalendarPage = {
  /** By start; whole days go before what begins on them at an hour. */
  readonly occurrences: readonly CalendarOccurrence[]
  /** There was more than a calendar can show, and some of it is not here. */
  readonly isCut: boolean
}

const longest = 400 * 24 * 3_600_000

export const calendarContract = defineContract('calendar', {
  /**
   * Everything that takes place on one of these days, in the school's own time zone. A task and no
   * query, since what works out repetitions is loaded with the first call: it takes 50 ms.
   */
  list: task(
    pupilStaff,
    z
      .object({ from: Day, until: Day })
      .refine(
        ({ from, until }) => from <= until && Date.parse(until) - Date.parse(from) <= longest,
      ),
  ).answers<CalendarPage>(),
})
export type CalendarContract = typeof calendarContract
