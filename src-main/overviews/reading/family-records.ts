import { eq, inArray } from 'drizzle-orm'
import type { Contact, ContactLink } from '#shared/families/contact.ts'
import type { Guardian, GuardianLink } from '#shared/families/guardian.ts'
import type { Household, HouseholdId, Residence } from '#shared/families/household.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../families/families-table.ts'
import type { ReadDb } from '../../platform/database.ts'

export type ListedGuardian = { readonly guardian: Guardian; readonly link: GuardianLink }
export type ListedContact = { readonly contact: Contact; readonly link: ContactLink }
export type ListedHome = { readonly household: Household; readonly residence: Residence }

/** In the order of calling. */
export function readGuardians(db: ReadDb, ids: readonly PupilId[]) {
  const listed: ListedGuardian[] = db
    .select({ guardian: guardians, link: guardianLinks })
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(inArray(guardianLinks.pupilId, [...ids]))
    .all()
  listed.sort((a, b) => a.link.contactOrder - b.link.contactOrder)
  return Map.groupBy(listed, ({ link }) => link.pupilId)
}

/** In the order of calling. */
export function readContacts(db: ReadDb, ids: readonly PupilId[]) {
  const listed: ListedContact[] = db
    .select({ contact: contacts, link: contactLinks })
    .from(contactLinks)
    .innerJoin(contacts, eq(contacts.id, contactLinks.contactId))
    .where(inArray(contactLinks.pupilId, [...ids]))
    .all()
  listed.sort((a, b) => a.link.contactOrder - b.link.contactOrder)
  return Map.groupBy(listed, ({ link }) => link.pupilId)
}

/** The main home first. */
export function readHomes(db: ReadDb, ids: readonly PupilId[]) {
  const listed: ListedHome[] = db
    .select({ household: households, residence: residences })
    .from(residences)
    .innerJoin(households, eq(households.id, residences.householdId))
    .where(inArray(residences.pupilId, [...ids]))
    .all()
  listed.sort((a, b) => Number(b.residence.isMain) - Number(a.residence.isMain))
  return Map.groupBy(listed, ({ residence }) => residence.pupilId)
}

export function readHouseholds(db: ReadDb, ids: readonly HouseholdId[]) {
  const rows = db
    .select()
    .from(households)
    .where(inArray(households.id, unique(ids)))
    .all()
  return new Map(rows.map((household) => [household.id, household]))
}

/** In the order of calling, by the id of whose they are. */
export function readPhones(db: ReadDb, ownerIds: readonly string[]) {
  const rows = db
    .select()
    .from(phones)
    .where(inArray(phones.ownerId, unique(ownerIds)))
    .all()
  rows.sort((a, b) => a.position - b.position)
  return Map.groupBy(rows, ({ ownerId }) => ownerId)
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)]
