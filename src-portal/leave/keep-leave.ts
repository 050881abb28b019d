import { randomUUID } from 'node:crypto'
import { ruleOf } from '#shared/leave/leave-kind.ts'
import {
  type LeaveAnswer,
  type LeaveDecision,
  type LeaveFields,
  LeaveId,
  type LeaveRequest,
} from '#shared/leave/leave-request.ts'
import { addDays } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { readHouse, requestFields, requestsOf } from './leave-rows.ts'

type Parts = Pick<PortalParts, 'writeRows' | 'openRow' | 'now'>

/** Whose request it is, about children that the guardian has a say in; the caller has looked. */
export type Asker = {
  readonly schoolId: string
  readonly guardianId: string
  readonly pupilIds: readonly string[]
}

export type AskRefusal =
  | 'ask.no-child'
  | 'ask.kind-unknown'
  | 'ask.too-long-ago'
  | 'ask.asked-already'
export type ChangeRefusal = 'ask.not-open'

/** How long after its first day leave can still be asked for: what came up suddenly. */
const daysAfter = 14

/** One request for all children that were ticked, or none at all. */
export async function askLeave(
  tx: SchoolTx,
  parts: Parts,
  { schoolId, guardianId, pupilIds }: Asker,
  fields: LeaveFields,
): Promise<Result<null, AskRefusal>> {
  if (pupilIds.length === 0) return refuse('ask.no-child')
  return parts.writeRows(tx, schoolId, async (rows) => {
    const { country, today } = await readHouse(tx, parts.now())
    if (!ruleOf(country, fields.kind)) return refuse('ask.kind-unknown')
    if (fields.from < addDays(today, -daysAfter)) return refuse('ask.too-long-ago')
    const known = await requestsOf(tx, parts, pupilIds)
    const isAsked = known.some(
      (other) =>
        (other.decision === null || other.decision.outcome === 'granted') &&
        other.from <= fields.until &&
        other.until >= fields.from,
    )
    if (isAsked) return refuse('ask.asked-already')
    const requestId = randomUUID()
    for (const pupilId of pupilIds) {
      const request: LeaveRequest = {
        ...fields,
        id: LeaveId.parse(randomUUID()),
        requestId,
        pupilId: PupilId.parse(pupilId),
        source: 'guardian',
        askedBy: guardianId,
        askedAt: isoOf(parts.now()),
        // The school says what it has seen.
        document: fields.document === 'seen' ? 'promised' : fields.document,
        forwardedOn: null,
        decision: null,
      }
      await rows.save('leaveRequests', request.id, requestFields(request))
    }
    return ok(null)
  })
}

/** The guardian does not need it any more; only while nobody has decided. */
export async function withdrawLeave(
  tx: SchoolTx,
  parts: Parts,
  { schoolId, guardianId, pupilIds }: Asker,
  requestId: string,
): Promise<Result<null, ChangeRefusal>> {
  return parts.writeRows(tx, schoolId, async (rows) => {
    const known = await requestsOf(tx, parts, pupilIds)
    const mine = known.filter(
      (request) =>
        request.requestId === requestId &&
        request.askedBy === guardianId &&
        request.decision === null,
    )
    if (mine.length === 0) return refuse('ask.not-open')
    const decision: LeaveDecision = {
      outcome: 'withdrawn',
      from: null,
      until: null,
      ground: null,
      words: '',
      authority: 'guardian',
      by: guardianId,
      byName: '',
      at: isoOf(parts.now()),
    }
    for (const { id } of mine) {
      await rows.save('leaveRequests', id, { decision: JSON.stringify(decision) })
    }
    return ok(null)
  })
}

/** Another guardian with authority agrees with a request, or objects. */
export async function answerLeave(
  tx: SchoolTx,
  parts: Parts,
  { schoolId, guardianId, pupilIds }: Asker,
  given: { readonly leaveId: string; readonly answer: LeaveAnswer },
): Promise<Result<null, ChangeRefusal>> {
  return parts.writeRows(tx, schoolId, async (rows) => {
    const known = await requestsOf(tx, parts, pupilIds)
    const request = known.find(({ id }) => id === given.leaveId)
    if (!request || request.decision || request.askedBy === guardianId) {
      return refuse('ask.not-open')
    }
    const id = randomUUID()
    await rows.save('leaveConsents', id, {
      leaveId: request.id,
      pupilId: request.pupilId,
      guardianId,
      answer: given.answer,
      recordedBy: guardianId,
      at: isoOf(parts.now()),
    })
    return ok(null)
  })
}
