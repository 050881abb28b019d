import { type CalendarEvent, notOwn, ownPart } from '#shared/calendar/calendar-event.ts'
import type { SourceEvent } from '#shared/imports/import-source.ts'
import type { ImportLine } from '#shared/imports/imports-contract.ts'
import { calendarEvents } from '../../calendar/calendar-table.ts'
import { linkId } from '../../platform/ids.ts'
import { addLine, type Match, type Planning, type Write } from './planning.ts'

/**
 * Appointments, known by the key of their own calendar. One that the file no longer has stays: a feed
 * may hold next month alone, and says so of nothing.
 */
export function planEvents(planning: Planning) {
  for (const record of planning.source.events ?? []) {
    const { place, key, ...fields } = record
    const id = linkId('calendarEvents', key)
    const known = planning.school.events.get(id)
    // What the school says of it itself, no file knows: for whom it is and whether guardians see it.
    const wanted: CalendarEvent = { ...ownPart(known ?? notOwn), id, key, ...fields }
    const match: Match = known ? { kind: 'known', id: known.id } : { kind: 'new' }
    const changes = changesOf(known ?? null, wanted)
    const write: Write = (db) => db.save(calendarEvents, wanted)
    const line = { kind: 'events', key, place, name: nameOf(record), groupName: null } as const
    addLine(planning, line, match, { changes, writes: changes.length > 0 ? [write] : [] })
  }
}

const nameOf = ({ title, startsAt }: SourceEvent) => title || startsAt

const shownFields = [
  'title',
  'startsAt',
  'endsAt',
  'location',
  'description',
  'recurrence',
  'timeZone',
  'exceptions',
  'isCancelled',
] as const

/** Of a new appointment everything but its title, which the line has for a name. */
function changesOf(known: CalendarEvent | null, wanted: CalendarEvent): ImportLine['changes'] {
  return shownFields
    .filter((field) => known !== null || field !== 'title')
    .map((field) => ({ field, from: known && shown(known, field), to: shown(wanted, field) }))
    .filter(({ from, to }) => from !== to)
}

function shown(event: CalendarEvent, field: (typeof shownFields)[number]): string | null {
  const value = event[field]
  if (typeof value === 'boolean') return value ? '✓' : null
  return (typeof value === 'string' ? value : value?.join(', ')) || null
}
