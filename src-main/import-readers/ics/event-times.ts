import { Temporal } from 'temporal-polyfill'
import type { EventProperty } from './event-property.ts'
import type { ZoneReader } from './time-zones.ts'

/** A day, or a moment with the zone whose clock it was read from; UTC has none. */
export type EventTime =
  | { readonly kind: 'day'; readonly text: string }
  | { readonly kind: 'moment'; readonly text: string; readonly timeZone: string | null }

const day = /^(\d{4})-?(\d\d)-?(\d\d)$/
const moment = /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d))?(Z)?$/i

/** Null when the text is no time, or one that no calendar has (30 February). */
export function readTime(
  text: string,
  property: EventProperty,
  zoneOf: ZoneReader,
): EventTime | null {
  const { type, tzid, line } = property
  const plain = text.trim()
  const cut = type === 'DATE' ? plain.replace(/[T ].*$/i, '') : plain
  try {
    const [, year, month, date] = day.exec(cut) ?? []
    if (year)
      return { kind: 'day', text: String(Temporal.PlainDate.from(`${year}-${month}-${date}`)) }
    const [, y, m, d, hour, minute, second = '00', z] = moment.exec(cut) ?? []
    if (!y) return null
    const local = Temporal.PlainDateTime.from(`${y}-${m}-${d}T${hour}:${minute}:${second}`)
    const timeZone = z ? 'UTC' : zoneOf(tzid, line)
    return asMoment(local.toZonedDateTime(timeZone))
  } catch {
    return null
  }
}

/** In a clock change the earlier of two moments counts, and a skipped hour is the one after it. */
function asMoment(zoned: Temporal.ZonedDateTime): EventTime {
  const timeZone = zoned.timeZoneId === 'UTC' ? null : zoned.timeZoneId
  return { kind: 'moment', text: String(zoned.toInstant().round('second')), timeZone }
}

/** `P1D`, `PT45M`, `P1W`: days by the calendar, hours by the clock. Null: no duration, or backward. */
export function addDuration(from: EventTime, text: string): EventTime | null {
  if (!/^\+?P(?=\w)(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/i.test(text)) return null
  try {
    const duration = Temporal.Duration.from(text.toUpperCase())
    if (from.kind === 'day') {
      const end = Temporal.PlainDate.from(from.text).add(duration)
      return { kind: 'day', text: String(end) }
    }
    return asMoment(zonedOf(from).add(duration))
  } catch {
    return null
  }
}

/** The day after, for an event of one whole day. */
export const dayAfter = ({ text }: EventTime) =>
  String(Temporal.PlainDate.from(text.slice(0, 10)).add({ days: 1 }))

/** How long an event lasts, to give the same length to another start. */
export function endLike(start: EventTime, end: string, other: EventTime): string {
  if (start.kind === 'day' && other.kind === 'day') {
    const length = Temporal.PlainDate.from(start.text).until(end)
    return String(Temporal.PlainDate.from(other.text).add(length))
  }
  if (start.kind === 'day' || other.kind === 'day')
    return other.kind === 'day' ? dayAfter(other) : other.text
  const length = Temporal.Instant.from(start.text).until(end)
  return String(Temporal.Instant.from(other.text).add(length))
}

/** A whole day that is left out of an event with a time means that day's start, and the reverse. */
export function inFormOf(time: EventTime, like: EventTime): EventTime {
  if (time.kind === 'day' && like.kind === 'moment') {
    const clock = zonedOf(like).toPlainTime()
    const timeZone = like.timeZone ?? 'UTC'
    return asMoment(
      Temporal.PlainDate.from(time.text).toZonedDateTime({ timeZone, plainTime: clock }),
    )
  }
  if (time.kind === 'moment' && like.kind === 'day') {
    return { kind: 'day', text: String(zonedOf(time).toPlainDate()) }
  }
  return time
}

const zonedOf = ({ text, timeZone }: EventTime & { readonly kind: 'moment' }) =>
  Temporal.Instant.from(text).toZonedDateTimeISO(timeZone ?? 'UTC')
