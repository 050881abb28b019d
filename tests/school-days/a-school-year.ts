import { GroupId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { SchoolDaysSource } from '#shared/school-days/calendar/school-days.ts'
import {
  type DayException,
  DayExceptionFields,
  type ExceptionKind,
  type PupilDayException,
  PupilDayExceptionFields,
} from '#shared/school-days/day-exception.ts'
import { DayHours } from '#shared/school-days/day-hours.ts'
import { type DayPattern, DayPatternFields, weekdays } from '#shared/school-days/day-pattern.ts'

export const day = (text: string) => Day.parse(text)

export const group3 = GroupId.parse('018f0000-0000-7000-8000-000000000003')
export const group8 = GroupId.parse('018f0000-0000-7000-8000-000000000008')
export const noor = PupilId.parse('018f0000-0000-7000-8000-0000000000a1')

/** 8:30 to 14:15 with half an hour of lunch, 315 lesson minutes: 210 and 105. */
export const hours = DayHours.parse({
  startsAt: '08:30',
  endsAt: '14:15',
  splitsAt: '12:00',
  breaks: [{ from: '12:00', until: '12:30' }],
})

/** 8:30 to 12:00, 210 lesson minutes. */
export const morningOnly = DayHours.parse({
  startsAt: '08:30',
  endsAt: '12:00',
  splitsAt: '12:00',
  breaks: [],
})

let made = 0

export function aPattern(wanted: Partial<DayPatternFields> = {}): DayPattern {
  made += 1
  const week = Object.fromEntries(weekdays.map((weekday) => [weekday, hours]))
  const plain = { groupId: null, startsOn: '2020-08-01', ...week, wednesday: morningOnly }
  return { id: `pattern ${made}`, ...DayPatternFields.parse({ ...plain, ...wanted }) }
}

export function anException(
  kind: ExceptionKind,
  startsOn: string,
  endsOn: string,
  wanted: Partial<DayExceptionFields> = {},
): DayException {
  made += 1
  const plain = { kind, name: kind, startsOn, endsOn, part: 'all', hours: null, groupIds: null }
  const fields = DayExceptionFields.parse({ ...plain, ...wanted })
  return { id: `exception ${made}`, presetKey: null, ...fields }
}

export function aPupilException(
  kind: ExceptionKind,
  startsOn: string,
  endsOn: string,
  wanted: Partial<PupilDayExceptionFields> = {},
): PupilDayException {
  made += 1
  const plain = { kind, name: '', startsOn, endsOn, part: 'all', hours: null, weekdays: null }
  const fields = PupilDayExceptionFields.parse({ ...plain, pupilId: noor, ...wanted })
  return { id: `pupil ${made}`, ...fields }
}

/** Two Dutch years whose Wednesdays are mornings. */
export function aSource(wanted: Partial<SchoolDaysSource> = {}): SchoolDaysSource {
  return {
    country: 'nl',
    years: [
      { startsOn: day('2025-08-01'), endsOn: day('2026-07-31') },
      { startsOn: day('2026-08-01'), endsOn: day('2027-07-31') },
    ],
    patterns: [aPattern()],
    exceptions: [],
    pupilExceptions: [],
    ...wanted,
  }
}
