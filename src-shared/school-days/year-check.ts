import type { SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { countSchoolDays, lessonMinutesIn, schoolDaysIn } from './calendar/calendar-questions.ts'
import type { SchoolCalendar } from './calendar/school-calendar.ts'
import { type DayException, isDayOff } from './day-exception.ts'
import { dayNumber, dayOfNumber, weekdayOfNumber } from './day-number.ts'

/** What a school year comes to. */
export type YearFigures = {
  readonly schoolDays: number
  /** Lesson minutes. */
  readonly minutes: number
  readonly studyDays: number
  /** Weekdays of holidays and days off between the first and the last school day. */
  readonly daysOff: number
  readonly findings: readonly YearFinding[]
}

/** Where the year is not what the law of the country asks; `limit` is the law's figure. */
export type YearFinding = {
  readonly kind: 'too-few-days' | 'too-few-days-off' | 'too-many-study-days'
  readonly limit: number
}

/** Sweden, skolförordningen 3 kap. 3 § (domain.md 3.4): at least 178 school days, 12 days off, at most 5 study days. */
const sweden = { schoolDays: 178, daysOff: 12, studyDays: 5 }

/** Counts a year for the whole school, and holds it to the law where that gives figures. */
export function checkYear(
  calendar: SchoolCalendar,
  exceptions: readonly DayException[],
  { startsOn, endsOn }: Pick<SchoolYear, 'startsOn' | 'endsOn'>,
  country: Country,
): YearFigures {
  const days = schoolDaysIn(calendar, startsOn, endsOn)
  const first = days[0]
  const last = days.at(-1)
  const ofSchool = exceptions.filter(({ groupIds, part }) => groupIds === null && part === 'all')
  const count = (isWanted: (exception: DayException) => boolean) =>
    first && last ? weekdaysOf(ofSchool.filter(isWanted), first, last) : 0
  const figures = {
    schoolDays: countSchoolDays(calendar, startsOn, endsOn),
    minutes: lessonMinutesIn(calendar, startsOn, endsOn),
    studyDays: count(({ kind }) => kind === 'study-day'),
    daysOff: count(
      ({ kind }) => isDayOff(kind) && kind !== 'study-day' && kind !== 'public-holiday',
    ),
  }
  return { ...figures, findings: country === 'se' ? swedishFindings(figures) : [] }
}

function swedishFindings({
  schoolDays,
  daysOff,
  studyDays,
}: Omit<YearFigures, 'findings'>): readonly YearFinding[] {
  const findings: YearFinding[] = []
  if (schoolDays < sweden.schoolDays)
    findings.push({ kind: 'too-few-days', limit: sweden.schoolDays })
  if (daysOff < sweden.daysOff) findings.push({ kind: 'too-few-days-off', limit: sweden.daysOff })
  if (studyDays > sweden.studyDays)
    findings.push({ kind: 'too-many-study-days', limit: sweden.studyDays })
  return findings
}

/** Each weekday once, however many exceptions name it. */
function weekdaysOf(exceptions: readonly DayException[], first: Day, last: Day): number {
  const days = new Set<Day>()
  for (const { startsOn, endsOn } of exceptions) {
    const ends = Math.min(dayNumber(endsOn), dayNumber(last))
    for (
      let number = Math.max(dayNumber(startsOn), dayNumber(first));
      number <= ends;
      number += 1
    ) {
      if (weekdayOfNumber(number) < 5) days.add(dayOfNumber(number))
    }
  }
  return days.size
}
