import { eq, gte, isNull, or } from 'drizzle-orm'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { shownName, shownSortName } from '#shared/pupils/mask.ts'
import { displayName, sortedByName } from '#shared/pupils/person-name.ts'
import { guardians } from '../../families/families-table.ts'
import type { ReadDb, Service } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { absenceReports } from '../absences-table.ts'
import { pupilsOnDay } from '../day-marks-table.ts'
import { staffNames } from '../registers/open-register.ts'

/** More than anybody reads; a school that closed for a week has as many reports as pupils. */
const most = 2000

/** Reports that are not over, the earliest first; of one pupil all of them, the latest first. */
export const listReports: Service<AbsencesContract>['listReports'] = (
  db,
  { from, pupilId },
  caller,
) => {
  const { until } = absenceReports
  const rows = db
    .select()
    .from(absenceReports)
    .innerJoin(pupils, eq(pupils.id, absenceReports.pupilId))
    .where(pupilId ? eq(absenceReports.pupilId, pupilId) : or(isNull(until), gte(until, from)))
    .limit(most)
    .all()
    .filter((row) => pupilId !== null || isStanding(row.absenceReports, from))
  const groupNames = new Map(
    pupilsOnDay(db, caller.today).map((pupil) => [pupil.id, pupil.groupName]),
  )
  const named = namesOf(db)
  const shown = rows.map(({ absenceReports: report, pupils: pupil }) => ({
    ...report,
    name: shownName(pupil),
    sortName: shownSortName(pupil, caller.country),
    groupName: groupNames.get(pupil.id) ?? '',
    reportedByName: named(report.reportedBy),
  }))
  const byDay = sortedByName(shown, caller.country).sort((a, b) => a.from.localeCompare(b.from))
  return pupilId ? byDay.reverse() : byDay
}

const isStanding = (
  report: { readonly withdrawnAt: string | null; readonly backOn: string | null },
  from: string,
) => report.withdrawnAt === null && (report.backOn === null || report.backOn >= from)

/** A member of staff, or a guardian who reported on the portal. */
function namesOf(db: ReadDb) {
  const staff = staffNames(db)
  const { id, firstName, prefix, lastName } = guardians
  return (by: string) => {
    const known = staff.get(by)
    if (known !== undefined) return known
    const guardian = db
      .select({ id, firstName, prefix, lastName })
      .from(guardians)
      .where(eq(id, Object(by)))
      .get()
    return guardian ? displayName(guardian) : ''
  }
}
