import ICAL from 'ical.js'
import type { EventProperty } from './event-property.ts'
import { addDuration, type EventTime, inFormOf, readTime } from './event-times.ts'
import type { ZoneReader } from './time-zones.ts'

/** Whether a rule says something that can be worked out; it is kept as the text that it is. */
export function isRule(text: string): boolean {
  if (text.length > 500 || !/^\s*[A-Z]/i.test(text)) return false
  try {
    const { freq, interval, count } = ICAL.Recur.fromString(text)
    return Boolean(freq) && interval >= 1 && (count === null || count >= 1) && !hasZero(text)
  } catch {
    return false
  }
}

/** Some write `BYDAY=MO, TU` or end with a semicolon. */
export const plainRule = (text: string) => text.replace(/\s+/g, '').replace(/;+$/, '').toUpperCase()

/** The library takes an interval of 0 for one of 1. */
const hasZero = (text: string) => /(INTERVAL|COUNT)=(0+|-\d+|)(;|$)/i.test(text)

/** Starts of a list of times in the form of the event's own start; null when one is no time. */
export function readStarts(
  property: EventProperty,
  start: EventTime,
  zoneOf: ZoneReader,
): readonly { readonly start: EventTime; readonly end: string | null }[] | null {
  const read = property.text
    .split(',')
    .filter((each) => each.trim() !== '')
    .map((each) => {
      const [from = '', until = null] = each.split('/')
      const time = readTime(from, property, zoneOf)
      if (!time || until === null) return time && { start: inFormOf(time, start), end: null }
      // A period says how long it lasts, or when it ends.
      const end = addDuration(time, until) ?? readTime(until, property, zoneOf)
      return end && { start: inFormOf(time, start), end: inFormOf(end, start).text }
    })
  return read.every((each) => each !== null) ? read : null
}
