import { eq, gte, inArray, isNull, or } from 'drizzle-orm'
import type { AbsencesContract } from '#shared/absences/absences-contract.ts'
import { GuardianId } from '#shared/families/guardian.ts'
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
  const named = namesOf(
    db,
    rows.map((row) => row.absenceReports.reportedBy),
  )
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
function namesOf(db: ReadDb, by: readonly string[]) {
  const staff = staffNames(db)
  const ids = by.flatMap((id) => GuardianId.safeParse(id).data ?? [])
  const { id, firstName, prefix, lastName } = guardians
  const found = db
    .select({ id, firstName, prefix, lastName })
    .from(guardians)
    .where(inArray(id, [...new Set(ids)]))
    .all()
  const names = new Map<string, string>(found.map((row) => [row.id, displayName(row)]))
  return (who: string) => staff.get(who) ?? names.get(who) ?? ''
}
