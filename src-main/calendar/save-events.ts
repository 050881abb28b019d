import { eq } from 'drizzle-orm'
import type { CalendarContract } from '#shared/calendar/calendar-contract.ts'
import { isOwn, ownKey } from '#shared/calendar/calendar-event.ts'
import { timesOf } from '#shared/calendar/event-fields.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { calendarEvents } from './calendar-table.ts'

type Handlers = Service<CalendarContract>

export const saveEvent: Handlers['save'] = (db, { id, fields }, { newId }) => {
  const known = id ? findEvent(db, id) : null
  if (id && !known) return refuse('event.not-found')
  // The next reading of its file would write over what was typed here.
  if (known && !isOwn(known)) return refuse('event.from-file')

  const eventId = id ?? newId()
  const zone = db.select().from(schools).get()?.timeZone ?? 'UTC'
  const { title, description, location, kind, audience, groupIds, isPublished, isCancelled } =
    fields
  db.save(calendarEvents, {
    id: eventId,
    key: ownKey(eventId),
    title,
    description,
    location,
    ...timesOf(fields, zone),
    timeZone: fields.startsAt === null ? null : zone,
    recurrence: null,
    exceptions: [],
    isCancelled,
    kind,
    audience,
    groupIds: audience === 'groups' ? groupIds : null,
    // What is for the staff stays with the staff, whatever the tick says.
    isPublished: isPublished && audience !== 'staff',
  })
  db.describe(title)
  return ok(eventId)
}

export const showEvent: Handlers['show'] = (db, { id, shown }) => {
  const known = findEvent(db, id)
  if (!known) return refuse('event.not-found')
  const { kind, audience, groupIds, isPublished } = shown
  db.save(calendarEvents, {
    ...known,
    kind,
    audience,
    groupIds: audience === 'groups' ? groupIds : null,
    isPublished: isPublished && audience !== 'staff',
  })
  db.describe(known.title)
  return ok(null)
}

export const removeEvent: Handlers['remove'] = (db, { id }) => {
  const known = findEvent(db, id)
  if (!known) return refuse('event.not-found')
  db.remove(calendarEvents, id)
  db.describe(known.title)
  return ok(null)
}

const findEvent = (db: ReadDb, id: string) =>
  db.select().from(calendarEvents).where(eq(calendarEvents.id, id)).get()
