import { z } from 'zod'

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
  /** Null on one that a file brought and of which the school said nothing yet. */
  readonly kind: EventKind | null
  readonly audience: Audience | null
  /** The groups of `audience` groups. */
  readonly groupIds: readonly string[] | null
  /** Whether guardians of the audience see it. */
  readonly isPublished: boolean | null
}

/** What an appointment is. Holidays and study days are no appointments: see `school-days/`. */
export const eventKinds = [
  'activity',
  'trip',
  'meeting',
  'guardians',
  'celebration',
  'other',
] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.output<typeof EventKind>

/** The whole school, some groups, or the staff alone, which no guardian ever sees. */
export const audiences = ['school', 'groups', 'staff'] as const
export const Audience = z.enum(audiences)
export type Audience = z.output<typeof Audience>

type OwnPart = Pick<CalendarEvent, 'kind' | 'audience' | 'groupIds' | 'isPublished'>

export const notOwn: OwnPart = { kind: null, audience: null, groupIds: null, isPublished: null }

export const ownPart = ({ kind, audience, groupIds, isPublished }: OwnPart): OwnPart => ({
  kind,
  audience,
  groupIds,
  isPublished,
})

export const isWholeDay = ({ startsAt }: Pick<CalendarEvent, 'startsAt'>) => startsAt.length === 10

/** Key of an appointment that the school wrote itself; those of files have the key of their file. */
export const ownKey = (id: string) => `balie:${id}`
export const isOwn = ({ key }: Pick<CalendarEvent, 'key'>) => key.startsWith('balie:')
