import {
  type ChangePart,
  type ChangeRequest,
  type RequestState,
  requestState,
} from '#shared/change-requests/change-request.ts'
import type {
  PartChoice,
  RequestRefusal,
} from '#shared/change-requests/change-requests-contract.ts'
import { carryOut } from '#shared/change-requests/rules/carry-out.ts'
import { presentText } from '#shared/change-requests/rules/family-rows.ts'
import type { Movers } from '#shared/change-requests/rules/move.ts'
import { standingOf } from '#shared/change-requests/rules/three-way.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { Context, WriteDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { changeParts, changeRequests } from '../change-requests-table.ts'
import { ownerOfEmail } from '../reading/email-owner.ts'
import type { OpenedRequest } from '../reading/opened-request.ts'
import { writeEffects } from './write-effects.ts'

type Decided = {
  readonly part: ChangePart
  readonly choice: PartChoice
  readonly now: string | null
}

export type Decision = {
  readonly choices: readonly PartChoice[]
  readonly movers: Movers | null
}

/**
 * Decides the open parts of a request and carries out what is accepted, all in this one command: at
 * the portal too it is one transaction, which is refused as a whole when somebody was first.
 */
export function decideRequest(
  db: WriteDb,
  opened: OpenedRequest,
  { choices, movers }: Decision,
  caller: Context,
): Result<{ readonly state: RequestState }, RequestRefusal> {
  const { request, parts, ground } = opened
  const open = parts.filter(({ decision }) => decision === null)
  if (open.length === 0) return refuse('request.decided')
  const byId = new Map(choices.map((choice) => [choice.id, choice]))
  const decided = open.flatMap((part): Decided[] => {
    const choice = byId.get(part.id)
    return choice ? [{ part, choice, now: presentText(ground.rows, part) }] : []
  })
  if (decided.length !== open.length) return refuse('request.incomplete')
  if (decided.some(({ choice, now }) => choice.now !== now)) return refuse('request.moved-on')
  const accepted = decided.filter((each) => writesSomething(each, opened))
  const carried = carryOut(
    accepted.map(({ part, choice }) => ({ part, value: choice.value })),
    { request, rows: ground.rows, ground, movers, newId: caller.newId, linkId },
  )
  if (!carried.ok) return refuse(carried.refusal)
  const taken = takenEmail(db, accepted, request)
  if (taken) return refuse('guardian.email-taken', { name: taken })
  const after = saveDecisions(db, decided, { opened, caller })
  writeEffects(db, carried.effects)
  const state = closeWhenDone(
    db,
    request,
    [...parts.filter((part) => !open.includes(part)), ...after],
    caller,
  )
  return ok({ state })
}

/** What is accepted and not there already. */
function writesSomething({ part, choice, now }: Decided, { ground }: OpenedRequest) {
  if (choice.choice !== 'accept') return false
  return standingOf({ ...part, asked: choice.value }, now, ground.country) !== 'unchanged'
}

function takenEmail(db: WriteDb, accepted: readonly Decided[], request: ChangeRequest) {
  const email = accepted.find(({ part }) => part.tbl === 'guardians' && part.field === 'email')
  return email ? ownerOfEmail(db, email.choice.value, request.guardianId) : null
}

type By = { readonly opened: OpenedRequest; readonly caller: Context }

/** Decisions are written before anything else (`sync/decided-once.ts`). */
function saveDecisions(db: WriteDb, decided: readonly Decided[], by: By): ChangePart[] {
  const after = decided.map((each) => decidedPart(each, by))
  for (const part of after) db.save(changeParts, part)
  return after
}

function decidedPart({ part, choice, now }: Decided, { opened, caller }: By): ChangePart {
  const documents = {
    documentAskedAt: choice.document === 'ask' ? caller.now : part.documentAskedAt,
    documentSeenAt: choice.document === 'seen' ? caller.now : part.documentSeenAt,
  }
  if (choice.choice === 'wait') return { ...part, ...documents }
  const by = { decidedAt: caller.now, decidedBy: StaffId.parse(caller.staffId) }
  if (choice.choice === 'reject') {
    return {
      ...part,
      ...documents,
      ...by,
      decision: 'rejected',
      reason: choice.reason,
      before: now,
    }
  }
  const isWritten = writesSomething({ part, choice, now }, opened)
  return {
    ...part,
    ...documents,
    ...by,
    decision: isWritten ? 'accepted' : 'unchanged',
    decided: choice.value === part.asked ? null : choice.value,
    before: now,
  }
}

function closeWhenDone(
  db: WriteDb,
  request: ChangeRequest,
  parts: readonly ChangePart[],
  caller: Context,
): RequestState {
  const state = requestState(parts)
  if (state !== 'pending') db.save(changeRequests, { ...request, answeredAt: caller.now })
  return state
}
