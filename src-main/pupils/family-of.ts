import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Phone } from '#shared/families/contact.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../families/families-table.ts'
import type { ReadDb } from '../platform/database.ts'

/** The numbers of several owners, each in calling order. */
export function phonesOf(db: ReadDb, owners: readonly string[]): Phone[] {
  if (owners.length === 0) return []
  return db
    .select()
    .from(phones)
    .where(inArray(phones.ownerId, [...owners]))
    .orderBy(asc(phones.position))
    .all()
}

/** Guardians with their numbers, whom to call first in front. */
export function guardiansOf(db: ReadDb, pupilId: PupilId) {
  const rows = db
    .select({ guardian: guardians, link: guardianLinks })
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(eq(guardianLinks.pupilId, pupilId))
    .orderBy(asc(guardianLinks.contactOrder), asc(guardians.firstName))
    .all()
  const numbers = phonesOf(
    db,
    rows.map(({ guardian }) => guardian.id),
  )
  return rows.map((row) => ({ ...row, phones: ownedBy(row.guardian.id, numbers) }))
}

/** Where the pupil lives, the main home in front. */
export function householdsOf(db: ReadDb, pupilId: PupilId) {
  const rows = db
    .select({ household: households, residence: residences })
    .from(residences)
    .innerJoin(households, eq(households.id, residences.householdId))
    .where(eq(residences.pupilId, pupilId))
    .orderBy(desc(residences.isMain))
    .all()
  const numbers = phonesOf(
    db,
    rows.map(({ household }) => household.id),
  )
  return rows.map((row) => ({ ...row, phones: ownedBy(row.household.id, numbers) }))
}

export function contactsOf(db: ReadDb, pupilId: PupilId) {
  const rows = db
    .select({ contact: contacts, link: contactLinks })
    .from(contactLinks)
    .innerJoin(contacts, eq(contacts.id, contactLinks.contactId))
    .where(eq(contactLinks.pupilId, pupilId))
    .orderBy(asc(contactLinks.contactOrder), asc(contacts.name))
    .all()
  const numbers = phonesOf(
    db,
    rows.map(({ contact }) => contact.id),
  )
  return rows.map((row) => ({ ...row, phones: ownedBy(row.contact.id, numbers) }))
}

const ownedBy = (owner: string, numbers: readonly Phone[]) =>
  numbers.filter(({ ownerId }) => ownerId === owner)
