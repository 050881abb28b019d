import { and, eq, gte, lt } from 'drizzle-orm'
import type { LeaveContract, LeaveRow } from '#shared/leave/leave-contract.ts'
import { ruleOf } from '#shared/leave/leave-kind.ts'
import { LeaveId, type LeaveRequest, leaveStates, stateOf } from '#shared/leave/leave-request.ts'
import { addDays } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { calendarEvents } from '../calendar/calendar-table.ts'
import { guardianLinks, guardians } from '../families/families-table.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { staff } from '../staff/staff-table.ts'
import { decide, withdraw } from './decide-leave.ts'
import { readLeaveDays } from './leave-days.ts'
import { makeLetters, makeOfficerFile } from './leave-papers.ts'
import { leaveConsents, leaveRequests, leaveSettings } from './leave-table.ts'
import { findRequest, guardianNames, pupilsOf, readChild, readSettings } from './read-leave.ts'

/** Leave that guardians ask for, and the school's answer. */
export const leaveService: Service<LeaveContract> = {
  list(db, _input, { today, country }) {
    const rows: LeaveRequest[] = db
      .select()
      .from(leaveRequests)
      .where(gte(leaveRequests.until, addDays(today, -400)))
      .all()
    const days = readLeaveDays(db, today, country)
    const names = new Map(
      pupilsOf(
        db,
        rows.map(({ pupilId }) => pupilId),
      ).map((pupil) => [pupil.id, shownName(pupil)]),
    )
    return [...Map.groupBy(rows, ({ requestId }) => requestId)]
      .map(([requestId, children]) => rowOf(requestId, children, { names, days }))
      .filter((row) => row !== null)
      .toSorted(byUrgency)
  },

  show(db, { requestId }, caller) {
    const requests = findRequest(db, requestId)
    const [first] = requests
    if (!first) return refuse('leave.not-found')
    const { kind, from, until, part, reason, document, knownSince, source, askedBy, askedAt } =
      first
    return ok({
      requestId,
      country: caller.country,
      fields: { kind, from, until, part, reason, document, knownSince },
      source,
      askedByName: nameOfAsker(db, askedBy),
      askedAt,
      forwardedOn: first.forwardedOn,
      children: requests.map((request) => readChild(db, request, caller)),
      calendar: eventsIn(db, first),
    })
  },

  ask(db, { pupilIds, fields, guardianId }, { country, newId, now, staffId }) {
    if (!ruleOf(country, fields.kind)) return refuse('leave.kind-unknown')
    const found = pupilsOf(db, pupilIds).filter(({ mergedInto }) => !mergedInto)
    if (found.length < new Set(pupilIds).size) return refuse('leave.pupil-not-found')
    const requestId = newId()
    for (const { id: pupilId } of found) {
      db.save(leaveRequests, {
        ...fields,
        id: LeaveId.parse(newId()),
        requestId,
        pupilId,
        source: guardianId ? 'guardian' : 'office',
        askedBy: guardianId ?? staffId,
        askedAt: now,
        forwardedOn: null,
        decision: null,
      })
    }
    db.describe(found.map(shownName).join(', '))
    return ok(requestId)
  },

  setDocument(db, { requestId, document }) {
    const requests = findRequest(db, requestId)
    if (requests.length === 0) return refuse('leave.not-found')
    for (const request of requests) db.save(leaveRequests, { ...request, document })
    return ok(null)
  },

  recordConsent(db, { leaveId, guardianId, answer }, { newId, now, staffId }) {
    const request = db.select().from(leaveRequests).where(eq(leaveRequests.id, leaveId)).get()
    if (!request) return refuse('leave.not-found')
    const { pupilId } = request
    const row = { leaveId, pupilId, guardianId, answer, recordedBy: staffId, at: now }
    db.save(leaveConsents, { ...row, id: newId() })
    return ok(null)
  },

  decide,
  withdraw,

  recordForwarded(db, { requestId, on }) {
    const requests = findRequest(db, requestId)
    if (requests.length === 0) return refuse('leave.not-found')
    for (const request of requests) db.save(leaveRequests, { ...request, forwardedOn: on })
    return ok(null)
  },

  letters: makeLetters,
  officerFile: makeOfficerFile,
  settings: (db, _input, { country }) => readSettings(db, country),

  saveSettings(db, fields) {
    db.save(leaveSettings, { ...fields, id: linkId('leaveSettings', 'school') })
    return null
  },

  askable(db, { pupilId }) {
    const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
    if (!pupil) return null
    const own = db
      .select()
      .from(guardianLinks)
      .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
      .where(eq(guardianLinks.pupilId, pupilId))
      .all()
      .filter(({ guardianLinks: link }) => !link.noContact)
      .toSorted((a, b) => a.guardianLinks.contactOrder - b.guardianLinks.contactOrder)
    const siblings = new Set(
      own.flatMap(({ guardianLinks: { guardianId } }) =>
        db
          .select({ pupilId: guardianLinks.pupilId })
          .from(guardianLinks)
          .where(eq(guardianLinks.guardianId, guardianId))
          .all()
          .map((link) => link.pupilId),
      ),
    )
    siblings.delete(pupilId)
    return {
      children: [pupil, ...pupilsOf(db, [...siblings])]
        .filter(({ mergedInto }) => !mergedInto)
        .map((child) => ({ pupilId: child.id, name: shownName(child) })),
      guardians: own.map(({ guardians: guardian }) => ({
        guardianId: guardian.id,
        name: displayName(guardian),
      })),
    }
  },
}

type Known = {
  readonly names: ReadonlyMap<string, string>
  readonly days: ReturnType<typeof readLeaveDays>
}

function rowOf(
  requestId: string,
  children: readonly LeaveRequest[],
  { names, days }: Known,
): LeaveRow | null {
  const [first] = children
  if (!first) return null
  const states = children.map(stateOf)
  const { kind, from, until, source, askedAt } = first
  return {
    requestId,
    kind,
    from,
    until,
    source,
    askedAt,
    names: children.map(({ pupilId }) => names.get(pupilId) ?? '').join(', '),
    groupNames: [...new Set(children.map(({ pupilId }) => days.classOf(pupilId)))].join(', '),
    state: leaveStates.find((state) => states.includes(state)) ?? 'waiting',
    pupilIds: children.map(({ pupilId }) => pupilId),
  }
}

const isOpen = ({ state }: LeaveRow) => state === 'waiting' || state === 'forwarded'

function byUrgency(a: LeaveRow, b: LeaveRow): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1
  return isOpen(a) ? a.askedAt.localeCompare(b.askedAt) : b.askedAt.localeCompare(a.askedAt)
}

function nameOfAsker(db: ReadDb, id: string): string {
  const guardian = guardianNames(db, [id]).get(id)
  if (guardian) return guardian
  const person = db
    .select()
    .from(staff)
    .all()
    .find((each) => each.id === id)
  return person ? displayName(person) : ''
}

/** What happens at school once in those days; repeated appointments are no reason. */
function eventsIn(db: ReadDb, { from, until }: LeaveRequest) {
  return db
    .select()
    .from(calendarEvents)
    .where(and(lt(calendarEvents.startsAt, addDays(until, 1)), gte(calendarEvents.endsAt, from)))
    .all()
    .filter(({ isCancelled, recurrence }) => !isCancelled && recurrence === null)
    .slice(0, 8)
    .map(({ title, startsAt }) => ({ title, day: startsAt.slice(0, 10) }))
}
