import { addDays, type Moment } from '#shared/platform/day.ts'
import type { CalendarEvent } from '../calendar-event.ts'
import type { FileDaysOff, FileEvent } from './file-event.ts'

type Row = Pick<
  CalendarEvent,
  | 'id'
  | 'key'
  | 'title'
  | 'description'
  | 'location'
  | 'startsAt'
  | 'endsAt'
  | 'timeZone'
  | 'recurrence'
  | 'exceptions'
  | 'isCancelled'
>

/** One that stands for an occurrence has the key of the repeated one and that occurrence's start. */
const occurrenceKey = /^(.*) (\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)$/s

/** An appointment as a file has it. `keys` are those of all appointments that go along. */
export function fileEventOf(
  row: Row,
  keys: ReadonlySet<string>,
  { changedAt, category }: { readonly changedAt: Moment; readonly category: string | null },
): FileEvent {
  const { id: _id, key, ...plain } = row
  const [, master = '', insteadOf = ''] = occurrenceKey.exec(key) ?? []
  const isOccurrence = keys.has(master)
  return {
    ...plain,
    uid: uidOf(isOccurrence ? master : key),
    insteadOf: isOccurrence ? insteadOf : null,
    changedAt,
    category,
  }
}

/** Keys of our own name a row; those of files are names that their calendar gave out already. */
const uidOf = (key: string) => (key.startsWith('balie:') ? `${key.slice(6)}@balie` : key)

export function fileDaysOff(
  { id, name, startsOn, endsOn }: FileDaysOff,
  { changedAt, category }: { readonly changedAt: Moment; readonly category: string | null },
): FileEvent {
  return {
    uid: `${id}@balie`,
    changedAt,
    title: name,
    description: null,
    location: null,
    startsAt: startsOn,
    endsAt: addDays(endsOn, 1),
    timeZone: null,
    recurrence: null,
    exceptions: [],
    insteadOf: null,
    isCancelled: false,
    category,
  }
}
