import type { PartChoice, SimpleRequest } from '#shared/change-requests/change-requests-contract.ts'
import { hasAuthority } from '#shared/change-requests/rules/why-not-ask.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { groundOf, type OpenedRequest } from '../reading/opened-request.ts'
import { findRequest, isClosedTo, readPartsOf } from '../reading/request-file.ts'
import { isOfSafeKind, listRequests } from '../reading/request-list.ts'
import { viewPart } from '../reading/view-part.ts'

/** The list to look over before: more is done in a second round. */
const mostAtOnce = 100

/** Requests that may be accepted without looking at each, with what they would write. */
export function simpleRequests(db: ReadDb, caller: Context): SimpleRequest[] {
  const found: SimpleRequest[] = []
  for (const { id, seemsSimple, pupilNames, guardianName } of listRequests(db, 'open', caller)) {
    if (!seemsSimple || found.length === mostAtOnce) continue
    const request = findRequest(db, id)
    if (!request || isClosedTo(db, request, caller)) continue
    const opened = groundOf(db, { request, parts: readPartsOf(db, request) }, caller)
    const parts = simpleParts(db, opened)
    if (parts) found.push({ id, pupilNames, guardianName, parts })
  }
  return found
}

/**
 * The open parts when nothing about any of them asks for a person: safe kinds, a guardian with
 * authority, nothing changed since, no remark, no sign of something wrong. Otherwise null.
 */
export function simpleParts(db: ReadDb, opened: OpenedRequest) {
  const { request, ground, parts } = opened
  const ties = ground.rows.guardianLinks.filter(({ pupilId }) =>
    request.pupilIds.some((id) => id === pupilId),
  )
  if (ties.length === 0 || !ties.every((tie) => hasAuthority(tie))) return null
  const open = parts.filter(({ decision }) => decision === null)
  if (!open.every((part) => part.remark === null && isOfSafeKind(part, ground.country))) return null
  const views = open.map((part) => viewPart(db, part, opened))
  const isPlain = views.every(
    ({ standing, refusal, doubt, checks }) =>
      standing !== 'moved' &&
      refusal === null &&
      doubt === null &&
      checks.every(({ kind }) => kind === 'known-contact'),
  )
  return isPlain && views.length > 0 ? views : null
}

/** Each part accepted as it was asked. */
export const acceptAll = (
  parts: readonly {
    readonly id: PartChoice['id']
    readonly asked: string | null
    readonly now: string | null
  }[],
): PartChoice[] =>
  parts.map(({ id, asked, now }) => ({
    ...{ id, now, value: asked, choice: 'accept', reason: null, document: null },
  }))
