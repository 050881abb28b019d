import { foldText } from '#shared/platform/fold-text.ts'
import type { FieldValue, RowFields } from '#shared/sync/sync-protocol.ts'
import type { ChangePart, ChangeRequest } from '../change-request.ts'
import type { AskInput } from './ask-fields.ts'
import { type FamilyRows, type FamilyTable, findRow, phoneOwnerOn } from './family-rows.ts'
import type { NewContact, NewPhone } from './new-rows.ts'
import { isSharedContact } from './why-not-ask.ts'

/** What carrying out a part writes: fields of a row, a new row with all its fields, or its removal. */
export type Effect = {
  readonly table: FamilyTable
  readonly id: string
  /** Null removes the row. */
  readonly fields: RowFields | null
}

export type Making = {
  readonly request: Pick<ChangeRequest, 'guardianId' | 'pupilIds' | 'tab'>
  readonly rows: FamilyRows
  readonly newId: () => string
  /** Id of a row that stands for a link, as desks make it. */
  readonly linkId: (table: string, ...parts: readonly string[]) => string
}

/** A text of a part as the column of a field of this kind holds it. */
export function columnValue(input: AskInput, text: string | null): FieldValue {
  if (text === null) return null
  return input === 'yes-no' || input === 'order' ? Number(text) : text
}

/** Fields of these rows that hold no null: an emptied name is an empty text. */
const neverNull: Readonly<Record<string, FieldValue>> = { lastName: '', homeLanguages: '[]' }

const noHealth: RowFields = {
  ...{ alert: null, allergies: null, conditions: null, medication: null, diet: null },
  ...{ medicationPermitted: 0, instructions: null },
}

/** Sets one field; the row of a child's health is made when there is none. */
export function setEffect(
  { tbl, rowId, field }: Pick<ChangePart, 'tbl' | 'rowId' | 'field'>,
  value: FieldValue,
  rows: FamilyRows,
): Effect[] {
  if (field === null) return []
  const fields = {
    [field]: value ?? neverNull[field] ?? (field === 'medicationPermitted' ? 0 : null),
  }
  const isNew = tbl === 'medicals' && !findRow(rows, tbl, rowId)
  return [{ table: tbl, id: rowId, fields: isNew ? { ...noHealth, ...fields } : fields }]
}

/** Ends a row: a number goes, a contact no longer belongs to the child. */
export function endEffects({ tbl, rowId }: Pick<ChangePart, 'tbl' | 'rowId'>, rows: FamilyRows) {
  const row = findRow(rows, tbl, rowId)
  if (!row) return []
  const ended: Effect[] = [{ table: tbl, id: rowId, fields: null }]
  if (tbl !== 'contactLinks') return ended
  const contactId = String(row.contactId)
  const others = rows.contactLinks.filter((link) => link.contactId === contactId && link !== row)
  const contact = findRow(rows, 'contacts', contactId)
  if (!contact || isSharedContact(contact) || others.length > 0) return ended
  // Of somebody who belongs to no child the school has nothing to keep.
  const phones = rows.phones.filter(({ ownerId }) => ownerId === contactId)
  const gone = [
    ...phones.map(({ id }) => remove('phones', String(id))),
    remove('contacts', contactId),
  ]
  return [...ended, ...gone]
}

const remove = (table: FamilyTable, id: string): Effect => ({ table, id, fields: null })

export function newPhoneEffects(phone: NewPhone, ownerId: string, making: Making): Effect[] {
  const ownerKind = phoneOwnerOn[making.request.tab]
  if (ownerKind === null) return []
  const own = making.rows.phones.filter((each) => each.ownerId === ownerId)
  const last = Math.max(0, ...own.map(({ position }) => Number(position)))
  return [phoneEffect(phone, { ownerKind, ownerId, position: last + 1 }, making)]
}

type Place = {
  readonly ownerKind: string
  readonly ownerId: string
  readonly position: number
}

function phoneEffect(phone: NewPhone, place: Place, { newId }: Making): Effect {
  const id = newId()
  const mayCallDuringSchool = Number(phone.mayCallDuringSchool)
  return { table: 'phones', id, fields: { ...phone, mayCallDuringSchool, ...place, id } }
}

/**
 * A new contact for every child of the request. A doctor whom the school knows by that name is the
 * same doctor: one row, that the office names once.
 */
export function newContactEffects(contact: NewContact, making: Making): Effect[] {
  const known = knownContact(contact, making.rows)
  const { relation, mayCollect, phones, ...own } = contact
  const id = known ? String(known.id) : making.newId()
  const made: Effect[] = known
    ? []
    : [
        { table: 'contacts', id, fields: { ...own, note: null, id } },
        ...phones.map((phone, index) =>
          phoneEffect(phone, { ownerKind: 'contact', ownerId: id, position: index + 1 }, making),
        ),
      ]
  const links = making.request.pupilIds.flatMap((pupilId): Effect[] => {
    const present = making.rows.contactLinks.filter((link) => link.pupilId === pupilId)
    if (present.some(({ contactId }) => contactId === id)) return []
    const link = making.linkId('contactLinks', pupilId, id)
    const contactOrder = Math.max(0, ...present.map((each) => Number(each.contactOrder))) + 1
    const fields = {
      ...{ id: link, pupilId, contactId: id, contactOrder, relation },
      ...{ mayCollect: Number(mayCollect), collectingForbidden: 0 },
      ...{ validFrom: null, validUntil: null },
    }
    return [{ table: 'contactLinks', id: link, fields }]
  })
  return [...made, ...links]
}

/** The doctor, dentist or care whom the school knows by this name. */
export function knownContact({ kind, name }: Pick<NewContact, 'kind' | 'name'>, rows: FamilyRows) {
  return rows.contacts.find(
    (each) =>
      isSharedContact(each) && each.kind === kind && foldText(String(each.name)) === foldText(name),
  )
}
