import { eq, inArray } from 'drizzle-orm'
import { codeOn } from '#shared/absences/absence-codes.ts'
import {
  type AbsenceReport,
  AbsenceReportId,
  type ReportFields,
} from '#shared/absences/absence-report.ts'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { Context, ReadDb, Service, WriteDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { absenceReports } from '../absences-table.ts'
import { pupilsOnDay, readCodeBook } from '../day-marks-table.ts'

type Commands = Service<AbsencesContract>
type Many = Parameters<Commands['report']>[1]['many']

/** One report for each pupil it is about, so that each can be withdrawn by itself. */
export const report: Commands['report'] = (db, { many, fields }, caller) => {
  if (!codeOn(readCodeBook(db, caller.country), fields.code, fields.from)) {
    return refuse('absence.code-unknown')
  }
  const ids = pupilIdsOf(db, many, fields)
  const [first] = ids
  if (!first) return refuse('absence.nobody')
  const causeId = ids.length > 1 ? caller.newId() : null
  for (const pupilId of ids) saveReport(db, { pupilId, fields, causeId }, caller)
  db.describe(ids.length > 1 ? String(ids.length) : nameOf(db, first))
  return ok({ count: ids.length })
}

function pupilIdsOf(db: ReadDb, many: Many, { from }: ReportFields): readonly PupilId[] {
  if (many.whom === 'pupils') {
    const known = db
      .select({ id: pupils.id, mergedInto: pupils.mergedInto })
      .from(pupils)
      .where(inArray(pupils.id, [...many.pupilIds]))
      .all()
    return known.filter(({ mergedInto }) => !mergedInto).map(({ id }) => id)
  }
  const expected = pupilsOnDay(db, from)
  const wanted =
    many.whom === 'school'
      ? expected
      : expected.filter(({ groupId }) => many.groupIds.includes(groupId))
  return [...new Set(wanted.map(({ id }) => id))]
}

type Wanted = {
  readonly pupilId: PupilId
  readonly fields: ReportFields
  readonly causeId: string | null
}

export function saveReport(db: WriteDb, { pupilId, fields, causeId }: Wanted, caller: Context) {
  db.save(absenceReports, {
    ...fields,
    id: AbsenceReportId.parse(caller.newId()),
    pupilId,
    source: 'office',
    reportedBy: caller.staffId,
    reportedAt: caller.now,
    backOn: null,
    backPart: null,
    withdrawnAt: null,
    withdrawnBy: null,
    causeId,
  })
}

export const withdraw: Commands['withdraw'] = (db, { reportId }, { now, staffId }) =>
  alter(db, reportId, () => ({ withdrawnAt: now, withdrawnBy: staffId }))

export const presentAgain: Commands['presentAgain'] = (db, { reportId, on, part }) =>
  alter(db, reportId, () => ({ backOn: on, backPart: part }))

export const setEvidence: Commands['setEvidence'] = (db, { reportId, evidence }) =>
  alter(db, reportId, () => ({ evidence }))

function alter(
  db: WriteDb,
  id: AbsenceReportId,
  changes: (report: AbsenceReport) => Partial<AbsenceReport>,
) {
  const found: AbsenceReport | undefined = db
    .select()
    .from(absenceReports)
    .where(eq(absenceReports.id, id))
    .get()
  if (!found) return refuse('absence.report-not-found')
  db.save(absenceReports, { ...found, ...changes(found), weekdays: [...found.weekdays] })
  db.describe(nameOf(db, found.pupilId))
  return ok(null)
}

export function nameOf(db: ReadDb, id: PupilId) {
  const pupil = db.select().from(pupils).where(eq(pupils.id, id)).get()
  return pupil ? shownName(pupil) : ''
}
