import { z } from 'zod'
import { GroupId } from '#shared/groups/group.ts'
import {
  command,
  defineContract,
  office,
  pupilStaff,
  query,
  task,
} from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import type { Audience, EventKind } from './calendar-event.ts'
import type { CalendarFeed } from './calendar-feed.ts'
import { EventFields, EventShown } from './event-fields.ts'

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
  /** Written by the school itself, so that all of it can be changed here. */
  readonly isOwn: boolean
  readonly isRepeated: boolean
  readonly kind: EventKind
  readonly audience: Audience
  readonly groupIds: readonly GroupId[] | null
  readonly isPublished: boolean
}

export type CalendarPage = {
  /** By start; whole days go before what begins on them at an hour. */
  readonly occurrences: readonly CalendarOccurrence[]
  /** There was more than a calendar can show, and some of it is not here. */
  readonly isCut: boolean
}

export type CalendarRefusal = 'event.not-found' | 'event.from-file' | 'feed.not-found'

const longest = 400 * 24 * 3_600_000

const Period = z
  .object({ from: Day, until: Day })
  .refine(({ from, until }) => from <= until && Date.parse(until) - Date.parse(from) <= longest)

const byId = z.object({ id: z.uuid() })

export const calendarContract = defineContract('calendar', {
  /**
   * Everything that takes place on one of these days, in the school's own time zone. A task and no
   * query, since what works out repetitions is loaded with the first call: it takes 50 ms.
   */
  list: task(pupilStaff, Period).answers<CalendarPage>(),
  save: command(office, z.object({ id: z.uuid().nullable(), fields: EventFields })).answers<
    Result<string, CalendarRefusal>
  >(),
  /** For whom an appointment is that a file brought; its days and words stay those of the file. */
  show: command(office, z.object({ id: z.uuid(), shown: EventShown })).answers<
    Result<null, CalendarRefusal>
  >(),
  remove: command(office, byId).answers<Result<null, CalendarRefusal>>(),
  /** Days off and appointments of a period as an iCalendar file, without what is for staff alone. */
  file: task(
    pupilStaff,
    z.object({ period: Period, groupId: GroupId.nullable(), withStaff: z.boolean() }),
  ).answers<{ readonly name: string; readonly text: string }>(),
  /** The year or a month on paper: a whole HTML document. */
  paper: task(
    pupilStaff,
    z.object({ kind: z.enum(['year', 'month']), from: Day, groupId: GroupId.nullable() }),
  ).answers<{ readonly title: string; readonly html: string }>(),
  /** Addresses for calendar programs that the school itself gave out; guardians make their own. */
  feeds: query(office, z.object({})).answers<readonly CalendarFeed[]>(),
  /**
   * Gives out an address. The window makes the secret, and no file keeps it: only `id`, which is made
   * of its SHA-256, so an address is shown once.
   */
  makeFeed: command(
    office,
    z.object({
      id: z.uuid(),
      name: z.string().trim().min(1).max(100),
      groupIds: z.array(GroupId).max(200).nullable(),
    }),
  ).answers<Result<null, CalendarRefusal>>(),
  withdrawFeed: command(office, byId).answers<Result<null, CalendarRefusal>>(),
})
export type CalendarContract = typeof calendarContract
