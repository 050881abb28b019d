import { Day, type Moment } from '#shared/platform/day.ts'
import { Clock } from '#shared/school-days/day-hours.ts'

/** A time on the clock of a zone. */
export type LocalTime = { readonly day: Day; readonly clock: Clock }

/** What the clocks of a zone show at a moment. `zone` is an IANA name. */
export function localTimeOf(moment: Moment, zone: string): LocalTime {
  const text = wallClock(Date.parse(moment), zone)
  return { day: Day.parse(text.slice(0, 10)), clock: Clock.parse(text.slice(11, 16)) }
}

/**
 * The moment at which the clocks of a zone show a time, `2026-11-22T08:00:00Z`. An hour that comes
 * twice is taken the first time; one that is left out is taken an hour later, as RFC 5545 has it.
 */
export function momentAt({ day, clock }: LocalTime, zone: string): Moment {
  const wanted = Date.parse(`${day}T${clock}:00Z`)
  const offsetAt = (millis: number) => Date.parse(`${wallClock(millis, zone)}Z`) - millis
  // The offset of a day before and a day after are the only ones that can hold.
  const offsets = [offsetAt(wanted - 86_400_000), offsetAt(wanted + 86_400_000)]
  const moments = offsets.map((offset) => wanted - offset)
  const exact = moments.filter((millis) => millis + offsetAt(millis) === wanted)
  const millis = exact.length > 0 ? Math.min(...exact) : Math.max(...moments)
  return `${new Date(millis).toISOString().slice(0, 19)}Z`
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** `2026-11-22T09:00:00`. */
function wallClock(millis: number, zone: string): string {
  const known = formats.get(zone)
  const format =
    known ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  if (!known) formats.set(zone, format)
  return format.format(millis).replace(' ', 'T')
}
