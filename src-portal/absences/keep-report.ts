import { randomUUID } from 'node:crypto'
import type { DayPart } from '#shared/absences/absence-mark.ts'
import {
  type AbsenceReport,
  AbsenceReportId,
  type ReportFields,
} from '#shared/absences/absence-report.ts'
import {
  type GuardianRefusal,
  isInTime,
  mayChange,
  mayComeBack,
  whyNotReport,
} from '#shared/absences/guardian-rules.ts'
import type { Day } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../platform/portal-parts.ts'
import {
  type AbsenceHouse,
  readHouse,
  readReport,
  reportFields,
  reportsOf,
} from './absence-rows.ts'

type Parts = Pick<PortalParts, 'writeRows' | 'openRow' | 'now'>

export type GuardianReport = {
  readonly schoolId: string
  readonly guardianId: string
  /** Children that the guardian may see; the caller has looked. */
  readonly pupilIds: readonly string[]
  readonly fields: ReportFields
  /** The report that this one stands instead of. */
  readonly instead: string | null
}

const clockOf = ({ settings, today, nowTime }: AbsenceHouse) => ({
  today,
  nowTime,
  cutOff: settings.cutOff,
})

/** One report for each child, or none at all. A change withdraws what it stands instead of. */
export async function keepReport(
  tx: SchoolTx,
  parts: Parts,
  given: GuardianReport,
): Promise<Result<null, GuardianRefusal>> {
  const { schoolId, guardianId, pupilIds, fields, instead } = given
  if (pupilIds.length === 0) return refuse('absence.no-child')
  return parts.writeRows(tx, schoolId, async (rows) => {
    const house = await readHouse(tx, parts.now())
    const standing = await reportsOf(tx, parts, pupilIds)
    const former = standing.find(({ id }) => id === instead) ?? null
    if (instead !== null && !(former && mayChange(former, guardianId, clockOf(house)))) {
      return refuse('absence.began')
    }
    for (const pupilId of pupilIds) {
      const others = standing.filter((each) => each.pupilId === pupilId && each.id !== instead)
      const refusal = whyNotReport(fields, others, house.codes, clockOf(house))
      if (refusal) return refuse(refusal)
    }
    const at = isoOf(parts.now())
    if (former) await rows.save('absenceReports', former.id, withdrawn(guardianId, at))
    for (const pupilId of pupilIds) {
      const report = asReport(given, PupilId.parse(pupilId), at)
      await rows.save('absenceReports', report.id, reportFields(report))
    }
    return ok(null)
  })
}

const withdrawn = (guardianId: string, at: string) => ({ withdrawnAt: at, withdrawnBy: guardianId })

const asReport = (
  { guardianId, fields }: GuardianReport,
  pupilId: PupilId,
  at: string,
): AbsenceReport => ({
  ...fields,
  // What proves an illness is for the office to say.
  evidence: null,
  id: AbsenceReportId.parse(randomUUID()),
  pupilId,
  source: 'guardian',
  reportedBy: guardianId,
  reportedAt: at,
  backOn: null,
  backPart: null,
  withdrawnAt: null,
  withdrawnBy: null,
  causeId: null,
})

type OfReport = {
  readonly schoolId: string
  readonly guardianId: string
  readonly pupilIds: readonly string[]
  readonly reportId: string
}

export async function withdrawReport(tx: SchoolTx, parts: Parts, given: OfReport) {
  return onReport(tx, parts, given, (report, house) =>
    mayChange(report, given.guardianId, clockOf(house)) && isInTime(report, clockOf(house))
      ? withdrawn(given.guardianId, isoOf(parts.now()))
      : null,
  )
}

/** The child is back from a part of a day on. */
export async function comeBack(
  tx: SchoolTx,
  parts: Parts,
  given: OfReport & { readonly on: Day; readonly part: DayPart },
) {
  return onReport(tx, parts, given, (report, house) =>
    mayComeBack(report, house) && given.on >= house.today
      ? { backOn: given.on, backPart: given.part }
      : null,
  )
}

/** Changes a report of one of these children, unless the rule says no. */
async function onReport(
  tx: SchoolTx,
  parts: Parts,
  { schoolId, pupilIds, reportId }: OfReport,
  decide: (report: AbsenceReport, house: AbsenceHouse) => Readonly<Record<string, string>> | null,
): Promise<Result<null, GuardianRefusal>> {
  return parts.writeRows(tx, schoolId, async (rows) => {
    const found = await rows.find('absenceReports', reportId)
    const report = found && readReport(parts, reportId, found)
    if (!report || !pupilIds.includes(report.pupilId)) return refuse('absence.began')
    const changes = decide(report, await readHouse(tx, parts.now()))
    if (!changes) return refuse('absence.began')
    await rows.save('absenceReports', reportId, changes)
    return ok(null)
  })
}
