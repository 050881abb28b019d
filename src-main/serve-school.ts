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
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import { schoolContract } from '#shared/school/school-contract.ts'
import { schoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { searchContract } from '#shared/search/search-contract.ts'
import { type Session, sessionContract, staffContract } from '#shared/staff/staff-contract.ts'
import { syncContract } from '#shared/sync/sync-contract.ts'
import { absencesService } from './absences/absences-service.ts'
import { createAccounts } from './accounts/accounts-service.ts'
import { letterPortalOf, portalOf } from './accounts-portal.ts'
import { calendarService } from './calendar/calendar-service.ts'
import { changeRequestsService } from './change-requests/change-requests-service.ts'
import { dataChecksService } from './change-requests/checks/data-checks-service.ts'
import { consentsService } from './consents/consents-service.ts'
import { createCounters } from './counters/counters-service.ts'
import { createExports } from './exports/exports-service.ts'
import { familiesService } from './families/families-service.ts'
import { groupsService } from './groups/groups-service.ts'
import { createHistory } from './history/history-service.ts'
import { createImportsService } from './imports/imports-service.ts'
import { leaveService } from './leave/leave-service.ts'
import { createMeetings } from './meetings/meetings-service.ts'
import { createOverviews } from './overviews/overviews-service.ts'
import { createAnswersAhead } from './platform/answers-ahead.ts'
import type { Context } from './platform/database.ts'
import type { SchoolDatabase } from './platform/open-database.ts'
import { createReadAhead } from './platform/read-ahead.ts'
import type { Router } from './platform/router.ts'
import { createPupils } from './pupils/pupils-service.ts'
import { schoolService } from './school/school-service.ts'
import { schoolDaysService } from './school-days/school-days-service.ts'
import { createSearch } from './search/search-service.ts'
import { createSession } from './staff/session-service.ts'
import { createStaff } from './staff/staff-service.ts'
import type { Fetch } from './sync/portal-fetch.ts'
import type { SyncRunner } from './sync/sync-runner.ts'
import { createSync } from './sync/sync-service.ts'

type Parts = {
  readonly router: Router
  readonly database: () => SchoolDatabase
  readonly isPractice: () => boolean
  readonly onSession: (session: Session | null) => void
  /** Absent for scripts, which speak to no portal. */
  readonly sync?: Synced
  /** The school's day and country, for what is made before anybody asks. */
  readonly when: () => Pick<Context, 'today' | 'country'>
}

type Synced = {
  readonly runner: SyncRunner
  readonly send: Fetch
  /** The status changed. */
  readonly onStatus: () => void
}

/** What the window needs before it can draw its first screen, handed over with the first answer. */
const firstQuestions = ['school.find', 'groups.years', 'staff.preferences', 'school.today']

/** The first screen comes first, in milliseconds. */
const syncAfterSignIn = 1500

/** Every feature behind one router: the only list of the data thread's services. */
export function serveSchool({ router, database, isPractice, onSession, sync, when }: Parts) {
  const search = createSearch()
  const answersAhead = createAnswersAhead(router)
  const readAhead = createReadAhead(() => search.warm(database().read, when()))
  const session = createSession({
    database,
    isPractice,
    ...(sync && { mayEnter: sync.runner.mayEnter }),
    onSession(present) {
      onSession(present)
      if (!present) {
        sync?.runner.end()
        return answersAhead.forget()
      }
      sync?.runner.begin(syncAfterSignIn)
      void answersAhead.make(firstQuestions)
      readAhead.start()
    },
  })
  const imports = createImportsService()
  const pupils = createPupils()
  const counters = createCounters()
  const portal = () => portalOf(database(), isPractice())
  router.serve(sessionContract, session.service)
  router.serve(staffContract, createStaff({ database }))
  router.serve(schoolContract, schoolService)
  router.serve(pupilsContract, pupils.service)
  router.serve(searchContract, search.service)
  router.serve(familiesContract, familiesService)
  router.serve(groupsContract, groupsService)
  router.serve(consentsContract, consentsService)
  router.serve(changeRequestsContract, changeRequestsService)
  router.serve(dataChecksContract, dataChecksService)
  router.serve(absencesContract, absencesService)
  router.serve(calendarContract, calendarService)
  router.serve(schoolDaysContract, schoolDaysService)
  router.serve(historyContract, createHistory(database))
  router.serve(importsContract, imports)
  router.serve(countersContract, counters.service)
  router.serve(exportsContract, createExports(database))
  router.serve(accountsContract, createAccounts(portal))
  router.serve(leaveContract, leaveService)
  router.serve(meetingsContract, createMeetings())
  router.serve(
    overviewsContract,
    createOverviews(() => letterPortalOf(portal())),
  )
  if (sync) router.serve(syncContract, createSync({ database, isPractice, ...sync }))

  return {
    session,
    /** The answers to the first questions, made before they are asked. */
    answersAhead: answersAhead.take,
    /** Told which rows changed, for what is kept in memory beside the file. */
    changed(rows: ReadonlyMap<string, ReadonlySet<string>>) {
      answersAhead.forget()
      pupils.changed(rows)
      counters.changed(rows)
      search.changed(rows)
    },
    /** The file closes: nothing of it may stay in memory. */
    forget() {
      sync?.runner.end()
      answersAhead.forget()
      readAhead.stop()
      session.forget()
      imports.forgetAll()
      pupils.forget()
      counters.forget()
      search.forget()
    },
  }
}
