import { AbsenceReportId, ReportFields } from '#shared/absences/absence-report.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { weekdayOf } from '#shared/school-days/day-number.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import type { Classes } from './classes.ts'

type Away = {
  /** School days before today, not counting days off. */
  readonly daysAgo: number
  readonly part: 'day' | 'morning' | 'afternoon'
  readonly code: string
  readonly evidence?: 'parents-note'
}

/** Whole days, so many school days ago. */
const days = (code: string, ...ago: readonly number[]): Away[] =>
  ago.map((daysAgo) => ({ daysAgo, part: 'day', code }))
const notes = (...ago: readonly number[]): Away[] =>
  ago.map((daysAgo) => ({ daysAgo, part: 'day', code: 'Z', evidence: 'parents-note' }))

/** What each country's counters are made to show: one that is due, one that is near, others calm. */
const stories: Record<Country, readonly (readonly Away[])[]> = {
  nl: [
    days('unauthorised', 12, 10, 9, 5),
    [
      ...days('unauthorised', 11, 4),
      { daysAgo: 8, part: 'afternoon', code: 'unauthorised' },
      ...days('unauthorised', 3),
    ],
    days('holiday', 7, 6, 5),
    days('unauthorised', 6),
  ],
  be: [
    days('B', 14, 9, 3),
    [...days('B', 12), { daysAgo: 4, part: 'morning', code: 'B' }],
    notes(40, 30, 21, 13, 5),
    notes(20, 11, 3),
  ],
  se: [
    days('ill', 16, 15, 11, 6, 2),
    days('invalid', 8),
    [...days('ill', 13, 12), ...days('invalid', 9), ...days('ill', 4)],
  ],
}

/** Children of whom the law counts something. */
export function addCounted(making: Making, classes: Classes, country: Country) {
  // The older ones: who is four or five is not of compulsory age.
  const groups = classes.now.toReversed()
  stories[country].forEach((story, at) => {
    const groupId = groups[at % groups.length]?.group.id
    const members = making.rows.memberships.filter(
      (each) => each.groupId === groupId && each.until === null,
    )
    const pupilId = members[4 + at]?.pupilId ?? members[0]?.pupilId
    if (!pupilId) return
    for (const away of story) addAway(making, pupilId, away)
  })
}

function addAway({ rows, today }: Making, pupilId: PupilId, away: Away) {
  const day = schoolDayBefore(today, away.daysAgo, rows.dayExceptions)
  const fields = ReportFields.parse({
    from: day,
    until: day,
    part: away.part,
    fromTime: null,
    untilTime: null,
    weekdays: [],
    everyWeeks: 1,
    code: away.code,
    evidence: away.evidence ?? null,
    note: null,
  })
  rows.absenceReports.push({
    ...fields,
    id: AbsenceReportId.parse(linkId('absenceReports', pupilId, day, away.part)),
    pupilId,
    source: 'office',
    reportedBy: rows.staff[0]?.id ?? '',
    reportedAt: `${day}T08:20:00.000Z`,
    backOn: null,
    backPart: null,
    withdrawnAt: null,
    withdrawnBy: null,
    causeId: null,
  })
}

type Off = { readonly startsOn: Day; readonly endsOn: Day }

function schoolDayBefore(today: Day, count: number, off: readonly Off[]): Day {
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, -1)
    const isOff = off.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
    if (weekdayOf(day) < 5 && !isOff) left -= 1
  }
  return day
}
