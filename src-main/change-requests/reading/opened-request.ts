import type { ChangePart, ChangeRequest } from '#shared/change-requests/change-request.ts'
import type { AskGround } from '#shared/change-requests/rules/why-not-ask.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { askRules } from '../change-requests-table.ts'
import { readFamily } from './read-family.ts'

/** A request with what the shared rules judge it by. */
export type OpenedRequest = {
  readonly parts: readonly ChangePart[]
  readonly request: ChangeRequest
  readonly ground: AskGround
}

export function groundOf(
  db: ReadDb,
  { request, parts }: Pick<OpenedRequest, 'request' | 'parts'>,
  caller: Context,
): OpenedRequest {
  const wantsContact = parts.some(({ act, tbl }) => act === 'add' && tbl === 'contactLinks')
  const rows = readFamily(db, { guardianId: request.guardianId, wantsContact }, caller)
  const rules = db.select().from(askRules).all()
  return { request, parts, ground: { rows, rules, country: caller.country } }
}
