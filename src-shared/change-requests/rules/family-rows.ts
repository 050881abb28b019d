import type { RowFields } from '#shared/sync/sync-protocol.ts'
import type { AskTab, AskTable, ChangePart } from '../change-request.ts'
import { fieldText } from '../change-request.ts'

/** Tables that the rules of requests look at, as rows of sync have them. */
export type FamilyTable = AskTable | 'guardianLinks' | 'residences' | 'memberships'

/**
 * The rows around one guardian, with which desk and portal judge a request alike: the guardian, the
 * ties to children, those children with their homes, groups, contacts, health and phones. Of a
 * contact **every** tie is here, also to children of others; of a home everybody who lives there.
 */
export type FamilyRows = Readonly<Record<FamilyTable, readonly RowFields[]>>

export const findRow = (rows: FamilyRows, table: FamilyTable, id: string) =>
  rows[table].find((row) => row.id === id)

/** The present value of the field that a part is about, as a part would carry it. */
export function presentText(
  rows: FamilyRows,
  { act, tbl, rowId, field }: Pick<ChangePart, 'act' | 'tbl' | 'rowId' | 'field'>,
): string | null {
  const row = findRow(rows, tbl, rowId)
  if (act === 'add' || !row) return null
  if (act === 'set') return fieldText(row[field ?? ''])
  if (tbl === 'phones') return fieldText(row.number)
  const contact = findRow(rows, 'contacts', String(row.contactId))
  return fieldText(contact?.name)
}

/** Whose phones a tab shows. */
export const phoneOwnerOn = {
  own: 'guardian',
  address: 'household',
  contacts: 'contact',
  personal: 'pupil',
  medical: null,
} as const satisfies Record<AskTab, string | null>
