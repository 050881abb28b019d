import { eq } from 'drizzle-orm'
import {
  type Contact,
  ContactId,
  type ContactKind,
  type ContactLink,
  ContactLinkId,
} from '#shared/families/contact.ts'
import type { FamiliesContract } from '#shared/families/families-contract.ts'
import { changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { hidesAddress, shownName } from '#shared/pupils/mask.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, Service, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { isMasked } from '../pupils/reveals-table.ts'
import { isContactClosed } from './closed-to.ts'
import { contactLinks, contacts, phones } from './families-table.ts'
import { findContact, findPupil, savePhones } from './family-lookup.ts'

type ContactCommand =
  | 'contacts'
  | 'addContact'
  | 'changeContact'
  | 'changeContactLink'
  | 'unlinkContact'

/** These serve many pupils and stay known when the last of them leaves. */
const shared: readonly ContactKind[] = ['doctor', 'dentist', 'after-school-care']

/** Doctors, babysitters, neighbours: everybody who is no guardian. */
export const contactCommands: Pick<Service<FamiliesContract>, ContactCommand> = {
  contacts(db, _input, caller) {
    const isVisible = whoIsVisible(db, caller)
    const linked = db
      .select({ contactId: contactLinks.contactId, pupil: pupils })
      .from(contactLinks)
      .innerJoin(pupils, eq(pupils.id, contactLinks.pupilId))
      .all()
    const pupilsByContact = Map.groupBy(linked, ({ contactId }) => contactId)
    return db
      .select()
      .from(contacts)
      .orderBy(contacts.name)
      .all()
      .filter(({ id, kind }) => {
        const own = pupilsByContact.get(id)
        if (!own) return shared.includes(kind)
        // Whom only a protected child has leads to that child.
        return own.some(({ pupil }) => isVisible(pupil.id) && !hidesAddress(pupil))
      })
  },

  addContact(db, { pupilId, contactId, fields, link, phones: numbers }, context) {
    const pupil = findPupil(db, pupilId)
    if (!pupil) return refuse('pupil.not-found')
    const known = contactId ? findContact(db, contactId) : newContact(fields, context.newId)
    if (!known) return refuse('contact.not-found')
    if (isMasked(db, pupil, context) || isContactClosed(db, known.id, context)) {
      return refuse('pupil.protected')
    }
    const id = ContactLinkId.parse(linkId('contactLinks', pupilId, known.id))
    if (findLink(db, id)) return refuse('link.exists')

    if (!contactId) {
      db.save(contacts, known)
      savePhones(db, { ownerKind: 'contact', ownerId: known.id }, numbers, context)
    }
    db.save(contactLinks, { ...settled(link), id, pupilId, contactId: known.id })
    db.describe(`${known.name}, ${shownName(pupil)}`)
    return ok(id)
  },

  changeContact(db, { id, fields }, context) {
    const contact = findContact(db, id)
    if (!contact) return refuse('contact.not-found')
    if (isContactClosed(db, id, context)) return refuse('pupil.protected')

    const wanted = changed(contact, fields)
    db.save(contacts, wanted)
    db.describe(wanted.name)
    return ok(null)
  },

  changeContactLink(db, { id, fields }, context) {
    const link = findLink(db, id)
    if (!link) return refuse('link.not-found')
    if (isLinkClosed(db, link, context)) return refuse('pupil.protected')

    db.save(contactLinks, settled(changed(link, fields)))
    describeLink(db, link)
    return ok(null)
  },

  unlinkContact(db, { id }, context) {
    const link = findLink(db, id)
    if (!link) return refuse('link.not-found')
    if (isLinkClosed(db, link, context)) return refuse('pupil.protected')

    describeLink(db, link)
    db.remove(contactLinks, id)
    removeWhenNobodys(db, link.contactId)
    return ok(null)
  },
}

function newContact(fields: Omit<Contact, 'id'> | null, newId: () => string): Contact | undefined {
  return fields ? { ...fields, id: ContactId.parse(newId()) } : undefined
}

/** Who may never take the child along may not collect it either. */
function settled<Link extends Pick<ContactLink, 'mayCollect' | 'collectingForbidden'>>(link: Link) {
  return link.collectingForbidden ? { ...link, mayCollect: false } : link
}

function findLink(db: WriteDb, id: ContactLinkId) {
  return db.select().from(contactLinks).where(eq(contactLinks.id, id)).get()
}

function isLinkClosed(db: WriteDb, { pupilId }: ContactLink, context: Context) {
  const pupil = findPupil(db, pupilId)
  return pupil !== undefined && isMasked(db, pupil, context)
}

/** A neighbour of no pupil is a stranger, about whom the school has nothing to keep. */
function removeWhenNobodys(db: WriteDb, id: ContactId) {
  const contact = findContact(db, id)
  const links = db.select().from(contactLinks).where(eq(contactLinks.contactId, id)).all()
  if (!contact || shared.includes(contact.kind) || links.length > 0) return
  const numbers = db.select().from(phones).where(eq(phones.ownerId, id)).all()
  for (const phone of numbers) db.remove(phones, phone.id)
  db.remove(contacts, id)
}

function describeLink(db: WriteDb, { contactId, pupilId }: ContactLink) {
  const contact = findContact(db, contactId)
  const pupil = findPupil(db, pupilId)
  db.describe([contact?.name, pupil && shownName(pupil)].filter(Boolean).join(', '))
}
