import type { SourceEvent } from '#shared/imports/import-source.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import { cleanText, readLine } from '../read-values.ts'
import type { CalendarPart } from './calendar-parts.ts'
import { type EventProperty, nameOf, readEventProperty } from './event-property.ts'
import { isRule, plainRule, readStarts } from './event-repeats.ts'
import { addDuration, dayAfter, type EventTime, endLike, readTime } from './event-times.ts'
import type { ZoneReader } from './time-zones.ts'

export type ReadEvent = { readonly event: SourceEvent; readonly sequence: number }

type Part = {
  readonly file: string
  readonly zoneOf: ZoneReader
  readonly problems: Problems
}

/** Thrown and caught here alone: the event is left out for this property. */
class EventRefused extends Error {
  readonly property: Pick<EventProperty, 'name' | 'line'> & { readonly text: string | null }
  constructor(property: EventRefused['property']) {
    super(property.name)
    this.property = property
  }
}

/**
 * One VEVENT, and one more event for each extra date (RDATE). An event of which a time, length or
 * rule cannot be read is left out with the line it stands on: half of it would be wrong.
 */
export function readEvent(component: CalendarPart, part: Part): ReadEvent[] {
  const { file, problems } = part
  try {
    return readParts(component, part)
  } catch (error) {
    if (!(error instanceof EventRefused)) throw error
    const { name, line, text } = error.property
    const code = text === null ? 'value-missing' : 'value-invalid'
    problems.leaveOut(code, { file, line, kind: 'events', field: name, value: text })
    return []
  }
}

function readParts(component: CalendarPart, part: Part): ReadEvent[] {
  const { file, zoneOf, problems } = part
  const properties = readProperties(component, part)
  const one = (name: string) => properties.find((property) => property.name === name)
  const begin = one('DTSTART')
  if (!begin) throw new EventRefused({ name: 'DTSTART', line: component.line, text: null })
  const start = timeOf(begin, zoneOf)
  const end = endOf({ start, ends: one('DTEND'), lasts: one('DURATION') }, zoneOf)
  const line = (name: string) => {
    const property = one(name)
    return property ? readLine({ ...property, file, field: name }, problems) : null
  }
  const title = line('SUMMARY')
  if (title === null)
    problems.warn('value-missing', { file, line: component.line, field: 'SUMMARY' })
  const key = keyOf({ start, title, uid: one('UID'), replaces: one('RECURRENCE-ID') }, zoneOf)
  if (key.length > limits.key) {
    throw new EventRefused({ name: 'UID', line: component.line, text: key })
  }
  const rule = one('RRULE')
  if (rule && !isRule(plainRule(rule.text))) throw new EventRefused(rule)
  const event: SourceEvent = {
    place: { file, line: component.line },
    key,
    title: title ?? '',
    description: descriptionOf(one('DESCRIPTION'), part),
    location: line('LOCATION'),
    startsAt: start.text,
    endsAt: end,
    timeZone: rule && start.kind === 'moment' ? start.timeZone : null,
    recurrence: rule ? plainRule(rule.text) : null,
    exceptions: startsIn(properties, 'EXDATE', start, zoneOf)
      .map((each) => each.start.text)
      .sort(),
    isCancelled: /^CANCELLED$/i.test(one('STATUS')?.text ?? ''),
  }
  const sequence = Number.parseInt(one('SEQUENCE')?.text ?? '0', 10) || 0
  const extra = extraEvents(event, start, startsIn(properties, 'RDATE', start, zoneOf))
  return [event, ...extra].map((each) => ({ event: each, sequence }))
}

type Named = {
  readonly start: EventTime
  readonly title: string | null
  readonly uid: EventProperty | undefined
  readonly replaces: EventProperty | undefined
}

/** Some feeds have no UID: what begins then under that title is the same appointment next time. */
function keyOf({ start, title, uid, replaces }: Named, zoneOf: ZoneReader): string {
  const own = cleanText(uid?.text ?? '') ?? `${start.text} ${title ?? ''}`
  return replaces ? `${own} ${timeOf(replaces, zoneOf).text}` : own
}

const read = new Set(
  `DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID UID SUMMARY DESCRIPTION LOCATION STATUS
  SEQUENCE`.split(/\s+/),
)
const isTime = /^(DT|DURATION|R|EXDATE)/
/** About the record itself, or how a program shows it. */
const silent = /^(DTSTAMP|CREATED|LAST-MODIFIED|CLASS|TRANSP|PRIORITY|COLOR|REQUEST-STATUS|X-.*|)$/

/** What Balie reads, and a word about what it does not keep. */
function readProperties({ lines }: CalendarPart, { file, problems }: Part): EventProperty[] {
  return lines.flatMap((each) => {
    const name = nameOf(each.text)
    if (!read.has(name)) {
      if (!silent.test(name))
        problems.warnOnce('extra-skipped', { file, line: each.line, field: name })
      return []
    }
    const property = readEventProperty(each)
    if (property) return property.text === '' ? [] : [property]
    if (isTime.test(name)) throw new EventRefused({ name, line: each.line, text: each.text })
    problems.warn('value-invalid', { file, line: each.line, field: name, value: each.text })
    return []
  })
}

function timeOf(property: EventProperty, zoneOf: ZoneReader): EventTime {
  const time = readTime(property.text, property, zoneOf)
  if (!time) throw new EventRefused(property)
  return time
}

type Length = {
  readonly start: EventTime
  readonly ends: EventProperty | undefined
  readonly lasts: EventProperty | undefined
}

/** RFC 5545, 3.6.1: without an end a day lasts one day, and a moment no time at all. */
function endOf({ start, ends, lasts }: Length, zoneOf: ZoneReader): string {
  if (ends) {
    const end = timeOf(ends, zoneOf)
    if (end.kind !== start.kind || end.text < start.text) throw new EventRefused(ends)
    // Many write the same day twice for one whole day.
    return end.text === start.text && start.kind === 'day' ? dayAfter(start) : end.text
  }
  const end = lasts ? addDuration(start, lasts.text) : null
  if (lasts && !end) throw new EventRefused(lasts)
  return end?.text ?? (start.kind === 'day' ? dayAfter(start) : start.text)
}

function descriptionOf(property: EventProperty | undefined, { file, problems }: Part) {
  const text = property?.text.normalize('NFC').replace(/\r\n?/g, '\n').trim() ?? ''
  if (text.length <= limits.csvCell) return text || null
  problems.warn('value-too-long', {
    file,
    line: property?.line ?? null,
    field: 'DESCRIPTION',
    value: text,
  })
  return null
}

function startsIn(
  properties: readonly EventProperty[],
  name: string,
  start: EventTime,
  zoneOf: ZoneReader,
) {
  return properties
    .filter((property) => property.name === name)
    .flatMap((property) => {
      const starts = readStarts(property, start, zoneOf)
      if (!starts) throw new EventRefused(property)
      return starts.map((each) => ({ ...each, property }))
    })
}

/** Each extra date is an event of its own, as long as the first unless it says how long it is. */
function extraEvents(
  event: SourceEvent,
  start: EventTime,
  extra: ReturnType<typeof startsIn>,
): SourceEvent[] {
  return extra
    .filter((each) => each.start.text !== event.startsAt)
    .map(({ start: own, end, property }) => ({
      ...event,
      place: { ...event.place, line: property.line },
      key: `${event.key} ${own.text}`,
      startsAt: own.text,
      endsAt: end && end >= own.text ? end : endLike(start, event.endsAt, own),
      timeZone: null,
      recurrence: null,
      exceptions: [],
    }))
}
