import { z } from 'zod'
import { GroupId } from '#shared/groups/group.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import { Clock } from '#shared/school-days/day-hours.ts'
import { Audience, type CalendarEvent, EventKind, isWholeDay } from './calendar-event.ts'
import { localTimeOf, momentAt } from './zone-time.ts'

/** For whom an appointment is, and whether guardians see it. */
const shown = {
  kind: EventKind,
  audience: Audience,
  groupIds: z.array(GroupId).max(200).nullable(),
  isPublished: z.boolean(),
}
const hasGroups = ({ audience, groupIds }: { audience: Audience; groupIds: GroupId[] | null }) =>
  audience !== 'groups' || (groupIds?.length ?? 0) > 0

export const EventShown = z.object(shown).refine(hasGroups, { path: ['groupIds'] })
export type EventShown = z.output<typeof EventShown>

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((value) => value || null)
    .nullable()

/** What the office fills in. Without a time it lasts whole days, both included. */
export const EventFields = z
  .object({
    ...shown,
    title: z.string().trim().min(1).max(200),
    description: text(2000),
    location: text(200),
    startsOn: Day,
    endsOn: Day,
    startsAt: Clock.nullable(),
    endsAt: Clock.nullable(),
    isCancelled: z.boolean(),
  })
  .refine(hasGroups, { path: ['groupIds'] })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] })
  .refine(({ startsAt, endsAt }) => (startsAt === null) === (endsAt === null), { path: ['endsAt'] })
  .refine(
    ({ startsOn, endsOn, startsAt, endsAt }) =>
      startsAt === null || endsAt === null || startsOn < endsOn || startsAt < endsAt,
    { path: ['endsAt'] },
  )
export type EventFields = z.output<typeof EventFields>

/** The days or moments of a row, by the clock of the school. */
export function timesOf(
  fields: EventFields,
  zone: string,
): Pick<CalendarEvent, 'startsAt' | 'endsAt'> {
  const { startsOn, endsOn, startsAt, endsAt } = fields
  if (startsAt === null || endsAt === null)
    return { startsAt: startsOn, endsAt: addDays(endsOn, 1) }
  return {
    startsAt: momentAt({ day: startsOn, clock: startsAt }, zone),
    endsAt: momentAt({ day: endsOn, clock: endsAt }, zone),
  }
}

type Times = Pick<EventFields, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt'>

/** The other way round: first and last day, and the hours if it has any. */
export function shownTimes(event: Pick<CalendarEvent, 'startsAt' | 'endsAt'>, zone: string): Times {
  if (isWholeDay(event)) {
    const startsOn = Day.parse(event.startsAt)
    const last = addDays(Day.parse(event.endsAt), -1)
    return { startsOn, endsOn: last < startsOn ? startsOn : last, startsAt: null, endsAt: null }
  }
  const start = localTimeOf(event.startsAt, zone)
  const end = localTimeOf(event.endsAt, zone)
  return { startsOn: start.day, endsOn: end.day, startsAt: start.clock, endsAt: end.clock }
}
