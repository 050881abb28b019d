import { parseJson } from '#shared/change-requests/rules/asked-value.ts'
import { NewContact } from '#shared/change-requests/rules/new-rows.ts'
import { isSharedContact } from '#shared/change-requests/rules/why-not-ask.ts'
import type { Child } from '../children-table.ts'
import { type OfficeRow, textOf } from '../file/office-row.ts'
import type { Asking } from '../file/read-asking.ts'
import type { Family } from '../file/read-family.ts'

/**
 * The contacts of a child that this guardian may see, each as its tie, itself and its phones.
 *
 * The records do not say who named a contact. Where the child's guardians live apart a babysitter or a
 * grandmother may belong to the other home, so that only doctors and the like are shown, and whom this
 * guardian named here: the other ones are told by number alone.
 */
export function visibleContacts(
  family: Family,
  child: Child,
  asking: Asking,
): readonly OfficeRow[] {
  if (child.protectionLevel > 0) return []
  return tiesOf(family, child)
    .filter(({ contact }) => contact.level === 0 && isVisible(contact, family, child, asking))
    .flatMap(({ link, contact }) => [contact, link, ...phonesOf(family, contact)])
}

/** How many contacts the child has that this guardian may not see. */
export function unseenContacts(family: Family, child: Child, asking: Asking): number {
  return tiesOf(family, child).filter(({ contact }) => !isVisible(contact, family, child, asking))
    .length
}

function tiesOf({ all }: Family, { pupilId }: Child) {
  return all
    .filter(({ tbl, fields }) => tbl === 'contactLinks' && fields.pupilId === pupilId)
    .toSorted((a, b) => Number(a.fields.contactOrder) - Number(b.fields.contactOrder))
    .flatMap((link) => {
      const contact = all.find(({ tbl, id }) => tbl === 'contacts' && id === link.fields.contactId)
      return contact ? [{ link, contact }] : []
    })
}

function phonesOf({ all }: Family, { id }: OfficeRow) {
  return all
    .filter(({ tbl, fields }) => tbl === 'phones' && fields.ownerId === id)
    .toSorted((a, b) => Number(a.fields.position) - Number(b.fields.position))
}

function isVisible(contact: OfficeRow, family: Family, child: Child, asking: Asking) {
  if (!family.separated.has(child.pupilId) || isSharedContact(contact.fields)) return true
  return namedHere(asking).some(
    ({ kind, name, organisation, address, email, phones }) =>
      kind === contact.fields.kind &&
      name === contact.fields.name &&
      organisation === textOf(contact.fields, 'organisation') &&
      address === textOf(contact.fields, 'address') &&
      email === textOf(contact.fields, 'email') &&
      phonesOf(family, contact).every(({ fields }) =>
        phones.some(({ number }) => number === fields.number),
      ),
  )
}

/** Contacts that this guardian asked for and the office took over. */
const namedHere = ({ requests }: Asking) =>
  requests
    .flatMap(({ parts }) => parts)
    .filter(
      ({ act, tbl, decision }) =>
        act === 'add' && tbl === 'contactLinks' && decision === 'accepted',
    )
    .flatMap(({ decided, asked }) => {
      const read = NewContact.safeParse(parseJson(decided ?? asked ?? ''))
      return read.success ? [read.data] : []
    })
