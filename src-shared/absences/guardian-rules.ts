import type { Day } from '#shared/platform/day.ts'
import { type CodeBook, codeOn } from './absence-codes.ts'
import type { ClockTime } from './absence-mark.ts'
import type { AbsenceReport, ReportFields } from './absence-report.ts'

/** What a guardian cannot report, and why. */
export type GuardianRefusal =
  | 'absence.in-the-past'
  | 'absence.too-late'
  | 'absence.reason-unknown'
  | 'absence.already-reported'
  | 'absence.no-child'
  | 'absence.began'

type Now = { readonly today: Day; readonly nowTime: ClockTime; readonly cutOff: ClockTime }

type Span = Pick<ReportFields, 'from' | 'until' | 'part' | 'fromTime'>

/**
 * Whether it is still in time. For today a report comes before the cut-off, or is about a part of the
 * day that has yet to begin: a child that goes to the dentist at two may be reported at noon.
 */
export function isInTime({ from, part, fromTime }: Span, { today, nowTime, cutOff }: Now): boolean {
  if (from !== today) return from > today
  if (nowTime < cutOff) return true
  if (part === 'afternoon') return nowTime < '12:00'
  return part === 'times' && fromTime !== null && fromTime > nowTime
}

/** Why a guardian cannot report this of a child, or null. `standing` are the child's own reports. */
export function whyNotReport(
  fields: ReportFields,
  standing: readonly AbsenceReport[],
  codes: CodeBook,
  now: Now,
): GuardianRefusal | null {
  if (fields.from < now.today) return 'absence.in-the-past'
  if (!isInTime(fields, now)) return 'absence.too-late'
  const code = codeOn(codes, fields.code, fields.from)
  if (!code?.isForGuardians || fields.weekdays.length > 0) return 'absence.reason-unknown'
  const isDouble = standing.some((report) => isOpen(report, now.today) && overlaps(report, fields))
  return isDouble ? 'absence.already-reported' : null
}

/** Still to be reckoned with: not withdrawn, not over, the child not back. */
export const isOpen = ({ withdrawnAt, until, backOn }: AbsenceReport, today: Day) =>
  withdrawnAt === null && (until === null || until >= today) && (backOn === null || backOn > today)

/** Two that both say where the child is at one time; a report for fixed weekdays stands beside others. */
function overlaps(a: AbsenceReport, b: ReportFields) {
  if (a.weekdays.length > 0) return false
  const isApart = (a.until !== null && a.until < b.from) || (b.until !== null && b.until < a.from)
  if (isApart) return false
  if (a.part === 'times' || b.part === 'times') {
    return (
      a.part === b.part &&
      (a.fromTime ?? '') < (b.untilTime ?? '24') &&
      (b.fromTime ?? '') < (a.untilTime ?? '24')
    )
  }
  return a.part === 'day' || b.part === 'day' || a.part === b.part
}

/** A guardian's own report may be changed or withdrawn until the cut-off of its first day. */
export const mayChange = (report: AbsenceReport, guardianId: string, now: Now) =>
  report.source === 'guardian' &&
  report.reportedBy === guardianId &&
  report.withdrawnAt === null &&
  isInTime(report, now)

/** The child is back before the report ends: any guardian who may see it says so at any time. */
export const mayComeBack = (report: AbsenceReport, { today }: Pick<Now, 'today'>) =>
  isOpen(report, today) &&
  report.from <= today &&
  report.source !== 'leave' &&
  report.until !== today
