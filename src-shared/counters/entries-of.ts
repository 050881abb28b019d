import { type CodeBook, natureOf } from '#shared/absences/absence-codes.ts'
import type { DayPart, Decision, Observation } from '#shared/absences/absence-mark.ts'
import { type AbsenceReport, covers } from '#shared/absences/absence-report.ts'
import { deriveMark, type LessonPart, lessonParts } from '#shared/absences/derive-mark.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { schoolDaysIn, shapeOn } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import type { AbsenceEntry } from './absence-entry.ts'
import type { Days } from './counter.ts'

/** What was touched of one half day: what a teacher saw, what the office decided. */
export type Touched = {
  readonly day: Day
  readonly part: DayPart
  readonly observation: Observation | null
  readonly decision: Decision | null
}

type Given = {
  readonly pupilId: PupilId
  readonly touched: readonly Touched[]
  readonly reports: readonly AbsenceReport[]
  readonly calendar: SchoolCalendar
  readonly codes: CodeBook
  /** Only absence on these days is asked for. */
  readonly within: Days
}

/**
 * Every absence of a pupil in order of day and part: the spells of the marks of half days that
 * somebody touched or reported. What was touched on a half day without lessons is there with no
 * minutes, so that a sum can say why it does not count.
 */
export function entriesOf(given: Given): readonly AbsenceEntry[] {
  const places = new Map<string, Touched>()
  for (const touched of given.touched) {
    const { day } = touched
    if (day < given.within.from || day > given.within.until) continue
    const key = keyOf(day, touched.part)
    const known = places.get(key)
    places.set(key, known ? joined(known, touched) : touched)
  }
  for (const report of given.reports) addReported(places, report, given)
  const keys = [...places.keys()].sort()
  const entries: AbsenceEntry[] = []
  for (const key of keys) {
    const place = places.get(key)
    if (place) addEntries(entries, place, given)
  }
  return entries
}

/** Sorts the morning before the afternoon. */
const keyOf = (day: Day, part: DayPart) => `${day} ${part === 'morning' ? 0 : 1}`

const joined = (a: Touched, b: Touched): Touched => ({
  ...a,
  observation: a.observation ?? b.observation,
  decision: a.decision ?? b.decision,
})

function addReported(
  places: Map<string, Touched>,
  report: AbsenceReport,
  { calendar, within }: Given,
) {
  const from = report.from > within.from ? report.from : within.from
  const until = report.until && report.until < within.until ? report.until : within.until
  for (const day of schoolDaysIn(calendar, from, until)) {
    const shape = shapeOn(calendar, day)
    for (const part of ['morning', 'afternoon'] as const) {
      if (!shape[part] || !covers(report, day, part)) continue
      const key = keyOf(day, part)
      if (!places.has(key)) places.set(key, { day, part, observation: null, decision: null })
    }
  }
}

function addEntries(entries: AbsenceEntry[], place: Touched, given: Given) {
  const { day, part, observation, decision } = place
  const { codes, calendar, pupilId } = given
  const shape = shapeOn(calendar, day)
  const lesson = shape[part] ? lessonParts(shape).find((each) => each.part === part) : undefined
  const mark = deriveMark({
    pupilId,
    day,
    lesson: lesson ?? withoutLessons(part),
    codes,
    observation,
    decision,
    reports: given.reports.length === 0 ? given.reports : given.reports.filter(isAbout(day)),
  })
  for (const { kind, minutes, code, isAuthorised, evidence } of mark.spells) {
    const isHoliday = code !== null && natureOf(codes, code, day) === 'holiday'
    entries.push({ day, part, kind, minutes, code, isAuthorised, isHoliday, evidence })
  }
}

const isAbout = (day: Day) => (report: AbsenceReport) =>
  report.from <= day && (report.until === null || report.until >= day)

const withoutLessons = (part: DayPart): LessonPart => ({
  part,
  startsAt: '00:00',
  endsAt: '00:00',
  minutes: 0,
  breaks: [],
})
