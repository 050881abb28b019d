import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { addDays, type Day } from '#shared/platform/day.ts'
import { type CalendarEvent, isWholeDay } from './calendar-event.ts'

/** Days and the moments at which they begin and end, in milliseconds since 1970. */
export type Window = {
  readonly from: Day
  readonly until: Day
  readonly begins: number
  readonly ends: number
}

/** First and last day, both included, in a zone by its IANA name. */
export function windowOf(from: Day, until: Day, timeZone: string): Window {
  const midnight = (day: Day) =>
    Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
  return { from, until, begins: midnight(from), ends: midnight(addDays(until, 1)) }
}

export type Occurrence = Pick<CalendarEvent, 'startsAt' | 'endsAt'>

/**
 * The times that an appointment takes place in a window. A rule finer than a day, or one that the
 * library gives up, counts for its first time only: no calendar of a school can show more.
 */
export function occurrencesIn(event: CalendarEvent, window: Window): Occurrence[] {
  const { startsAt, endsAt, exceptions } = event
  const leftOut = new Set(exceptions)
  const starts = event.recurrence === null ? [startsAt] : startsOf(event, window)
  return starts
    .filter((start) => !leftOut.has(start))
    .map((start) => ({
      startsAt: start,
      endsAt: start === startsAt ? endsAt : endOf(event, start),
    }))
    .filter((occurrence) => isInside(occurrence, window))
}

/** Begins so much earlier as the appointment lasts: what began before the window may still go on. */
function startsOf(event: CalendarEvent, { begins, ends }: Window): readonly string[] {
  const rule = event.recurrence ?? ''
  if (isTooFine.test(rule)) return [event.startsAt]
  const twoDays = 48 * 3_600_000
  const from = new Date(begins - lengthOf(event).total('milliseconds') - twoDays)
  try {
    const found = new RRuleTemporal({ rruleString: textOf(event, rule) })
      .between(from, new Date(ends + twoDays), true)
      .map((start) => start.toInstant().round('second').toString())
    return isWholeDay(event) ? found.map((start) => start.slice(0, 10)) : found
  } catch {
    return [event.startsAt]
  }
}

const isTooFine = /FREQ=(SECOND|MINUTE|HOUR)LY|BY(HOUR|MINUTE|SECOND)=[^;]*,/

/** A day repeats as midnight in UTC, which no clock change moves. */
function textOf(event: CalendarEvent, rule: string): string {
  const timeZone = event.timeZone ?? 'UTC'
  const local = isWholeDay(event)
    ? `${event.startsAt}T00:00:00`
    : Temporal.Instant.from(event.startsAt)
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString()
  const start = `${local.replace(/[-:]/g, '')}`.slice(0, 15)
  // A last day without an hour includes that day.
  const whole = rule.replace(/UNTIL=(\d{8})(?=;|$)/, 'UNTIL=$1T235959Z')
  return `DTSTART;TZID=${timeZone}:${start}\nRRULE:${whole}`
}

function lengthOf(event: CalendarEvent): Temporal.Duration {
  const moment = (text: string) =>
    Temporal.Instant.from(isWholeDay(event) ? `${text}T00:00:00Z` : text)
  return moment(event.startsAt).until(moment(event.endsAt), { largestUnit: 'hours' })
}

function endOf(event: CalendarEvent, start: string): string {
  if (!isWholeDay(event)) return Temporal.Instant.from(start).add(lengthOf(event)).toString()
  const days = Temporal.PlainDate.from(event.startsAt).until(event.endsAt)
  return Temporal.PlainDate.from(start).add(days).toString()
}

function isInside(occurrence: Occurrence, { from, until, begins, ends }: Window): boolean {
  const { startsAt, endsAt } = occurrence
  if (isWholeDay(occurrence)) return startsAt <= until && endsAt > from
  const start = Date.parse(startsAt)
  return start < ends && (Date.parse(endsAt) > begins || start === begins)
}
