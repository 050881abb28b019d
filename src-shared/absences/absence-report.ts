import { z } from 'zod'
import { addDays, Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { ClockTime, type DayPart, EvidenceKind } from './absence-mark.ts'

export const AbsenceReportId = z.uuid().brand('AbsenceReportId')
export type AbsenceReportId = z.output<typeof AbsenceReportId>

/** Who said it. `leave` is what a granted request wrote ahead, `office` a call that was answered. */
export const reportSources = ['guardian', 'teacher', 'leave', 'office'] as const
export const ReportSource = z.enum(reportSources)
export type ReportSource = z.output<typeof ReportSource>

/** Which part of each of its days a report is about; `times` from one time to another. */
export const reportParts = ['day', 'morning', 'afternoon', 'times'] as const
export const ReportPart = z.enum(reportParts)
export type ReportPart = z.output<typeof ReportPart>

const farthest = 400

/** What a guardian, a teacher or the office fills in. */
export const ReportFields = z
  .object({
    from: Day,
    /** Last day, included; null is until further notice. */
    until: Day.nullable(),
    part: ReportPart,
    /** With `times`: leaves at, comes back at. Null is the start, or the end, of the day. */
    fromTime: ClockTime.nullable(),
    untilTime: ClockTime.nullable(),
    /** Monday is 1; empty is every school day. Therapy every Tuesday is `[2]`. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    /** With weekdays: each week, or every second week counted from the week of `from`. */
    everyWeeks: z.union([z.literal(1), z.literal(2)]),
    /** One of `absence-codes.ts`. */
    code: z.string().min(1).max(40),
    evidence: EvidenceKind.nullable(),
    /** Health data as a rule: sealed on the portal, never in a log. */
    note: z
      .string()
      .trim()
      .max(500)
      .transform((text) => text || null)
      .nullable(),
  })
  .refine(({ from, until }) => until === null || from <= until, {
    path: ['until'],
    error: 'absence.ends-before-it-starts',
  })
  .refine(({ from, until }) => until === null || until <= addDays(from, farthest), {
    path: ['until'],
    error: 'absence.too-long',
  })
  .refine(
    ({ part, fromTime, untilTime }) => part !== 'times' || fromTime !== null || untilTime !== null,
    { path: ['fromTime'], error: 'absence.needs-a-time' },
  )
  .refine(
    ({ fromTime, untilTime }) => fromTime === null || untilTime === null || fromTime < untilTime,
    { path: ['untilTime'], error: 'absence.ends-before-it-starts' },
  )
export type ReportFields = z.output<typeof ReportFields>

/** One report. Reports are added and withdrawn, never changed or removed. */
export type AbsenceReport = ReportFields & {
  readonly id: AbsenceReportId
  readonly pupilId: PupilId
  readonly source: ReportSource
  /** Staff member or guardian. */
  readonly reportedBy: string
  readonly reportedAt: string
  /** First day that the pupil is back before `until`, and from which part of it. */
  readonly backOn: Day | null
  readonly backPart: DayPart | null
  readonly withdrawnAt: string | null
  readonly withdrawnBy: string | null
  /** What it follows from: a leave request, or one action for many pupils. */
  readonly causeId: string | null
}

export const NewReport = z.object({ pupilId: PupilId, fields: ReportFields })
export type NewReport = z.output<typeof NewReport>

type Covered = Pick<
  AbsenceReport,
  'from' | 'until' | 'part' | 'weekdays' | 'everyWeeks' | 'backOn' | 'backPart' | 'withdrawnAt'
>

/** Whether a report says anything about a part of a day. */
export function covers(report: Covered, day: Day, part: DayPart): boolean {
  if (report.withdrawnAt !== null) return false
  if (day < report.from || (report.until !== null && day > report.until)) return false
  if (report.part !== 'day' && report.part !== 'times' && report.part !== part) return false
  return !isBack(report, day, part) && fallsOnWeekday(report, day)
}

function isBack({ backOn, backPart }: Covered, day: Day, part: DayPart) {
  if (backOn === null || day < backOn) return false
  return day > backOn || backPart !== 'afternoon' || part === 'afternoon'
}

function fallsOnWeekday({ weekdays, everyWeeks, from }: Covered, day: Day) {
  if (weekdays.length === 0) return true
  if (!weekdays.includes(weekdayOf(day))) return false
  return everyWeeks === 1 || (weekNumber(day) - weekNumber(from)) % 2 === 0
}

const dayNumber = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
/** Day 0 of 1970 was a Thursday. */
const weekdayOf = (day: Day) => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
const weekNumber = (day: Day) => Math.floor((dayNumber(day) + 3) / 7)
