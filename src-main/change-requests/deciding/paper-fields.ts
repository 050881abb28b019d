import {
  askTabs,
  type ChangeRequest,
  ChangeRequestId,
} from '#shared/change-requests/change-request.ts'
import type { PaperField } from '#shared/change-requests/change-requests-contract.ts'
import { type AskField, askFieldsOf } from '#shared/change-requests/rules/ask-fields.ts'
import { findRow, phoneOwnerOn, presentText } from '#shared/change-requests/rules/family-rows.ts'
import { whyNotAsk } from '#shared/change-requests/rules/why-not-ask.ts'
import { maySee } from '#shared/staff/rights.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { groundOf, type OpenedRequest } from '../reading/opened-request.ts'

/** Every field that this guardian may be asked about on paper, with what the school knows. */
export function paperFields(
  db: ReadDb,
  asking: Pick<ChangeRequest, 'guardianId' | 'pupilIds'>,
  caller: Context,
): PaperField[] {
  const request = blankRequest({ ...asking, tab: 'own', checkId: null }, caller)
  const opened = groundOf(db, { request, parts: [] }, caller)
  const tabs = askTabs.filter((tab) => tab !== 'medical' || maySee(caller, 'medical'))
  return tabs.flatMap((tab) =>
    askFieldsOf(caller.country).flatMap((entry) => fieldsFor(entry, tab, opened)),
  )
}

export type PaperAsking = Pick<ChangeRequest, 'guardianId' | 'pupilIds' | 'tab' | 'checkId'>

/** A request that came on paper, before it has parts. */
export function blankRequest(asking: PaperAsking, caller: Context): ChangeRequest {
  return {
    ...asking,
    id: ChangeRequestId.parse(caller.newId()),
    source: 'paper',
    isMedical: asking.tab === 'medical',
    partIds: [],
    madeAt: caller.now,
    enteredBy: StaffId.parse(caller.staffId),
    withdrawnAt: null,
    answeredAt: null,
  }
}

/** The lines of the form for an entry of the list: one for each row that is the guardian's. */
function fieldsFor(entry: AskField, tab: PaperField['tab'], opened: OpenedRequest): PaperField[] {
  if (!entry.tabs.includes(tab) || entry.act === 'end') return []
  const request = { ...opened.request, tab, isMedical: tab === 'medical' }
  const field = entry.act === 'set' ? entry.field : null
  const { rows } = opened.ground
  return rowsOf(entry, tab, opened).flatMap((rowId): PaperField[] => {
    const part = { act: entry.act, tbl: entry.table, rowId, field }
    if (whyNotAsk({ ...part, isMedical: request.isMedical }, request, opened.ground)) return []
    const now = presentText(rows, part)
    const { input, isRequired } = entry
    return [{ ...part, tab, now, of: nameOf(entry, rowId, opened), input, isRequired }]
  })
}

function rowsOf(
  entry: AskField,
  tab: PaperField['tab'],
  { request, ground: { rows } }: OpenedRequest,
) {
  const ids = (found: readonly { readonly id?: unknown }[]) => found.map(({ id }) => String(id))
  switch (entry.table) {
    case 'pupils':
    case 'medicals':
      return request.pupilIds
    case 'guardians':
      return [request.guardianId]
    case 'households':
      return ids(rows.households)
    case 'contacts':
      return ids(rows.contacts)
    case 'contactLinks':
      return entry.act === 'add' ? request.pupilIds.slice(0, 1) : ids(rows.contactLinks)
    case 'phones':
      return entry.act === 'add' ? ownersOn(tab, request, rows.households) : ids(rows.phones)
  }
}

function ownersOn(
  tab: PaperField['tab'],
  { guardianId, pupilIds }: ChangeRequest,
  homes: readonly { readonly id?: unknown }[],
): readonly string[] {
  const kind = phoneOwnerOn[tab]
  if (kind === 'guardian') return [guardianId]
  if (kind === 'pupil') return pupilIds
  return kind === 'household' ? homes.map(({ id }) => String(id)) : []
}

function nameOf(
  { table, act }: AskField,
  rowId: string,
  { request, ground: { rows } }: OpenedRequest,
) {
  const nameText = (row: { readonly name?: unknown; readonly firstName?: unknown } | undefined) => {
    const name = row?.name ?? row?.firstName
    return typeof name === 'string' ? name : null
  }
  if (table === 'contacts') return nameText(findRow(rows, 'contacts', rowId))
  if (table === 'contactLinks' && act !== 'add') {
    const link = findRow(rows, 'contactLinks', rowId)
    return nameText(findRow(rows, 'contacts', String(link?.contactId)))
  }
  const isOfOneOfMany = (table === 'pupils' || table === 'medicals') && request.pupilIds.length > 1
  return isOfOneOfMany ? nameText(findRow(rows, 'pupils', rowId)) : null
}
