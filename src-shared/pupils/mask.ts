import type { Contact, Phone } from '#shared/families/contact.ts'
import type { Country } from '#shared/platform/language.ts'
import { mayReveal, maySee, type Viewer } from '#shared/staff/rights.ts'
import { displayName, initialsOf, type PersonName, sortName } from './person-name.ts'
import type { Enrolment, Pupil } from './pupil.ts'
import type { FamilyGuardian, PupilFile } from './pupils-contract.ts'

/**
 * What is hidden from a viewer of one pupil: the one place that decides it (`domain.md` 3.3).
 *
 * From level 1 nobody sees where a child can be found or called, from level 2 nobody sees who it
 * is, until somebody who may reveals it with a reason. Everything that leaves the data thread
 * about a pupil goes through this file.
 */
export type Mask = PupilFile['hidden']

type Protected = Pick<Pupil, 'protectionLevel'>

export const hidesAddress = ({ protectionLevel }: Protected) => protectionLevel >= 1
export const hidesName = ({ protectionLevel }: Protected) => protectionLevel >= 2

export function maskOf(viewer: Viewer, pupil: Protected): Mask {
  return {
    address: maySee(viewer, 'address') ? when(hidesAddress(pupil)) : 'role',
    nationalNumber: maySee(viewer, 'national-number') ? when(hidesName(pupil)) : 'role',
    medical: maySee(viewer, 'medical') ? null : 'role',
    name: maySee(viewer, 'identity') ? when(hidesName(pupil)) : 'role',
    agreement: hidesAddress(pupil) && !mayReveal(viewer) ? 'role' : null,
  }
}

/** What stays hidden after a reveal: only what the role may not see at all. */
export const revealedMaskOf = (viewer: Viewer) => maskOf(viewer, { protectionLevel: 0 })

const when = (isHidden: boolean) => (isHidden ? 'protection' : null)

type Named = PersonName & Pick<Pupil, 'alias' | 'protectionLevel'>

/** The name for lists and everybody: that of the pupil, or its cover. */
export function shownName(pupil: Named) {
  return hidesName(pupil) ? coverName(pupil) : displayName(pupil)
}

export function shownSortName(pupil: Named, country: Country) {
  return hidesName(pupil) ? coverName(pupil) : sortName(pupil, country)
}

/** The alias, or initials when nobody chose one. */
function coverName({ alias, firstName, lastName }: Named) {
  return alias ?? initialsOf(`${firstName} ${lastName}`)
}

/** The pupil's own row without what the mask hides. */
export function maskPupil(pupil: Pupil, mask: Mask): Pupil {
  return {
    ...pupil,
    ...(mask.nationalNumber ? { nationalNumber: null, nationalNumberKind: null } : {}),
    ...(mask.address ? { email: null, note: null } : {}),
    ...(mask.name ? coverFields(pupil) : {}),
    ...(mask.agreement ? { protectionAgreement: null } : {}),
  }
}

function coverFields(pupil: Pupil) {
  return {
    firstName: coverName(pupil),
    officialNames: null,
    initials: null,
    prefix: null,
    lastName: '',
    birthPlace: null,
    nationality: null,
    email: null,
    note: null,
  }
}

/** Which schools a protected child came from and went to is a trail too. */
export function maskEnrolment(enrolment: Enrolment, mask: Mask): Enrolment {
  return mask.address
    ? { ...enrolment, endReason: null, fromSchool: null, toSchool: null }
    : enrolment
}

/** A guardian of a protected child has no phone, e-mail or home, and no name when the child has none. */
export function maskGuardian(entry: FamilyGuardian, mask: Mask): FamilyGuardian {
  const { guardian, link } = entry
  if (!mask.address && !mask.name) return entry
  return {
    guardian: {
      ...guardian,
      email: null,
      note: null,
      householdId: null,
      ...(mask.name ? { firstName: '', initials: null, prefix: null, lastName: '' } : {}),
    },
    link: { ...link, authorityDocument: null, informationDocument: null, note: null },
    phones: [],
  }
}

type FamilyContact = PupilFile['contacts'][number]

/** The doctor, the neighbour and the grandmother lead to the child as well. */
export function maskContact(entry: FamilyContact, mask: Mask): FamilyContact {
  if (!mask.address && !mask.name) return entry
  const contact: Contact = {
    ...entry.contact,
    address: null,
    email: null,
    note: null,
    ...(mask.name ? { name: '', organisation: null } : {}),
  }
  const phones: readonly Phone[] = []
  return { contact, link: { ...entry.link, ...(mask.name ? { relation: null } : {}) }, phones }
}

/** A whole file as the mask lets it be seen. */
export function maskFile(file: PupilFile, mask: Mask): PupilFile {
  const hidesPlace = mask.address !== null
  return {
    ...file,
    pupil: maskPupil(file.pupil, mask),
    name: mask.name ? coverName(file.pupil) : file.name,
    enrolments: file.enrolments.map((each) => maskEnrolment(each, mask)),
    households: hidesPlace ? [] : file.households,
    guardians: file.guardians.map((each) => maskGuardian(each, mask)),
    contacts: file.contacts.map((each) => maskContact(each, mask)),
    phones: hidesPlace ? [] : file.phones,
    // A sibling has the same name and mostly the same home.
    siblings: hidesPlace ? [] : file.siblings,
    medical: mask.medical ? null : file.medical,
    consents: hidesPlace ? file.consents.map((each) => ({ ...each, note: null })) : file.consents,
    numberWarning: mask.nationalNumber ? false : file.numberWarning,
    hasPhoto: hidesPlace ? false : file.hasPhoto,
    hidden: mask,
  }
}
