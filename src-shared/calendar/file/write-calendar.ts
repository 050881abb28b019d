import ICAL from 'ical.js'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import { localTimeOf } from '../zone-time.ts'
import type { CalendarFile, FileEvent } from './file-event.ts'
import { foldLines } from './fold-lines.ts'

/**
 * An iCalendar file (RFC 5545) as Outlook, Apple and Google take it: lines folded at 75 bytes and
 * ended by CR LF, whole days as days, moments in UTC, and what repeats by the clock of its zone with
 * that zone's rules beside it.
 */
export function writeCalendar({ name, timeZone, events }: CalendarFile): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Balie//School calendar//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  // Not in RFC 5545 but read by all three: the name, and how often to look again (RFC 7986).
  calendar.addPropertyWithValue('x-wr-calname', plain(name))
  calendar.addPropertyWithValue('x-wr-timezone', timeZone)
  const refresh = new ICAL.Property('refresh-interval')
  refresh.setParameter('value', 'DURATION')
  refresh.setValue(ICAL.Duration.fromString('PT6H'))
  calendar.addProperty(refresh)
  calendar.addPropertyWithValue('x-published-ttl', 'PT6H')
  for (const zone of new Set(events.flatMap((event) => zoneOf(event) ?? []))) {
    calendar.addSubcomponent(rulesOf(zone))
  }
  for (const event of events) calendar.addSubcomponent(eventPart(event))
  return `${foldLines(calendar.toString())}\r\n`
}

/** A zone is named only where something repeats: one moment is the same in every zone. */
const zoneOf = ({ recurrence, insteadOf, timeZone, startsAt }: FileEvent): string | null =>
  (recurrence !== null || insteadOf !== null) && startsAt.length > 10 ? timeZone : null

function rulesOf(zone: string): ICAL.Component {
  const [block] = tzlib_get_ical_block(zone)
  const rules = new ICAL.Component(ICAL.parse(String(block)))
  // The library answers with the zone that a name is another word for: Amsterdam keeps Brussels' time.
  rules.updatePropertyWithValue('tzid', zone)
  rules.removeAllProperties('x-lic-location')
  return rules
}

function eventPart(event: FileEvent): ICAL.Component {
  const part = new ICAL.Component('vevent')
  const zone = zoneOf(event)
  part.addPropertyWithValue('uid', plain(event.uid))
  part.addPropertyWithValue('dtstamp', timeOf(event.changedAt, null))
  part.addPropertyWithValue('last-modified', timeOf(event.changedAt, null))
  part.addPropertyWithValue('sequence', sequenceOf(event.changedAt))
  addTime(part, 'dtstart', event.startsAt, zone)
  addTime(part, 'dtend', event.endsAt, zone)
  if (event.insteadOf !== null) addTime(part, 'recurrence-id', event.insteadOf, zone)
  if (event.recurrence !== null) {
    part.addPropertyWithValue('rrule', ICAL.Recur.fromString(event.recurrence))
    for (const exception of event.exceptions) addTime(part, 'exdate', exception, zone)
  }
  part.addPropertyWithValue('summary', plain(event.title))
  if (event.description) part.addPropertyWithValue('description', plain(event.description))
  if (event.location) part.addPropertyWithValue('location', plain(event.location))
  if (event.category) part.addPropertyWithValue('categories', plain(event.category))
  part.addPropertyWithValue('status', event.isCancelled ? 'CANCELLED' : 'CONFIRMED')
  // A whole day of school does not make anybody busy.
  if (event.startsAt.length === 10) part.addPropertyWithValue('transp', 'TRANSPARENT')
  return part
}

function addTime(part: ICAL.Component, name: string, text: string, zone: string | null) {
  const property = part.addPropertyWithValue(name, timeOf(text, zone))
  if (zone !== null && text.length > 10) property.setParameter('tzid', zone)
}

function timeOf(text: string, zone: string | null): ICAL.Time {
  if (text.length === 10) return ICAL.Time.fromDateString(text)
  if (zone === null) return ICAL.Time.fromJSDate(new Date(Date.parse(text)), true)
  const { day, clock } = localTimeOf(text, zone)
  return ICAL.Time.fromDateTimeString(`${day}T${clock}:00`)
}

/** Goes up with every change, as RFC 5545 asks: seconds since 2020 fit in its 31 bits until 2088. */
const sequenceOf = (changedAt: string) =>
  Math.max(0, Math.floor((Date.parse(changedAt) - Date.parse('2020-01-01T00:00:00Z')) / 1000))

/** Control characters may stand in no text; a line break may, and is written as `\n`. */
const plain = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
