import { type ChangePart, ChangePartId } from '#shared/change-requests/change-request.ts'
import type { ChangeRequestsContract } from '#shared/change-requests/change-requests-contract.ts'
import { presentText } from '#shared/change-requests/rules/family-rows.ts'
import { standingOf } from '#shared/change-requests/rules/three-way.ts'
import { whyNotAsk } from '#shared/change-requests/rules/why-not-ask.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Context, Service, WriteDb } from '../../platform/database.ts'
import { changeParts, changeRequests, dataConfirmations } from '../change-requests-table.ts'
import { groundOf, type OpenedRequest } from '../reading/opened-request.ts'
import { readNames } from '../reading/read-names.ts'
import { isClosedTo } from '../reading/request-file.ts'
import { decideRequest } from './decide.ts'
import { blankRequest, type PaperAsking, paperFields } from './paper-fields.ts'
import { acceptAll } from './simple.ts'

type PaperMethods = Pick<Service<ChangeRequestsContract>, 'paperForm' | 'enterPaper'>

/** What guardians wrote on paper, typed over: the same request, judged by the same rules. */
export const paperMethods: PaperMethods = {
  paperForm(db, { guardianId, pupilIds }, caller) {
    if (isClosedTo(db, { guardianId, pupilIds }, caller)) return refuse('pupil.protected')
    const fields = paperFields(db, { guardianId, pupilIds }, caller)
    if (fields.length === 0) return refuse('guardian.not-found')
    const names = readNames(db, caller)
    const children = pupilIds.map(names.pupil)
    return ok({ guardianName: names.guardian(guardianId), children, fields })
  },

  enterPaper(db, { isAccepted, parts, ...asking }, caller) {
    const request = blankRequest(asking, caller)
    if (isClosedTo(db, request, caller)) return refuse('pupil.protected')
    const before = groundOf(db, { request, parts: [] }, caller)
    const made = parts.map((part, position) =>
      paperPart(part, { position, opened: before, caller }),
    )
    const opened = groundOf(db, { request, parts: made }, caller)
    for (const part of made) {
      const refusal = whyNotAsk(part, request, opened.ground)
      if (refusal) return refuse(refusal)
    }
    const real = made.filter((part) => standingOf(part, part.seen, caller.country) !== 'unchanged')
    if (asking.checkId) confirm(db, request, caller)
    if (real.length === 0) return ok(null)
    const kept = { ...request, partIds: real.map(({ id }) => id) }
    db.save(changeRequests, kept)
    for (const part of real) db.save(changeParts, part)
    db.describe(readNames(db, caller).guardian(request.guardianId))
    if (!isAccepted) return ok(kept.id)
    const decided = decideRequest(
      db,
      { ...opened, request: kept, parts: real },
      {
        choices: acceptAll(
          real.map((part) => ({ ...part, now: presentText(opened.ground.rows, part) })),
        ),
        movers: null,
      },
      caller,
    )
    return decided.ok ? ok(kept.id) : decided
  },
}

type Making = {
  readonly position: number
  readonly opened: OpenedRequest
  readonly caller: Context
}

function paperPart(
  part: Pick<ChangePart, 'act' | 'tbl' | 'rowId' | 'field' | 'asked'>,
  { position, opened, caller }: Making,
): ChangePart {
  const { request, ground } = opened
  return {
    ...part,
    id: ChangePartId.parse(caller.newId()),
    requestId: request.id,
    position,
    seen: presentText(ground.rows, part),
    remark: null,
    isMedical: request.isMedical,
    ...{ documentAskedAt: null, documentSeenAt: null, decision: null, decided: null },
    ...{ before: null, reason: null, decidedAt: null, decidedBy: null },
  }
}

function confirm(db: WriteDb, { guardianId, checkId }: PaperAsking, caller: Context) {
  db.save(dataConfirmations, {
    id: caller.newId(),
    guardianId,
    checkId,
    confirmedAt: caller.now,
    source: 'paper',
    way: 'request',
  })
}
