import type { ChangePart } from '#shared/change-requests/change-request.ts'
import type { RequestRefusal } from '#shared/change-requests/change-requests-contract.ts'
import { askFieldOf } from '#shared/change-requests/rules/ask-fields.ts'
import { readAsked } from '#shared/change-requests/rules/asked-value.ts'
import { columnValue, type Effect, setEffect } from '#shared/change-requests/rules/effects.ts'
import { presentText } from '#shared/change-requests/rules/family-rows.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { WriteDb } from '../../platform/database.ts'
import { changeParts, changeRequests } from '../change-requests-table.ts'
import type { OpenedRequest } from '../reading/opened-request.ts'
import { writeEffects } from './write-effects.ts'

/**
 * Puts back what an answered request wrote and opens it again, also long after the answer left. Only
 * while the record still has what was written then: a later change is not thrown away, and rows that
 * came, went or moved are put back from the history.
 */
export function takeBackRequest(db: WriteDb, opened: OpenedRequest): Result<null, RequestRefusal> {
  const { request, parts } = opened
  const decided = parts.filter(({ decision }) => decision !== null && decision !== 'withdrawn')
  if (request.answeredAt === null || decided.length === 0) return refuse('request.not-found')
  const effects: Effect[] = []
  for (const part of decided.filter(({ decision }) => decision === 'accepted')) {
    const back = backOf(part, opened)
    if (!back) return refuse('request.cannot-take-back')
    effects.push(...back)
  }
  for (const part of decided) {
    const open = { decision: null, decided: null, before: null, reason: null }
    db.save(changeParts, { ...part, ...open, decidedAt: null, decidedBy: null })
  }
  writeEffects(db, effects)
  db.save(changeRequests, { ...request, answeredAt: null })
  return ok(null)
}

function backOf(part: ChangePart, { ground }: OpenedRequest): readonly Effect[] | null {
  const entry = askFieldOf(part, ground.country)
  if (part.act !== 'set' || !entry) return null
  const written = readAsked(entry, part.decided ?? part.asked, ground.country).value
  if (presentText(ground.rows, part) !== written) return null
  return setEffect(part, columnValue(entry.input, part.before), ground.rows)
}
