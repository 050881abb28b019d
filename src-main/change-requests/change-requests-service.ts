import { eq, inArray } from 'drizzle-orm'
import type { ChangeRequestId } from '#shared/change-requests/change-request.ts'
import type { ChangeRequestsContract } from '#shared/change-requests/change-requests-contract.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { Context, Service, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { askRules } from './change-requests-table.ts'
import { decideRequest } from './deciding/decide.ts'
import { paperMethods } from './deciding/paper.ts'
import { acceptAll, simpleParts, simpleRequests } from './deciding/simple.ts'
import { takeBackRequest } from './deciding/take-back.ts'
import { askingGuardians } from './reading/asking-guardians.ts'
import { groundOf } from './reading/opened-request.ts'
import { findRequest, isClosedTo, readPartsOf, requestFile } from './reading/request-file.ts'
import { isFor, listRequests } from './reading/request-list.ts'

/** What guardians ask to change, and what the office makes of it. */
export const changeRequestsService: Service<ChangeRequestsContract> = {
  list: (db, { of }, caller) => listRequests(db, of, caller),
  find: (db, { id }, caller) => requestFile(db, id, caller),

  decide(db, { id, parts, movers }, caller) {
    const opened = open(db, id, caller)
    if (!opened.ok) return opened
    describe(db, opened.value.request.pupilIds)
    return decideRequest(db, opened.value, { choices: parts, movers }, caller)
  },

  simple: (db, _input, caller) => simpleRequests(db, caller),
  acceptSimple(db, { id }, caller) {
    const opened = open(db, id, caller)
    if (!opened.ok) return opened
    const parts = simpleParts(db, opened.value)
    if (!parts) return refuse('request.not-simple')
    describe(db, opened.value.request.pupilIds)
    const decision = { choices: acceptAll(parts), movers: null }
    const decided = decideRequest(db, opened.value, decision, caller)
    return decided.ok ? ok(null) : decided
  },

  takeBack(db, { id }, caller) {
    const opened = open(db, id, caller)
    if (!opened.ok) return opened
    describe(db, opened.value.request.pupilIds)
    return takeBackRequest(db, opened.value)
  },

  guardians: (db, _input, caller) => askingGuardians(db, caller),
  ...paperMethods,

  rules: (db) => db.select().from(askRules).all(),
  setRule(db, { subject, groupId, mode }) {
    const id = linkId('askRules', subject, groupId ?? '')
    const present = db.select().from(askRules).where(eq(askRules.id, id)).get()
    if (mode) db.save(askRules, { id, subject, groupId, mode })
    else if (present) db.remove(askRules, id)
    return null
  },
}

function open(db: WriteDb, id: ChangeRequestId, caller: Context) {
  const request = findRequest(db, id)
  if (!request || request.withdrawnAt || !isFor(caller)(request)) return refuse('request.not-found')
  if (isClosedTo(db, request, caller)) return refuse('pupil.protected')
  return ok(groundOf(db, { request, parts: readPartsOf(db, request) }, caller))
}

/** The children, by whom the office knows a request in the list of last actions. */
function describe(db: WriteDb, pupilIds: readonly PupilId[]) {
  const found = db
    .select()
    .from(pupils)
    .where(inArray(pupils.id, [...pupilIds]))
    .all()
  db.describe(found.map(shownName).join(', '))
}
