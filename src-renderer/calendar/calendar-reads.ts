import { useMemo } from 'react'
import { type CalendarOccurrence, calendarContract } from '#shared/calendar/calendar-contract.ts'
import { shownTimes } from '#shared/calendar/event-fields.ts'
import { concerns } from '#shared/calendar/visible-events.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { schoolDays } from '#shared/school-days/calendar/school-days.ts'
import type { DayException } from '#shared/school-days/day-exception.ts'
import {
  type SchoolDaysRows,
  schoolDaysContract,
} from '#shared/school-days/school-days-contract.ts'
import { connect } from '../platform/client.ts'
import { useFormats } from '../platform/formats.ts'
import { useLocale } from '../platform/language.tsx'
import { useFresh } from '../platform/use-fresh.ts'

export const calendar = connect(calendarContract)
export const days = connect(schoolDaysContract)
export const groups = connect(groupsContract)

/** Something on the calendar: an appointment, or days that are not as the week says. */
export type Entry = {
  readonly id: string
  readonly title: string
  readonly startsOn: Day
  readonly endsOn: Day
  /** `08:30`, in the way of the reader; null for whole days. */
  readonly time: string | null
  readonly isCancelled: boolean
} & (
  | { readonly of: 'event'; readonly event: CalendarOccurrence }
  | { readonly of: 'days'; readonly exception: DayException }
)

const tables = ['dayPatterns', 'dayExceptions', 'terms', 'schoolYears', 'groups']

/** Years, weeks, holidays and terms; each screen of the calendar begins with them. */
export const useSchoolDays = () => useFresh(tables, {}, days.find)

/** The school days as the rules work them out, of one group or of the school. */
export function useDayCalendar(rows: SchoolDaysRows, groupId: string | null): SchoolCalendar {
  return useMemo(() => {
    const worked = schoolDays({ ...rows, pupilExceptions: [] })
    return groupId ? worked.ofGroup(groupId) : worked.ofSchool
  }, [rows, groupId])
}

export type Agenda = {
  readonly entries: readonly Entry[]
  /** There is more than is shown. */
  readonly isCut: boolean
}

/** All that stands on the calendar from the first to the last day, in order. */
export function useAgenda(
  rows: SchoolDaysRows,
  { from, until }: { readonly from: Day; readonly until: Day },
  groupId: string | null,
): Agenda | 'loading' {
  const { timeZone } = useLocale()
  const { time } = useFormats()
  const page = useFresh(['calendarEvents', 'schools'], { from, until }, calendar.list)
  return useMemo(() => {
    if (page === 'loading') return 'loading'
    const wanted = new Set(groupId ? [groupId] : [])
    const fits = (groupIds: readonly string[] | null) =>
      groupId === null || concerns({ groupIds }, wanted)
    const off = rows.exceptions
      .filter(
        ({ startsOn, endsOn, groupIds }) => startsOn <= until && endsOn >= from && fits(groupIds),
      )
      .map((exception) => daysEntry(exception))
    const events = page.occurrences
      .filter(({ audience, groupIds }) => audience !== 'groups' || fits(groupIds))
      .map((event) => eventEntry(event, timeZone, time))
    return { entries: [...off, ...events].toSorted(inOrder), isCut: page.isCut }
  }, [page, rows, from, until, groupId, timeZone, time])
}

function daysEntry(exception: DayException): Entry {
  const { id, name: title, startsOn, endsOn } = exception
  return { of: 'days', id, title, startsOn, endsOn, time: null, isCancelled: false, exception }
}

function eventEntry(
  event: CalendarOccurrence,
  timeZone: string,
  time: (moment: string) => string,
): Entry {
  const { startsOn, endsOn, startsAt } = shownTimes(event, timeZone)
  return {
    of: 'event',
    id: `${event.eventId} ${event.startsAt}`,
    title: event.title,
    startsOn,
    endsOn,
    time: startsAt === null ? null : time(event.startsAt),
    isCancelled: event.isCancelled,
    event,
  }
}

/** By day; whole days go before what has an hour. */
function inOrder(a: Entry, b: Entry): number {
  const one = `${a.startsOn} ${a.time ?? ''}`
  const other = `${b.startsOn} ${b.time ?? ''}`
  return one < other ? -1 : one > other ? 1 : 0
}

/** The groups of a school year as options of a field, by name. */
export function useGroupOptions(schoolYearId: SchoolDaysRows['years'][number]['id'] | null) {
  const list = useFresh(['groups', 'schoolYears'], { schoolYearId }, groups.list)
  return useMemo(
    () => (list === 'loading' ? [] : list.map(({ id, name }) => ({ value: id, label: name }))),
    [list],
  )
}
