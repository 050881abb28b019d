import type { Progress } from '#shared/platform/contract.ts'
import { absenceMarks, absenceReports, registers, seats } from '../absences/absences-table.ts'
import { accessRequests, guardianAccounts, linkCodes } from '../accounts/accounts-table.ts'
import { calendarEvents } from '../calendar/calendar-table.ts'
import {
  changeParts,
  changeRequests,
  dataChecks,
  dataConfirmations,
} from '../change-requests/change-requests-table.ts'
import { consents } from '../consents/consents-table.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../groups/groups-table.ts'
import { leaveRequests } from '../leave/leave-table.ts'
import {
  meetingDays,
  meetingParties,
  meetingResources,
  meetingRounds,
  meetingTalks,
} from '../meetings/meetings-table.ts'
import type { SyncedTable, WriteDb } from '../platform/database.ts'
import { enrolments, medicals, photos, pupils } from '../pupils/pupils-table.ts'
import { schools } from '../school/school-table.ts'
import { dayExceptions, dayPatterns, terms } from '../school-days/school-days-table.ts'
import { staff } from '../staff/staff-table.ts'
import type { PracticeRows } from './practice-rows.ts'

/** The action under which the rows of a practice school stand in its history. */
export const practiceAction = 'practice.make'

const tables = [
  ['schools', schools],
  ['staff', staff],
  ['schoolYears', schoolYears],
  ['groups', groups],
  ['groupStaff', groupStaff],
  ['pupils', pupils],
  ['enrolments', enrolments],
  ['memberships', memberships],
  ['medicals', medicals],
  ['photos', photos],
  ['households', households],
  ['residences', residences],
  ['guardians', guardians],
  ['guardianLinks', guardianLinks],
  ['contacts', contacts],
  ['contactLinks', contactLinks],
  ['phones', phones],
  ['consents', consents],
  ['linkCodes', linkCodes],
  ['guardianAccounts', guardianAccounts],
  ['accessRequests', accessRequests],
  ['dayPatterns', dayPatterns],
  ['dayExceptions', dayExceptions],
  ['terms', terms],
  ['calendarEvents', calendarEvents],
  ['absenceReports', absenceReports],
  ['absenceMarks', absenceMarks],
  ['leaveRequests', leaveRequests],
  ['changeRequests', changeRequests],
  ['changeParts', changeParts],
  ['dataChecks', dataChecks],
  ['dataConfirmations', dataConfirmations],
  ['meetingRounds', meetingRounds],
  ['meetingDays', meetingDays],
  ['meetingResources', meetingResources],
  ['meetingParties', meetingParties],
  ['meetingTalks', meetingTalks],
  ['registers', registers],
  ['seats', seats],
] as const satisfies readonly (readonly [keyof PracticeRows, SyncedTable])[]

/** Rows between two reports: about a millisecond of writing. */
const pace = 20

/** Writes a practice school through the one door, step by step; answers how many rows it has. */
export function* savePracticeSchool(
  db: WriteDb,
  rows: PracticeRows,
): Generator<Progress, number, void> {
  const total = Object.values(rows).reduce((sum, list) => sum + list.length, 0)
  const [school] = rows.schools
  if (school) db.describe(school.name)

  let done = 0
  for (const [name, table] of tables) {
    for (const row of rows[name]) {
      db.save<SyncedTable>(table, row)
      done++
      if (done % pace === 0) yield { done, total }
    }
  }
  return done
}
