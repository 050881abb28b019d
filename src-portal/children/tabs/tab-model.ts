import {
  type AskTab,
  answerLeavesAfterSeconds,
  fieldText,
} from '#shared/change-requests/change-request.ts'
import { type AskField, askFieldsOn } from '#shared/change-requests/rules/ask-fields.ts'
import { modeOf } from '#shared/change-requests/rules/ask-rules.ts'
import { phoneOwnerOn } from '#shared/change-requests/rules/family-rows.ts'
import { type AskedPart, whyNotAsk } from '#shared/change-requests/rules/why-not-ask.ts'
import { GuardianId } from '#shared/families/guardian.ts'
import type { Country } from '#shared/platform/language.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { Child } from '../children-table.ts'
import type { PartRow } from '../file/asking-rows.ts'
import type { OfficeRow } from '../file/office-row.ts'
import type { AskedRequest, Asking } from '../file/read-asking.ts'
import type { Family } from '../file/read-family.ts'
import { visibleContacts } from './visible-contacts.ts'

/** One field of a row on a tab, with everything that is known about it. */
export type Entry = {
  /** Its name in the form: `households.<id>.street`. */
  readonly name: string
  readonly field: AskField
  readonly rowId: string
  readonly value: string | null
  /** A change may be asked of it now. */
  readonly isOpen: boolean
  /** Asked and not answered yet. */
  readonly pending: PartRow | null
  /** The last answer when that was no. */
  readonly refused: PartRow | null
}

/** One row: the child, the home, a phone, a contact. */
export type Card = {
  readonly table: AskField['table']
  readonly rowId: string
  /** What the row is called, where there may be several: a name, a number. */
  readonly title: string | null
  /** Of a contact: `doctor`. */
  readonly kind: string | null
  readonly entries: readonly Entry[]
  /** Null when its end cannot be asked. */
  readonly endName: string | null
  readonly endPending: PartRow | null
}

export type TabModel = {
  readonly tab: AskTab
  readonly cards: readonly Card[]
  /** Whose phone could be added, by id of the owner. */
  readonly phoneOwner: string | null
  /** The child to whom a contact could be added. */
  readonly contactFor: string | null
  /** New rows that were asked and are not answered yet. */
  readonly added: readonly PartRow[]
  /** The other children for whom the same can be asked. */
  readonly also: readonly Child[]
}

