import type { CalendarOccurrence } from '#shared/calendar/calendar-contract.ts'
import type { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { type EventFields, type EventShown, shownTimes } from '#shared/calendar/event-fields.ts'
import type { QuickLine } from '#shared/calendar/quick-line.ts'
import { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { MessageKey } from '#shared/platform/messages.ts'
import type { Clock } from '#shared/school-days/day-hours.ts'

/** An appointment while it is being typed. */
export type Draft = {
  readonly title: string
  readonly location: string
  readonly description: string
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  readonly isWholeDay: boolean
  readonly startsAt: Clock | null
  readonly endsAt: Clock | null
  readonly shown: EventShown
  readonly isCancelled: boolean
}

const newShown: EventShown = {
  kind: 'activity',
  audience: 'school',
  groupIds: null,
  isPublished: true,
}

export function draftOf(event: CalendarOccurrence | null, on: Day, timeZone: string): Draft {
  if (!event) {
    const times = { startsOn: on, endsOn: on, isWholeDay: true, startsAt: null, endsAt: null }
    const empty = { title: '', location: '', description: '', isCancelled: false }
    return { ...empty, ...times, shown: newShown }
  }
  const { title, kind, audience, groupIds, isPublished, isCancelled } = event
  const times = shownTimes(event, timeZone)
  return {
    title,
    location: event.location ?? '',
    description: event.description ?? '',
    ...times,
    isWholeDay: times.startsAt === null,
    shown: { kind, audience, groupIds: groupIds ? [...groupIds] : null, isPublished },
    isCancelled,
  }
}

/** A new one as it was typed in one line. */
export function draftOfLine(line: QuickLine): Draft {
  const { title, startsOn, endsOn, startsAt, endsAt, groupIds, isForStaff } = line
  const audience = isForStaff ? 'staff' : groupIds ? 'groups' : 'school'
  const ids = groupIds?.map((id) => GroupId.parse(id)) ?? null
  return {
    title,
    location: '',
    description: '',
    startsOn,
    endsOn,
    isWholeDay: startsAt === null,
    startsAt,
    endsAt,
    shown: { ...newShown, audience, groupIds: ids },
    isCancelled: false,
  }
}

/** What is missing or turned around, in the words of the screen. */
export function problemOf(draft: Draft): MessageKey<typeof calendarScreenMessages> | null {
  const { startsOn, endsOn, startsAt, endsAt, isWholeDay, shown } = draft
  if (!draft.title.trim()) return 'title-needed'
  if (!startsOn || !endsOn) return 'days-needed'
  if (endsOn < startsOn) return 'days-turned'
  if (!isWholeDay && (!startsAt || !endsAt)) return 'times-needed'
  if (!isWholeDay && startsOn === endsOn && startsAt && endsAt && endsAt <= startsAt) {
    return 'times-turned'
  }
  return shown.audience === 'groups' && !shown.groupIds?.length ? 'groups-needed' : null
}

export function toFields(draft: Draft): EventFields | null {
  const { startsOn, endsOn, isWholeDay, shown, startsAt, endsAt, ...words } = draft
  if (!startsOn || !endsOn) return null
  const times = isWholeDay ? { startsAt: null, endsAt: null } : { startsAt, endsAt }
  return { ...words, ...shown, ...times, startsOn, endsOn }
}
