import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { DayShape } from '#shared/school-days/day-hours.ts'
import { type CodeBook, isAuthorisedBy } from './absence-codes.ts'
import {
  type AbsenceMark,
  type ClockTime,
  type DayPart,
  type Decision,
  dayParts,
  type MarkReview,
  type MarkSource,
  type Observation,
  type Spell,
} from './absence-mark.ts'
import { type AbsenceReport, covers, reportSources } from './absence-report.ts'
import { minuteOf } from './clock-time.ts'

/** One part of a day that has lessons: when, and how many minutes of lesson. */
export type LessonPart = {
  readonly part: DayPart
  readonly startsAt: ClockTime
  readonly endsAt: ClockTime
  /** Without the breaks. */
  readonly minutes: number
  readonly breaks: readonly { readonly from: ClockTime; readonly until: ClockTime }[]
}

export type MarkFacts = {
  readonly pupilId: PupilId
  readonly day: Day
  readonly lesson: LessonPart
  /** The pupil's reports, in any order; those of other days are passed over. */
  readonly reports: readonly AbsenceReport[]
  readonly observation: Observation | null
  readonly decision: Decision | null
  readonly codes: CodeBook
}

/**
 * The one mark of everything that was said: office decision before teacher observation before report
 * (sync.md 3.2). A pure function of the facts and not of their order, so that every desk and the
 * portal come to the same.
 */
export function deriveMark(facts: MarkFacts): AbsenceMark {
  const { pupilId, day, lesson, observation, decision } = facts
  const reported = reportedSpells(facts)
  const found = decision
    ? { spells: seenSpells(facts, decision, reported), source: 'office' as const }
    : observation
      ? { spells: seenSpells(facts, observation, reported), source: 'teacher' as const }
      : reported
  return {
    pupilId,
    day,
    part: lesson.part,
    kind: kindOf(found.spells),
    spells: found.spells,
    source: found.source,
    review: reviewOf(facts, reported.spells),
  }
}

const kindOrder = ['absent', 'late', 'left-early', 'away'] as const

const kindOf = (spells: readonly Spell[]) =>
  kindOrder.find((kind) => spells.some((spell) => spell.kind === kind)) ?? 'present'

type Reported = { readonly spells: readonly Spell[]; readonly source: MarkSource }

function reportedSpells({ day, lesson, reports, codes }: MarkFacts): Reported {
  const standing = reports.filter((report) => covers(report, day, lesson.part)).toSorted(byWeight)
  const whole = standing.find((report) => report.part !== 'times')
  if (whole) return { spells: [wholeSpell(lesson, whole, codes, day)], source: sourceOf(whole) }
  const spells = standing.flatMap((report) => timedSpell(lesson, report, codes, day))
  const [first] = standing
  if (!first || spells.length === 0) return { spells: [], source: 'nobody' }
  // A report of times may take the whole part.
  const absent = spells.find(({ kind }) => kind === 'absent')
  return { spells: absent ? [absent] : spells.toSorted(byTime), source: sourceOf(first) }
}

/** What the office wrote before what a guardian did, the latest first; the id settles the rest. */
function byWeight(a: AbsenceReport, b: AbsenceReport) {
  return (
    reportSources.indexOf(b.source) - reportSources.indexOf(a.source) ||
    b.reportedAt.localeCompare(a.reportedAt) ||
    a.id.localeCompare(b.id)
  )
}

const sourceOf = ({ source }: AbsenceReport): MarkSource => source

const byTime = (a: Spell, b: Spell) =>
  (a.from ?? '').localeCompare(b.from ?? '') || (a.reportId ?? '').localeCompare(b.reportId ?? '')

function wholeSpell(lesson: LessonPart, report: AbsenceReport, codes: CodeBook, day: Day): Spell {
  return {
    kind: 'absent',
    minutes: lesson.minutes,
    from: null,
    until: null,
    ...explanation(report, codes, day),
  }
}