export type Ground = {
  readonly tab: AskTab
  /** Null on the guardian's own card, which is about all children. */
  readonly child: Child | null
  readonly siblings: readonly Child[]
  readonly family: Family
  readonly asking: Asking
  readonly country: Country
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What one tab shows and lets be asked. Everything that a form may hold is named here. */
export function tabModel(ground: Ground): TabModel {
  const { tab, country } = ground
  const fields = askFieldsOn(tab, country).filter((field) => !isHidden(field, ground))
  const rows = shownRows(ground)
  const cards = rows
    .map((row) => asCard(row, fields, ground))
    .filter(({ entries }) => entries.length > 0)
  const phoneOwner = phoneOwnerOf(ground, rows)
  return {
    tab,
    cards,
    phoneOwner: phoneOwner && mayAsk(ground, add('phones', phoneOwner, ground)) ? phoneOwner : null,
    contactFor: contactFor(ground),
    added: openParts(ground).filter(({ act }) => act === 'add'),
    also: alsoFor(ground),
  }
}

const add = (tbl: 'phones' | 'contactLinks', rowId: string, { tab }: Ground): AskedPart => ({
  ...{ act: 'add', tbl, rowId, field: null },
  isMedical: tab === 'medical',
})

/** The children that a request about this row is for. */
export function pupilIdsFor(
  { tab, child, siblings, family }: Ground,
  { tbl, rowId }: Pick<AskedPart, 'tbl' | 'rowId'>,
): readonly string[] {
  if (tab === 'own' || !child) return siblings.map(({ pupilId }) => pupilId)
  const phone = tbl === 'phones' ? family.rows.phones.find(({ id }) => id === rowId) : undefined
  const contactId = tbl === 'contacts' ? rowId : phone?.ownerId
  const tied = family.rows.contactLinks.filter((link) => link.contactId === contactId)
  const alike = siblings.filter(({ pupilId }) => tied.some((link) => link.pupilId === pupilId))
  return [...new Set([child.pupilId, ...alike.map(({ pupilId }) => pupilId)])]
}

/** Whether the rules that desk and portal share let this guardian ask this. */
export function mayAsk(ground: Ground, part: AskedPart, pupilIds = pupilIdsFor(ground, part)) {
  const { family, asking, country, tab } = ground
  const request = {
    guardianId: GuardianId.parse(family.guardianId),
    pupilIds: pupilIds.map((id) => PupilId.parse(id)),
    tab,
    source: 'portal',
    isMedical: tab === 'medical',
  } as const
  return whyNotAsk(part, request, { rows: family.rows, rules: asking.rules, country }) === null
}

function isHidden(field: AskField, { tab, child, siblings, asking }: Ground) {
  const groups = (child ? [child] : siblings).flatMap((each) => each.groups)
  const groupIds = groups.map(({ id }) => id)
  return modeOf(field, tab, { rules: asking.rules, groupIds }) === 'hidden'
}

/** Rows that this guardian may see on the tab; one that leads to a protected child stays out. */
function shownRows(ground: Ground): readonly OfficeRow[] {
  const { tab, child, family } = ground
  const of = (table: string) => family.all.filter(({ tbl }) => tbl === table)
  const open = (rows: readonly OfficeRow[]) => rows.filter(({ level }) => level === 0)
  const owner = phoneOwnerOn[tab]
  const home = of('households')
  const owners =
    owner === 'guardian'
      ? [family.guardianId]
      : owner === 'household'
        ? home.map(({ id }) => id)
        : owner === 'pupil'
          ? [child?.pupilId]
          : []
  const phones = open(of('phones')).filter(
    ({ fields }) => fields.ownerKind === owner && owners.includes(String(fields.ownerId)),
  )
  const inOrder = phones.toSorted((a, b) => Number(a.fields.position) - Number(b.fields.position))
  const isChild = ({ id }: OfficeRow) => id === child?.pupilId
  switch (tab) {
    case 'personal':
      return [...of('pupils').filter(isChild), ...inOrder]
    case 'medical':
      return healthRow(of('medicals').filter(isChild), child)
    case 'address':
      return [...open(home), ...inOrder]
    case 'own':
      return [...of('guardians'), ...inOrder]
    case 'contacts':
      return child ? visibleContacts(family, child, ground.asking) : []
  }
}

/** Of most children the school knows nothing yet: the first thing that is told makes the row. */
function healthRow(rows: readonly OfficeRow[], child: Child | null): readonly OfficeRow[] {
  if (rows.length > 0 || !child) return rows
  return [{ tbl: 'medicals', id: child.pupilId, level: 0, fields: {} }]
}

function asCard(row: OfficeRow, fields: readonly AskField[], ground: Ground): Card {
  const { tbl, id } = row
  const entries = fields
    .filter(({ table, act }) => table === tbl && act === 'set')
    .filter(({ field }) => !(row.level > 0 && placeFields.includes(field)))
    .map((field) => asEntry(row, field, ground))
  const end = fields.find(({ table, act }) => table === tbl && act === 'end')
  const ending = { act: 'end', tbl: end?.table ?? 'phones', rowId: id, field: null } as const
  const endPending = openParts(ground).find((part) => part.act === 'end' && part.rowId === id)
  const canEnd = end && !endPending && mayAsk(ground, { ...ending, isMedical: false })
  return {
    table: fields.find(({ table }) => table === tbl)?.table ?? 'phones',
    rowId: id,
    title: titleOf(row, ground.family),
    kind: contactOf(row, ground.family)?.kind?.toString() ?? null,
    entries,
    endName: canEnd ? `end.${tbl}.${id}` : null,
    endPending: endPending ?? null,
  }
}

/** Of a child or guardian whom protection covers: where they are found or written to. */
const placeFields = ['email', 'birthPlace', 'nationality']

function titleOf(row: OfficeRow, family: Family): string | null {
  if (row.tbl === 'phones') return fieldText(row.fields.number)
  return fieldText(contactOf(row, family)?.name)
}

function contactOf({ tbl, fields }: OfficeRow, { all }: Family) {
  if (tbl === 'contacts') return fields
  if (tbl !== 'contactLinks') return undefined
  return all.find((row) => row.tbl === 'contacts' && row.id === fields.contactId)?.fields
}

function asEntry(row: OfficeRow, field: AskField, ground: Ground): Entry {
  const { tbl, id } = row
  const isMedical = ground.tab === 'medical'
  const part = { act: 'set', tbl: field.table, rowId: id, field: field.field, isMedical } as const
  const isThis = (each: PartRow) =>
    each.act === 'set' && each.tbl === tbl && each.rowId === id && each.field === field.field
  const pending = openParts(ground).find(isThis) ?? null
  const last = answeredParts(ground).find(isThis)
  return {
    name: `${tbl}.${id}.${field.field}`,
    field,
    rowId: id,
    value: fieldText(row.fields[field.field]),
    isOpen: pending === null && mayAsk(ground, part),
    pending,
    refused: last?.decision === 'rejected' ? last : null,
  }
}

/** Whether the guardian may know the answer: not before the office can no longer take it back. */
export const isAnswerOut = ({ answeredAt }: AskedRequest, now: number) =>
  answeredAt !== null && Date.parse(answeredAt) + answerLeavesAfterSeconds * 1000 <= now

const openParts = ({ asking, now }: Ground) =>
  asking.requests
    .filter((request) => request.withdrawnAt === null && !isAnswerOut(request, now))
    .flatMap(({ parts }) => parts)
    .filter(({ decision }) => decision !== 'withdrawn')

const answeredParts = ({ asking, now }: Ground) =>
  asking.requests.filter((request) => isAnswerOut(request, now)).flatMap(({ parts }) => parts)

function phoneOwnerOf({ tab, family, child }: Ground, rows: readonly OfficeRow[]) {
  if (tab === 'own') return family.guardianId
  if (tab === 'address') return rows.find(({ tbl }) => tbl === 'households')?.id ?? null
  // A small child seldom has a telephone: where none is known, none is asked for.
  return tab === 'personal' && rows.some(({ tbl }) => tbl === 'phones')
    ? (child?.pupilId ?? null)
    : null
}

function contactFor(ground: Ground) {
  const { tab, child } = ground
  if (tab !== 'contacts' || !child || child.protectionLevel > 0) return null
  return mayAsk(ground, add('contactLinks', child.pupilId, ground)) ? child.pupilId : null
}

/** For an address the children who live in the same home, for a contact all whom the guardian has a say in. */
function alsoFor({ tab, child, siblings, family }: Ground): readonly Child[] {
  const others = siblings.filter(
    ({ linkId, protectionLevel }) => linkId !== child?.linkId && protectionLevel === 0,
  )
  if (tab === 'contacts') return others.filter(({ hasAuthority }) => hasAuthority)
  if (tab !== 'address') return []
  const home = family.all.find(({ tbl }) => tbl === 'households')?.id
  return others.filter(({ pupilId }) =>
    family.rows.residences.some((row) => row.pupilId === pupilId && row.householdId === home),
  )
}
