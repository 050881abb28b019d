import { eq } from 'drizzle-orm'
import { AbsenceReportId } from '#shared/absences/absence-report.ts'
import type { DecideLeave, LeaveContract, LeaveRefusal } from '#shared/leave/leave-contract.ts'
import { ruleOf } from '#shared/leave/leave-kind.ts'
import type { LeaveDecision, LeaveRequest } from '#shared/leave/leave-request.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { absenceReports } from '../absences/absences-table.ts'
import type { Context, Service, WriteDb } from '../platform/database.ts'
import { leaveRequests } from './leave-table.ts'
import { findRequest, pupilsOf, readChild, readSettings } from './read-leave.ts'

type Handlers = Service<LeaveContract>

/** The answer to a request, for all children that wait or for some of them. */
export const decide: Handlers['decide'] = (db, wanted, caller) => {
  const asked = findRequest(db, wanted.requestId).filter(
    ({ id }) => wanted.leaveIds === null || wanted.leaveIds.includes(id),
  )
  if (asked.length === 0) return refuse('leave.not-found')
  const open = asked.filter(({ decision }) => decision === null)
  if (open.length === 0) return refuse('leave.already-decided')
  for (const request of open) {
    const refusal = refusalOf(db, request, wanted, caller)
    if (refusal) return refuse(refusal)
  }
  // Decisions before everything else: of two desks the first stands (`decided-once.ts`).
  for (const request of open) {
    db.save(leaveRequests, { ...request, decision: decisionOf(request, wanted, caller) })
  }
  for (const request of open) fillRegister(db, request, wanted, caller)
  describe(db, open)
  return ok(null)
}

/** What forbids this answer for one child; null when nothing does. */
function refusalOf(
  db: WriteDb,
  request: LeaveRequest,
  wanted: DecideLeave,
  caller: Context,
): LeaveRefusal | null {
  const { check, consent } = readChild(db, request, caller)
  if (wanted.outcome !== 'granted' && !wanted.ground) return 'leave.needs-ground'
  if (wanted.outcome === 'refused') return null
  if (!isInside(request, wanted)) return 'leave.outside-request'
  const isPrincipal = caller.role === 'principal'
  const asksPrincipal = readSettings(db, caller.country).principalDecides
  if ((check.decider === 'principal' || asksPrincipal) && !isPrincipal) {
    return 'leave.needs-principal'
  }
  if (check.decider === 'officer' && !wanted.byOfficer) return 'leave.officer-decides'
  if (consent === 'objected') return 'leave.consent-objected'
  if (consent === 'waiting') return 'leave.consent-missing'
  const never = check.findings.some(
    ({ weight, key }) => weight === 'never' && key !== 'officer-decides',
  )
  // Part of the days may be what the rule allows.
  return never && wanted.outcome === 'granted' ? 'leave.never' : null
}

function isInside(request: LeaveRequest, { outcome, from, until }: DecideLeave) {
  if (!from || !until || from > until || from < request.from || until > request.until) return false
  const isWhole = from === request.from && until === request.until
  return (outcome === 'granted') === isWhole
}

function decisionOf(
  _request: LeaveRequest,
  { outcome, from, until, ground, words, byOfficer }: DecideLeave,
  { staffId, staffName, now }: Context,
): LeaveDecision {
  const isRefused = outcome === 'refused'
  return {
    outcome,
    from: isRefused ? null : from,
    until: isRefused ? null : until,
    ground: outcome === 'granted' ? null : ground,
    words,
    authority: byOfficer ? 'officer' : 'school',
    by: staffId,
    byName: staffName,
    at: now,
  }
}

/** Granted days stand in the register before they come, locked with where they come from. */
function fillRegister(
  db: WriteDb,
  request: LeaveRequest,
  { outcome, from, until }: DecideLeave,
  { staffId, now, newId, country }: Context,
) {
  const rule = ruleOf(country, request.kind)
  if (outcome === 'refused' || !from || !until || !rule) return
  db.save(absenceReports, {
    id: AbsenceReportId.parse(newId()),
    pupilId: request.pupilId,
    source: 'leave',
    from,
    until,
    part: request.part,
    fromTime: null,
    untilTime: null,
    weekdays: [],
    everyWeeks: 1,
    code: rule.code,
    evidence: request.document === 'seen' ? 'document' : null,
    note: null,
    reportedBy: staffId,
    reportedAt: now,
    backOn: null,
    backPart: null,
    withdrawnAt: null,
    withdrawnBy: null,
    causeId: request.id,
  })
}

export const withdraw: Handlers['withdraw'] = (db, { requestId, words }, caller) => {
  const { staffId, staffName, now } = caller
  const open = findRequest(db, requestId).filter(
    ({ decision }) => decision?.outcome !== 'withdrawn',
  )
  if (open.length === 0) return refuse('leave.not-found')
  const decision = {
    outcome: 'withdrawn',
    from: null,
    until: null,
    ground: null,
    words,
    authority: 'school',
    by: staffId,
    byName: staffName,
    at: now,
  } as const
  for (const request of open) db.save(leaveRequests, { ...request, decision })
  for (const { id } of open) {
    const reports = db.select().from(absenceReports).where(eq(absenceReports.causeId, id)).all()
    for (const report of reports) {
      if (report.withdrawnAt) continue
      db.save(absenceReports, { ...report, withdrawnAt: now, withdrawnBy: staffId })
    }
  }
  describe(db, open)
  return ok(null)
}

function describe(db: WriteDb, requests: readonly LeaveRequest[]) {
  const names = pupilsOf(
    db,
    requests.map(({ pupilId }) => pupilId),
  ).map(shownName)
  db.describe(names.join(', '))
}
