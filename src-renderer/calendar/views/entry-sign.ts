import type { EventKind } from '#shared/calendar/calendar-event.ts'
import type { ExceptionKind } from '#shared/school-days/day-exception.ts'
import {
  type Icon,
  IconCalendar,
  IconClock,
  IconHeartHandshake,
  IconHome,
  IconMapPin,
  IconPin,
  IconSchool,
  IconSun,
  IconUsers,
  IconUsersGroup,
} from '../../platform/ui/icons.ts'
import type { Entry } from '../calendar-reads.ts'

const ofEvents: Record<EventKind, Icon> = {
  activity: IconCalendar,
  trip: IconMapPin,
  meeting: IconUsers,
  guardians: IconHeartHandshake,
  celebration: IconSun,
  other: IconPin,
}
const ofDays: Record<ExceptionKind, Icon> = {
  holiday: IconSun,
  'public-holiday': IconSun,
  'study-day': IconUsersGroup,
  'day-off': IconHome,
  'other-hours': IconClock,
  'extra-day': IconSchool,
}

/** The picture of an entry; what it stands for is said beside it or in its name. */
export const signOf = (entry: Entry): Icon =>
  entry.of === 'event' ? ofEvents[entry.event.kind] : ofDays[entry.exception.kind]
