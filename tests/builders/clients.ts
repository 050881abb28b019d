import { absencesContract } from '#shared/absences/absences-contract.ts'
import { accountsContract } from '#shared/accounts/office/accounts-contract.ts'
import { calendarContract } from '#shared/calendar/calendar-contract.ts'
import { changeRequestsContract } from '#shared/change-requests/change-requests-contract.ts'
import { dataChecksContract } from '#shared/change-requests/data-checks-contract.ts'
import { consentsContract } from '#shared/consents/consents-contract.ts'
import { countersContract } from '#shared/counters/counters-contract.ts'
import { exportsContract } from '#shared/exports/exports-contract.ts'
import { familiesContract } from '#shared/families/families-contract.ts'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { historyContract } from '#shared/history/history-contract.ts'
import { importsContract } from '#shared/imports/imports-contract.ts'
import { leaveContract } from '#shared/leave/leave-contract.ts'
import { meetingsContract } from '#shared/meetings/meetings-contract.ts'
import { overviewsContract } from '#shared/overviews/overviews-contract.ts'
import type { Client, Contract } from '#shared/platform/contract.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { schoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { searchContract } from '#shared/search/search-contract.ts'
import { sessionContract, staffContract } from '#shared/staff/staff-contract.ts'

/** One client for each contract of the data thread. */
export function clientsOf(connect: <C extends Contract>(contract: C) => Client<C>) {
  return {
    accounts: connect(accountsContract),
    absences: connect(absencesContract),
    calendar: connect(calendarContract),
    changeRequests: connect(changeRequestsContract),
    consents: connect(consentsContract),
    dataChecks: connect(dataChecksContract),
    counters: connect(countersContract),
    exports: connect(exportsContract),
    families: connect(familiesContract),
    groups: connect(groupsContract),
    history: connect(historyContract),
    imports: connect(importsContract),
    leave: connect(leaveContract),
    meetings: connect(meetingsContract),
    overviews: connect(overviewsContract),
    pupils: connect(pupilsContract),
    schoolDays: connect(schoolDaysContract),
    schoolSettings: connect(schoolContract),
    search: connect(searchContract),
    session: connect(sessionContract),
    staff: connect(staffContract),
  }
}
