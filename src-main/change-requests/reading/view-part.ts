import { and, eq, ne, sql } from 'drizzle-orm'
import type { ChangePart } from '#shared/change-requests/change-request.ts'
import type { PartCheck, PartView } from '#shared/change-requests/change-requests-contract.ts'
import { askFieldOf } from '#shared/change-requests/rules/ask-fields.ts'
import { readAsked } from '#shared/change-requests/rules/asked-value.ts'
import { knownContact } from '#shared/change-requests/rules/effects.ts'
import { findRow, presentText } from '#shared/change-requests/rules/family-rows.ts'
import { type NewContact, readNewRow } from '#shared/change-requests/rules/new-rows.ts'
import { standingOf } from '#shared/change-requests/rules/three-way.ts'
import { whyNotAsk } from '#shared/change-requests/rules/why-not-ask.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { households } from '../../families/families-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { ownerOfEmail } from './email-owner.ts'
import type { OpenedRequest } from './opened-request.ts'

/** A part as the office sees it: then, now and asked, and what is odd about it. */
export function viewPart(db: ReadDb, part: ChangePart, opened: OpenedRequest): PartView {
  const { request, ground } = opened
  const entry = askFieldOf(part, ground.country)
  const now = presentText(ground.rows, part)
  const { problem, doubt, added } = readPart(part, opened)
  const { id, act, tbl, rowId, field, seen, asked, remark } = part
  const { documentAskedAt, documentSeenAt, decision, decided, before, reason } = part
  return {
    ...{ id, act, tbl, rowId, field, seen, asked, remark },
    ...{ documentAskedAt, documentSeenAt, decision, decided, before, reason },
    now,
    standing: standingOf(part, now, ground.country),
    input: entry?.input ?? 'line',
    of: calledAfter(part, opened),
    isRisky: entry?.isRisky ?? false,
    refusal: whyNotAsk(part, request, ground) ?? problem,
    doubt,
    checks: checksOf(db, part, { opened, added, isRisky: entry?.isRisky ?? false }),
  }
}

function readPart(part: ChangePart, { ground }: OpenedRequest) {
  if (part.act === 'add') {
    const { row, problem, doubt } = readNewRow(part, ground.country)
    return { problem, doubt, added: row?.of === 'contactLinks' ? row.row : null }
  }
  const entry = part.act === 'set' ? askFieldOf(part, ground.country) : undefined
  if (!entry) return { problem: null, doubt: null, added: null }
  const { problem, doubt } = readAsked(entry, part.asked, ground.country)
  return { problem, doubt, added: null }
}

/** The contact, or the kind of phone, that a field belongs to. */
function calledAfter({ tbl, rowId, act }: ChangePart, { ground: { rows } }: OpenedRequest) {
  if (tbl === 'contacts') return textOf(findRow(rows, 'contacts', rowId)?.name)
  if (tbl === 'contactLinks' && act !== 'add') {
    const link = findRow(rows, 'contactLinks', rowId)
    return textOf(findRow(rows, 'contacts', String(link?.contactId))?.name)
  }
  if (tbl !== 'phones') return null
  const owner = act === 'add' ? rowId : String(findRow(rows, 'phones', rowId)?.ownerId)
  return textOf(findRow(rows, 'contacts', owner)?.name)
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

type Look = {
  readonly opened: OpenedRequest
  readonly added: NewContact | null
  readonly isRisky: boolean
}

function checksOf(db: ReadDb, part: ChangePart, { opened, added, isRisky }: Look): PartCheck[] {
  const checks: PartCheck[] = []
  if (isRisky && !part.documentSeenAt) checks.push({ kind: 'document' })
  if (part.tbl === 'guardians' && part.field === 'email') {
    const name = ownerOfEmail(db, part.asked, opened.request.guardianId)
    if (name) checks.push({ kind: 'email-taken', name })
  }
  if (part.tbl === 'households' && part.field === 'postcode') {
    const town = otherTown(db, part, opened)
    if (town) checks.push({ kind: 'town', town })
  }
  return added ? [...checks, ...contactChecks(added, opened)] : checks
}

function contactChecks(added: NewContact, { ground: { rows } }: OpenedRequest): PartCheck[] {
  const known = knownContact(added, rows)
  const forbidden = rows.contactLinks.filter((link) => link.collectingForbidden === 1)
  const isForbidden = forbidden.some(
    ({ contactId }) =>
      foldText(String(findRow(rows, 'contacts', String(contactId))?.name ?? '')) ===
      foldText(added.name),
  )
  return [
    ...(known ? [{ kind: 'known-contact', name: String(known.name) } as const] : []),
    ...(isForbidden ? [{ kind: 'forbidden-contact', name: added.name } as const] : []),
  ]
}

/** The town of other homes with the postcode, when none of them is in the town that goes with it. */
function otherTown(db: ReadDb, part: ChangePart, { ground, parts }: OpenedRequest) {
  const entry = askFieldOf(part, ground.country)
  const postcode = entry && readAsked(entry, part.asked, ground.country).value
  if (!postcode) return null
  const found = db
    .select({ town: households.town })
    .from(households)
    .where(
      and(
        eq(households.postcode, postcode),
        sql`${households.id} <> ${part.rowId}`,
        ne(households.town, ''),
      ),
    )
    .all()
    .flatMap(({ town }) => town ?? [])
  const asked = parts.find(({ tbl, field }) => tbl === 'households' && field === 'town')?.asked
  const own = asked ?? presentText(ground.rows, { ...part, field: 'town' }) ?? ''
  const [first] = found
  return first && !found.some((town) => foldText(town) === foldText(own)) ? first : null
}
