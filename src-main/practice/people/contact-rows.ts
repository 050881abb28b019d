import {
  type Contact,
  type ContactFields,
  ContactId,
  type ContactLinkFields,
  ContactLinkId,
} from '#shared/families/contact.ts'
import { linkId } from '../../platform/ids.ts'
import type { Making } from '../making.ts'
import type { SettledFamily } from './family-rows.ts'

/** Doctors and day-cares that many pupils share. */
export type SharedContacts = {
  readonly doctors: readonly Contact[]
  readonly dentist: Contact
  readonly afterSchoolCares: readonly Contact[]
}

export function addSharedContacts(making: Making): SharedContacts {
  const { profile, random } = making
  const { words } = profile
  const practice = (kind: 'doctor' | 'dentist' | 'after-school-care', name: string) => {
    const town = random.pick(profile.towns)
    const postcode = profile.postcode(random.pick(town.postcodes), random)
    const address = `${random.pick(profile.streets)} ${random.between(1, 90)}, ${postcode} ${town.name}`
    return addContact(making, { kind, name, address }, 'work')
  }
  return {
    doctors: words.doctors.map((name) => practice('doctor', name)),
    dentist: practice('dentist', words.dentist),
    afterSchoolCares: words.afterSchoolCares.map((name) => practice('after-school-care', name)),
  }
}

/** Who else is there for the children of one family: the same people for all of them. */
export function addContacts(making: Making, shared: SharedContacts, family: SettledFamily) {
  const { random, profile } = making
  const { words } = profile
  const isKept = family.protection === 0
  const chosen: { readonly contact: Contact; readonly link: Partial<ContactLinkFields> }[] = []
  const add = (contact: Contact, link: Partial<ContactLinkFields> = {}) =>
    chosen.push({ contact, link })

  if (isKept && random.chance(0.4)) {
    const isGrandmother = random.chance(0.6)
    const relation = isGrandmother ? words.grandmother : words.grandfather
    const name = relativeName(making, family, isGrandmother ? 'female' : 'male')
    add(addContact(making, { kind: 'emergency', name }, 'mobile'), { relation, mayCollect: true })
  }
  if (isKept && random.chance(0.08)) {
    const name = relativeName(making, family, 'female')
    const link = { relation: words.babysitter, mayCollect: true }
    add(addContact(making, { kind: 'babysitter', name }, 'mobile'), link)
  }
  if (isKept && random.chance(0.12)) {
    const name = relativeName(making, family, 'female')
    const relation = random.chance(0.5) ? words.neighbour : words.aunt
    add(addContact(making, { kind: 'collector', name }, 'mobile'), { relation, mayCollect: true })
  }
  if (family.kind === 'no-contact') {
    const name = relativeName(making, family, 'male')
    const link = { relation: words.neverCollect, collectingForbidden: true }
    add(addContact(making, { kind: 'other', name }, null), link)
  }
  if (random.chance(0.2)) add(random.pick(shared.afterSchoolCares), { mayCollect: true })
  if (random.chance(0.88)) add(random.pick(shared.doctors))
  if (random.chance(0.1)) add(shared.dentist)

  for (const { id: pupilId } of family.members) {
    chosen.forEach(({ contact, link }, index) => {
      making.rows.contactLinks.push({
        id: ContactLinkId.parse(linkId('contactLinks', pupilId, contact.id)),
        pupilId,
        contactId: contact.id,
        contactOrder: index + 1,
        relation: null,
        mayCollect: false,
        collectingForbidden: false,
        validFrom: null,
        validUntil: null,
        ...link,
      })
    })
  }
}

function addContact(
  { rows, newId, addPhone }: Making,
  fields: Pick<ContactFields, 'kind' | 'name'> & Partial<ContactFields>,
  phone: 'mobile' | 'work' | null,
): Contact {
  const id = ContactId.parse(newId())
  const contact = { organisation: null, address: null, email: null, note: null, ...fields, id }
  rows.contacts.push(contact)
  if (phone) addPhone({ kind: 'contact', id }, { kind: phone, duringSchool: true })
  return contact
}

function relativeName({ random }: Making, { names, name }: SettledFamily, sex: 'female' | 'male') {
  const first = random.pick(sex === 'female' ? names.women : names.men)
  return [first, name.prefix, name.lastName].filter(Boolean).join(' ')
}
