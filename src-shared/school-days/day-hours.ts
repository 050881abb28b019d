import { z } from 'zod'

/** A time on the clock of the school, `08:30`; sorts as text. */
export const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand('Clock')
export type Clock = z.output<typeof Clock>

/** A morning and an afternoon: the half days (dagdeel, halve lesdag, halvdag) of the registers. */
export const dayParts = ['morning', 'afternoon'] as const
export const DayPart = z.enum(dayParts)
export type DayPart = z.output<typeof DayPart>

const Break = z.object({ from: Clock, until: Clock })

/**
 * The hours of one weekday. Breaks are time that is no lesson time; a recess that the school counts
 * as lesson time is not written down here. `splitsAt` is where the afternoon begins: a day that ends
 * before it has a morning only.
 */
export const DayHours = z
  .object({
    startsAt: Clock,
    endsAt: Clock,
    splitsAt: Clock,
    breaks: z.array(Break).max(6),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { path: ['endsAt'] })
  .refine(({ breaks }) => breaks.every(({ from, until }) => from < until), { path: ['breaks'] })
export type DayHours = z.output<typeof DayHours>

/** One half day as it is: clock times and the lesson minutes between them. */
export type PartHours = {
  readonly startsAt: Clock
  readonly endsAt: Clock
  /** Lesson minutes, breaks taken off. */
  readonly minutes: number
}

/** What a school day looks like for a group or a pupil; both parts null is no school day. */
export type DayShape = {
  readonly morning: PartHours | null
  readonly afternoon: PartHours | null
  /** By their beginning, none over another. */
  readonly breaks: readonly { readonly from: Clock; readonly until: Clock }[]
  /** Lesson minutes of the whole day. */
  readonly minutes: number
}

export const noSchool: DayShape = { morning: null, afternoon: null, breaks: [], minutes: 0 }

/** Minutes since midnight. */
export const minuteOf = (clock: Clock): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** The day of these hours, without the parts that are off. A part without lesson time is none. */
export function shapeOf(hours: DayHours | null, off: readonly DayPart[]): DayShape {
  if (!hours) return noSchool
  const { startsAt, endsAt, splitsAt } = hours
  const breaks = joined(hours.breaks)
  const part = (name: DayPart, from: Clock, until: Clock): PartHours | null => {
    if (off.includes(name) || from >= until) return null
    const minutes = lessonTime(breaks, minuteOf(from), minuteOf(until))
    return minutes > 0 ? { startsAt: from, endsAt: until, minutes } : null
  }
  const morning = part('morning', startsAt, earlier(endsAt, splitsAt))
  const afternoon = part('afternoon', later(startsAt, splitsAt), endsAt)
  if (!morning && !afternoon) return noSchool
  const minutes = (morning?.minutes ?? 0) + (afternoon?.minutes ?? 0)
  return { morning, afternoon, breaks, minutes }
}

/**
 * Lesson minutes of a day between two times on the clock: what somebody missed who came or went
 * then. Time before school, after it and in breaks counts nothing.
 */
export function lessonMinutesBetween(shape: DayShape, from: Clock, until: Clock): number {
  let minutes = 0
  for (const part of [shape.morning, shape.afternoon]) {
    if (!part) continue
    const begins = Math.max(minuteOf(part.startsAt), minuteOf(from))
    const ends = Math.min(minuteOf(part.endsAt), minuteOf(until))
    minutes += lessonTime(shape.breaks, begins, ends)
  }
  return minutes
}

function lessonTime(breaks: DayShape['breaks'], begins: number, ends: number): number {
  if (ends <= begins) return 0
  let minutes = ends - begins
  for (const { from, until } of breaks) {
    const shared = Math.min(ends, minuteOf(until)) - Math.max(begins, minuteOf(from))
    if (shared > 0) minutes -= shared
  }
  return minutes
}

/** Breaks by their beginning; two that touch or overlap are one, so that no minute counts twice. */
function joined(breaks: DayHours['breaks']): DayShape['breaks'] {
  const apart: { from: Clock; until: Clock }[] = []
  for (const each of breaks.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = apart.at(-1)
    if (last && each.from <= last.until) last.until = later(last.until, each.until)
    else apart.push({ ...each })
  }
  return apart
}

const earlier = (a: Clock, b: Clock) => (a < b ? a : b)
const later = (a: Clock, b: Clock) => (a > b ? a : b)
