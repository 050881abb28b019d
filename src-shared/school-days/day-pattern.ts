import { z } from 'zod'
import { GroupId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { Clock, DayHours } from './day-hours.ts'

/** The weekdays by their numbers: 0 is Monday. Schools of these countries teach on these five. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
export type Weekday = (typeof weekdays)[number]

const Hours = DayHours.nullable()

/**
 * The week of a group from a day on, until a later pattern of the same group takes over; null for a
 * weekday without school. Without `groupId` it is the week of every group that has none of its own.
 */
export const DayPatternFields = z.object({
  groupId: GroupId.nullable(),
  startsOn: Day,
  monday: Hours,
  tuesday: Hours,
  wednesday: Hours,
  thursday: Hours,
  friday: Hours,
})
export type DayPatternFields = z.output<typeof DayPatternFields>

/** `id` is the UUIDv5 of group and first day, so that two desks offline make the same one. */
export type DayPattern = DayPatternFields & { readonly id: string }

export type PatternWeek = Pick<DayPatternFields, Weekday>

const at = (text: string) => Clock.parse(text)
const day = (startsAt: string, endsAt: string, ...breaks: readonly [string, string][]) => ({
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  splitsAt: at('12:00'),
  breaks: breaks.map(([from, until]) => ({ from: at(from), until: at(until) })),
})

function everyDay(hours: z.output<typeof DayHours>): PatternWeek {
  return { monday: hours, tuesday: hours, wednesday: hours, thursday: hours, friday: hours }
}

const flemish = { splitsAt: at('12:05') }
const flemishDay = {
  ...day('08:30', '15:30', ['10:10', '10:25'], ['12:05', '13:20'], ['14:10', '14:25']),
  ...flemish,
}
const usualWeeks: Record<Country, PatternWeek> = {
  nl: everyDay(day('08:30', '14:00', ['12:00', '12:30'])),
  be: {
    ...everyDay(flemishDay),
    wednesday: { ...day('08:30', '12:05', ['10:10', '10:25']), ...flemish },
  },
  se: everyDay(day('08:10', '13:40', ['11:00', '11:40'])),
}

/**
 * The week that is assumed while a school has written none: usual hours and no law. NL has five equal
 * days (940 hours in about 188 days), Flanders a free Wednesday afternoon (28 times 50 minutes),
 * Sweden about 8:10 to 13:40. Screens say that it is assumed.
 */
export const usualWeek = (country: Country): PatternWeek => usualWeeks[country]
