import { writeCalendar } from '#shared/calendar/file/write-calendar.ts'
import { momentAt } from '#shared/calendar/zone-time.ts'
import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import { type MeetingTalk, placeOf } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { speak } from '#shared/platform/messages.ts'
import { timeZoneOfCountry } from '#shared/school/school.ts'
import { Clock } from '#shared/school-days/day-hours.ts'
import { isoOf, type PortalParts } from '../platform/portal-parts.ts'
import type { AtRound } from './meetings-routes.tsx'

/**
 * One talk as an iCalendar file. Without the child's name: calendars are shared, synchronised and
 * shown on locked screens.
 */
export function talkFile(
  { own, who, visit }: Pick<AtRound, 'own' | 'who' | 'visit'>,
  talk: MeetingTalk,
  { now, publicUrl }: Pick<PortalParts, 'now' | 'publicUrl'>,
): string {
  const say = speak(guardianMeetingMessages, visit.language)
  const place = placeOf(talk.place)
  const day = own.sheet.days.find(({ id }) => id === place?.dayId)
  const timeZone = timeZoneOfCountry[who.school.country]
  const [teacherId = ''] = talk.resourceIds
  const teacher = own.sheet.resources.find(({ id }) => id === teacherId)
  const at = (minutes: number) =>
    day ? momentAt({ day: day.day, clock: Clock.parse(clockOf(minutes)) }, timeZone) : ''
  if (!place || !day) return writeCalendar({ name: say('title'), timeZone, events: [] })
  return writeCalendar({
    name: say('title'),
    timeZone,
    events: [
      {
        uid: `${talk.id}@${new URL(publicUrl).host}`,
        changedAt: isoOf(now()),
        title: `${say('title')}: ${own.teachers[teacherId] ?? ''}`,
        description: `${publicUrl}/meetings/${own.sheet.round.id}`,
        location: talk.isByVideo
          ? say('video')
          : [who.school.name, teacher?.room].filter(Boolean).join(', '),
        startsAt: at(place.from),
        endsAt: at(place.from + talk.minutes),
        ...{ timeZone: null, recurrence: null, exceptions: [], insteadOf: null },
        ...{ isCancelled: false, category: null },
      },
    ],
  })
}
