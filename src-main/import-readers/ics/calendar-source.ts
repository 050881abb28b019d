import type { ImportSource, SourceEvent } from '#shared/imports/import-source.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import { type ReadEvent, readEvent } from './calendar-event.ts'
import { type CalendarParts, readCalendarParts } from './calendar-parts.ts'
import { createZoneReader } from './time-zones.ts'

/** What calendar files say together; refused when not one of them has an appointment. */
export function readCalendars(files: readonly SourceFile[], problems: Problems): ImportSource {
  const calendars = files.map((file) => readCalendarParts(file, problems))
  const [first] = calendars
  const events = withoutOlder(
    calendars.flatMap((each) => eventsOf(each, problems)),
    problems,
  )
  const isEmpty = !calendars.some((each) => each.events.length > 0)
  if (isEmpty) problems.refuse('no-events', { file: first?.file ?? '', field: 'VEVENT' })
  return asSource(first?.version ?? '2.0', events)
}

function eventsOf({ file, events, zones }: CalendarParts, problems: Problems): ReadEvent[] {
  if (events.length > limits.records) problems.refuse('too-large', { file })
  const zoneOf = createZoneReader(file, zones, problems)
  const found: ReadEvent[] = []
  for (const each of events) {
    for (const event of readEvent(each, { file, zoneOf, problems })) found.push(event)
    if (found.length > limits.records) problems.refuse('too-large', { file })
  }
  return found
}

/** Of an event that stands there twice the one that was changed last (SEQUENCE) counts. */
function withoutOlder(events: readonly ReadEvent[], problems: Problems): SourceEvent[] {
  const newest = new Map<string, ReadEvent>()
  for (const each of events) {
    const { key } = each.event
    const known = newest.get(key)
    if (known) {
      const isNewer = each.sequence > known.sequence
      const older = isNewer ? known : each
      const where = { ...older.event.place, kind: 'events', field: 'UID', value: key } as const
      if (!isSame(each.event, known.event)) problems.leaveOut('key-repeated', where)
      if (!isNewer) continue
    }
    newest.set(key, each)
  }
  return [...newest.values()].map(({ event }) => event)
}

const isSame = (a: SourceEvent, b: SourceEvent) =>
  JSON.stringify({ ...a, place: null }) === JSON.stringify({ ...b, place: null })

const asSource = (version: string, events: readonly SourceEvent[]): ImportSource => ({
  format: 'ics',
  version,
  schoolName: null,
  schoolNumber: null,
  schoolYear: null,
  isDelta: false,
  pupils: [],
  groups: [],
  staff: [],
  guardians: [],
  households: [],
  events,
})
