import { z } from 'zod'

/** A calendar day as `2026-03-27`: no time, no zone, and it sorts as text in both databases. */
export const Day = z.iso.date().brand('Day')
export type Day = z.output<typeof Day>

/** A birth date of which the day or the month may be unknown: `2018-05-14`, `2018-05`, `2018`. */
export const PartialDay = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
  .refine((text) => text.length < 10 || Day.safeParse(text).success)
  .brand('PartialDay')
export type PartialDay = z.output<typeof PartialDay>

/** A moment in UTC as ISO 8601 text with milliseconds. */
export type Moment = string

/** The day in a time zone's own calendar at a moment. */
export function dayAt(moment: Moment, timeZone: string): Day {
  return Day.parse(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(moment)))
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return Day.parse(date.toISOString().slice(0, 10))
}
