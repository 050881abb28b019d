import {
  absenceDays,
  absenceDecisions,
  absenceMarks,
  absenceNotices,
  absenceReports,
  absenceSettings,
  callAttempts,
  registers,
  seats,
} from './absences/absences-table.ts'
import {
  accessRequests,
  accountSettings,
  guardianAccounts,
  linkCodes,
} from './accounts/accounts-table.ts'
import { calendarEvents, calendarFeeds } from './calendar/calendar-table.ts'
import {
  askRules,
  changeParts,
  changeRequests,
  dataChecks,
  dataConfirmations,
} from './change-requests/change-requests-table.ts'
import { consents } from './consents/consents-table.ts'
import { counterContests, counterFigures, counterReports } from './counters/counters-table.ts'
import { exportLog } from './exports/exports-table.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from './families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from './groups/groups-table.ts'
import { externalKeys, importPresets, importReports } from './imports/imports-table.ts'
import { leaveConsents, leaveRequests, leaveSettings } from './leave/leave-table.ts'
import {
  meetingDays,
  meetingNotes,
  meetingParties,
  meetingResources,
  meetingRounds,
  meetingTalks,
} from './meetings/meetings-table.ts'
import { savedOverviews } from './overviews/overviews-table.ts'
import type { SyncedTable } from './platform/database.ts'
import { disclosures, enrolments, medicals, photos, pupils } from './pupils/pupils-table.ts'
import { schools } from './school/school-table.ts'
import {
  dayExceptions,
  dayPatterns,
  pupilDayExceptions,
  terms,
} from './school-days/school-days-table.ts'
import { preferences, staff } from './staff/staff-table.ts'
import { syncNotices } from './sync/sync-notices-table.ts'

/** Every table that is written through `save()`, has a history and will sync. */
export const syncedTables: readonly SyncedTable[] = [
  schools,
  staff,
  preferences,
  schoolYears,
  groups,
  groupStaff,
  pupils,
  enrolments,
  memberships,
  medicals,
  photos,
  disclosures,
  households,
  residences,
  guardians,
  guardianLinks,
  contacts,
  contactLinks,
  phones,
  consents,
  externalKeys,
  importReports,
  importPresets,
  exportLog,
  calendarEvents,
  calendarFeeds,
  dayPatterns,
  dayExceptions,
  pupilDayExceptions,
  terms,
  syncNotices,
  savedOverviews,
  changeRequests,
  changeParts,
  askRules,
  dataChecks,
  dataConfirmations,
  meetingRounds,
  meetingDays,
  meetingResources,
  meetingParties,
  meetingTalks,
  meetingNotes,
  absenceReports,
  absenceMarks,
  absenceDecisions,
  registers,
  callAttempts,
  absenceNotices,
  absenceDays,
  absenceSettings,
  seats,
  linkCodes,
  guardianAccounts,
  accountSettings,
  accessRequests,
  counterContests,
  counterReports,
  counterFigures,
  leaveRequests,
  leaveConsents,
  leaveSettings,
]
