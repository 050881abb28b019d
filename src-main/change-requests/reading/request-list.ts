import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import {
  type ChangePart,
  type ChangeRequest,
  type RequestState,
  requestState,
} from '#shared/change-requests/change-request.ts'
import type { RequestRow } from '#shared/change-requests/change-requests-contract.ts'
import { askFieldOf } from '#shared/change-requests/rules/ask-fields.ts'
import { readNewRow } from '#shared/change-requests/rules/new-rows.ts'
import type { Country } from '#shared/platform/language.ts'
import { haystackOf } from '#shared/search/haystack.ts'
import { maySee } from '#shared/staff/rights.ts'
import { guardians } from '../../families/families-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { changeParts, changeRequests } from '../change-requests-table.ts'
import { readNames } from './read-names.ts'

/** Answered requests in the list; older ones are in the history of the record. */
const mostAnswered = 200

type ListedPart = Pick<
  ChangePart,
  | 'requestId'
  | 'act'
  | 'tbl'
  | 'field'
  | 'asked'
  | 'decision'
  | 'documentAskedAt'
  | 'documentSeenAt'
> & { readonly decidedBy: string | null }

/** The queue, oldest first, or the last that were answered, newest first. */
export function listRequests(db: ReadDb, of: 'open' | 'answered', caller: Context): RequestRow[] {
  const found = (of === 'open' ? readOpen(db) : readAnswered(db)).filter(isFor(caller))
  const parts = Map.groupBy(readParts(db, of, found), ({ requestId }) => requestId)
  const names = readNames(db, caller)
  const emails = readEmails(db)
  const rows: RequestRow[] = []
  for (const request of found) {
    const own = parts.get(request.id) ?? []
    const state = requestState(own)
    if ((state === 'pending') !== (of === 'open')) continue
    rows.push(rowOf(request, own, { state, names, emails, country: caller.country }))
  }
  return rows
}

/** Whether somebody may see this request at all: health data needs the personal right. */
export const isFor =
  (caller: Context) =>
  ({ isMedical }: Pick<ChangeRequest, 'isMedical'>) =>
    !isMedical || maySee(caller, 'medical')

const readOpen = (db: ReadDb) =>
  db
    .select()
    .from(changeRequests)
    .where(and(isNull(changeRequests.answeredAt), isNull(changeRequests.withdrawnAt)))
    .orderBy(changeRequests.madeAt)
    .all()

const readAnswered = (db: ReadDb) =>
  db
    .select()
    .from(changeRequests)
    .where(isNotNull(changeRequests.answeredAt))
    .orderBy(desc(changeRequests.answeredAt))
    .limit(mostAnswered)
    .all()

const columns = {
  requestId: changeParts.requestId,
  act: changeParts.act,
  tbl: changeParts.tbl,
  field: changeParts.field,
  asked: changeParts.asked,
  decision: changeParts.decision,
  documentAskedAt: changeParts.documentAskedAt,
  documentSeenAt: changeParts.documentSeenAt,
  decidedBy: changeParts.decidedBy,
}

function readParts(
  db: ReadDb,
  of: 'open' | 'answered',
  found: readonly ChangeRequest[],
): ListedPart[] {
  const select = db.select(columns).from(changeParts)
  if (of === 'answered') {
    const ids = found.map(({ id }) => id)
    return select.where(inArray(changeParts.requestId, ids)).all()
  }
  const isOpen = and(isNull(changeRequests.answeredAt), isNull(changeRequests.withdrawnAt))
  return select
    .innerJoin(changeRequests, eq(changeRequests.id, changeParts.requestId))
    .where(isOpen)
    .all()
}

const emailOf = ({ tbl, field, asked }: ListedPart) =>
  tbl === 'guardians' && field === 'email' ? (asked ?? '').toLowerCase() : ''

function readEmails(db: ReadDb): ReadonlySet<string> {
  const found = db.select({ email: guardians.email }).from(guardians).all()
  return new Set(found.flatMap(({ email }) => email?.toLowerCase() ?? []))
}

type Around = {
  readonly state: RequestState
  readonly names: ReturnType<typeof readNames>
  readonly country: Country
  /** Addresses that guardians have now: one that is asked must not be among them. */
  readonly emails: ReadonlySet<string>
}

function rowOf(
  request: ChangeRequest,
  parts: readonly ListedPart[],
  { state, names, emails, country }: Around,
): RequestRow {
  const children = request.pupilIds.map(names.pupil)
  const pupilNames = children.map(({ name }) => name).join(', ')
  const groupName = [...new Set(children.map((child) => child.groupName))].join(', ')
  const guardianName = names.guardian(request.guardianId)
  const [first] = parts
  return {
    id: request.id,
    pupilNames,
    groupName,
    guardianName,
    tab: request.tab,
    source: request.source,
    madeAt: request.madeAt,
    subjects: parts.map(({ tbl, act, field }) => `${tbl}.${field ?? act}`),
    seemsSimple:
      parts.length > 0 &&
      parts.every((part) => isOfSafeKind(part, country) && !emails.has(emailOf(part))),
    waitsForDocument: parts.some((part) => part.documentAskedAt && !part.documentSeenAt),
    state,
    answeredAt: request.answeredAt,
    answeredBy: first?.decidedBy ? names.staff(first.decidedBy) : null,
    haystack: haystackOf([pupilNames, guardianName, groupName], []),
  }
}

/** Of new contacts only a doctor or dentist: who may collect a child is looked at one by one. */
export function isOfSafeKind(
  part: Pick<ChangePart, 'act' | 'tbl' | 'field' | 'asked'>,
  country: Country,
): boolean {
  if (!askFieldOf(part, country)?.isSafe) return false
  if (part.act !== 'add' || part.tbl !== 'contactLinks') return true
  const { row } = readNewRow(part, country)
  return row?.of === 'contactLinks' && ['doctor', 'dentist'].includes(row.row.kind)
}