function timedSpell(
  lesson: LessonPart,
  report: AbsenceReport,
  codes: CodeBook,
  day: Day,
): readonly Spell[] {
  const from = later(report.fromTime ?? lesson.startsAt, lesson.startsAt)
  const until = earlier(report.untilTime ?? lesson.endsAt, lesson.endsAt)
  if (from >= until) return []
  const fromStart = from === lesson.startsAt
  const toEnd = until === lesson.endsAt
  if (fromStart && toEnd) return [wholeSpell(lesson, report, codes, day)]
  return [
    {
      kind: fromStart ? 'late' : toEnd ? 'left-early' : 'away',
      minutes: Math.min(lesson.minutes, lessonMinutes(lesson, from, until)),
      from,
      until,
      ...explanation(report, codes, day),
    },
  ]
}

function explanation(report: AbsenceReport, codes: CodeBook, day: Day) {
  return {
    code: report.code,
    isAuthorised: isAuthorisedBy(codes, report.code, day),
    evidence: report.evidence,
    reportId: report.id,
  }
}

/** What somebody saw, explained by what was reported where they named no reason themselves. */
function seenSpells(
  { day, lesson, codes }: MarkFacts,
  seen: Observation & { readonly evidence?: Decision['evidence'] },
  reported: Reported,
): readonly Spell[] {
  const known = reported.spells.find(({ code }) => code !== null)
  const explained = (code: string | null) =>
    code !== null
      ? { code, evidence: seen.evidence ?? (known?.code === code ? known.evidence : null) }
      : { code: known?.code ?? null, evidence: seen.evidence ?? known?.evidence ?? null }
  const made = (spell: Pick<Spell, 'kind' | 'minutes' | 'from' | 'until'>, said: string | null) => {
    const { code, evidence } = explained(said)
    const isAuthorised = isAuthorisedBy(codes, code, day, spell.kind)
    const reportId = known && known.code === code ? known.reportId : null
    return {
      ...spell,
      minutes: Math.min(spell.minutes, lesson.minutes),
      code,
      isAuthorised,
      evidence,
      reportId,
    }
  }
  if (seen.kind === 'absent') {
    return [made({ kind: 'absent', minutes: lesson.minutes, from: null, until: null }, seen.code)]
  }
  return seen.spells
    .map(({ code, ...spell }) => made(spell, code))
    .toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || byTime(a, b))
}

function reviewOf(facts: MarkFacts, reported: readonly Spell[]): MarkReview | null {
  const { observation, decision } = facts
  if (decision) return isOvertaken(facts, decision) ? 'changed-since-decision' : null
  if (!observation || observation.kind === 'absent') return null
  return reported.some(({ kind }) => kind === 'absent') ? 'present-though-reported' : null
}

/** Something else was seen or reported after the office decided. */
function isOvertaken({ day, lesson, reports, observation }: MarkFacts, decision: Decision) {
  if (observation && observation.at > decision.at && observation.kind !== decision.kind) return true
  return reports.some(
    (report) =>
      report.reportedAt > decision.at &&
      covers(report, day, lesson.part) &&
      report.part !== 'times' &&
      (decision.kind === 'present' || decision.code !== report.code),
  )
}

const later = (a: ClockTime, b: ClockTime) => (a > b ? a : b)
const earlier = (a: ClockTime, b: ClockTime) => (a < b ? a : b)

/** Minutes of lesson between two times: breaks do not count. */
export function lessonMinutes({ breaks }: LessonPart, from: ClockTime, until: ClockTime) {
  const paused = breaks.map((each) =>
    Math.max(0, minuteOf(earlier(each.until, until)) - minuteOf(later(each.from, from))),
  )
  return minuteOf(until) - minuteOf(from) - paused.reduce((sum, minutes) => sum + minutes, 0)
}

/** The half days of a school day as registers go by them, the morning first. */
export function lessonParts(shape: DayShape): readonly LessonPart[] {
  return dayParts.flatMap((part) => {
    const hours = shape[part]
    return hours ? [{ part, ...hours, breaks: shape.breaks }] : []
  })
}
