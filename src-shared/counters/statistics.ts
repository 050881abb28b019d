import { addDays, type Day } from '#shared/platform/day.ts'
import {
  halfDaysIn,
  lessonMinutesIn,
  schoolDaysIn,
  shapeOn,
} from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { mondayOf } from '#shared/school-days/day-number.ts'
import type { AbsenceEntry } from './absence-entry.ts'
import type { Days } from './counter.ts'

/** `late` is any minutes of a part; a whole part is the graver of the two. */
export type HeatKind = 'none' | 'late' | 'authorised' | 'unjudged' | 'unauthorised'

export type HeatDay = {
  readonly day: Day
  /** Null is no school day. */
  readonly kind: HeatKind | null
  readonly minutes: number
}

export type HeatWeek = { readonly monday: Day; readonly days: readonly HeatDay[] }

/** Sums over a time; half days count only when they were missed whole. */
export type AbsenceTotals = {
  readonly authorised: number
  readonly unauthorised: number
  readonly unjudged: number
  /** Times late, and their minutes. */
  readonly late: number
  readonly lateMinutes: number
  /** All lesson minutes that were missed. */
  readonly minutes: number
}

export type PupilYear = {
  readonly year: Days
  readonly weeks: readonly HeatWeek[]
  readonly totals: AbsenceTotals
  /** Half days with lessons so far. */
  readonly halfDays: number
}

export type GroupYear = {
  readonly groupId: string
  readonly groupName: string
  readonly pupils: number
  readonly totals: AbsenceTotals
  /** Missed lesson minutes of a hundred, one decimal; null before the first lesson. */
  readonly percentage: number | null
}

/** One bar a lesson week, oldest first. */
export type WeekChart = readonly {
  readonly monday: Day
  readonly authorised: number
  readonly unauthorised: number
  readonly unjudged: number
  readonly late: number
}[]

/** Whole half days that were missed, by whether they were authorised, and times late. */
export function totalsOf(entries: readonly AbsenceEntry[]): AbsenceTotals {
  const totals = {
    authorised: 0,
    unauthorised: 0,
    unjudged: 0,
    late: 0,
    lateMinutes: 0,
    minutes: 0,
  }
  for (const { kind, isAuthorised, minutes } of entries) {
    if (minutes <= 0) continue
    totals.minutes += minutes
    if (kind === 'late') {
      totals.late += 1
      totals.lateMinutes += minutes
    }
    if (kind === 'absent') totals[columnOf(isAuthorised)] += 1
  }
  return totals
}

const columnOf = (isAuthorised: boolean | null) =>
  isAuthorised === null ? 'unjudged' : isAuthorised ? 'authorised' : 'unauthorised'

export const within = (entries: readonly AbsenceEntry[], { from, until }: Days) =>
  entries.filter(({ day }) => day >= from && day <= until)

const order: readonly HeatKind[] = ['none', 'late', 'authorised', 'unjudged', 'unauthorised']

/** A school year of a pupil as weeks of five days. */
export function pupilYear(
  all: readonly AbsenceEntry[],
  calendar: SchoolCalendar,
  { year, today }: { readonly year: Days; readonly today: Day },
): PupilYear {
  const entries = within(all, year)
  const byDay = Map.groupBy(entries, ({ day }) => day)
  const weeks: HeatWeek[] = []
  for (let monday = mondayOf(year.from); monday <= year.until; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4].map((at) => {
      const day = addDays(monday, at)
      return heatOf(day, byDay.get(day) ?? [], shapeOn(calendar, day).minutes > 0)
    })
    if (days.some(({ kind }) => kind !== null)) weeks.push({ monday, days })
  }
  const until = today < year.until ? today : year.until
  return {
    year,
    weeks,
    totals: totalsOf(entries),
    halfDays: halfDaysIn(calendar, year.from, until),
  }
}

function heatOf(day: Day, entries: readonly AbsenceEntry[], isSchoolDay: boolean): HeatDay {
  if (!isSchoolDay) return { day, kind: null, minutes: 0 }
  let kind: HeatKind = 'none'
  let minutes = 0
  for (const entry of entries) {
    minutes += entry.minutes
    const each = entry.kind === 'absent' ? columnOf(entry.isAuthorised) : 'late'
    if (order.indexOf(each) > order.indexOf(kind)) kind = each
  }
  return { day, kind, minutes }
}

/** How much of the lessons so far was missed, as a percentage with one decimal. */
export function missedShare(minutes: number, lessonMinutes: number): number | null {
  return lessonMinutes > 0 ? Math.round((minutes / lessonMinutes) * 1000) / 10 : null
}

export const lessonsSoFar = (calendar: SchoolCalendar, { from, until }: Days, today: Day) =>
  lessonMinutesIn(calendar, from, today < until ? today : until)

/** Half days and late arrivals of each lesson week so far. */
export function weekChart(
  entries: readonly AbsenceEntry[],
  calendar: SchoolCalendar,
  { from, until }: Days,
): WeekChart {
  const weeks = new Map<
    Day,
    { authorised: number; unauthorised: number; unjudged: number; late: number }
  >()
  for (const day of schoolDaysIn(calendar, from, until)) {
    const monday = mondayOf(day)
    if (!weeks.has(monday))
      weeks.set(monday, { authorised: 0, unauthorised: 0, unjudged: 0, late: 0 })
  }
  for (const { day, kind, isAuthorised, minutes } of entries) {
    const week = weeks.get(mondayOf(day))
    if (!week || minutes <= 0) continue
    if (kind === 'late') week.late += 1
    if (kind === 'absent') week[columnOf(isAuthorised)] += 1
  }
  return [...weeks].map(([monday, sums]) => ({ monday, ...sums }))
}
