import { and, isNull } from 'drizzle-orm'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'
import { enrolments, pupils } from '../pupils/pupils-table.ts'
import { staff } from '../staff/staff-table.ts'
import { createShelf } from './shelf.ts'

export type SearchRows = ReturnType<typeof createSearchRows>

/** Ids of the rows that a commit touched, by table. */
export type ChangedRows = ReadonlyMap<string, ReadonlySet<string>>

/** The rows that searching needs, in memory, each with only the columns that it looks in. */
export function createSearchRows() {
  // Each shelf has the name of its table, by which changes are announced.
  const shelves = { ...pupilShelves(), ...familyShelves(), ...linkShelves(), ...groupShelves() }

  return {
    ...shelves,

    shelves: () => Object.values(shelves),

    clear() {
      for (const shelf of Object.values(shelves)) shelf.clear()
    },

    /** Reads changed rows again; answers the ids of everything that they say something about. */
    refresh(db: ReadDb, changed: ChangedRows): Set<string> {
      const touched = new Set<string>()
      for (const [name, shelf] of Object.entries(shelves)) {
        const ids = changed.get(name)
        if (!ids) continue
        for (const id of shelf.refresh(db, [...ids])) touched.add(id)
      }
      return touched
    },
  }
}

const none = () => []

function pupilShelves() {
  const columns = {
    id: pupils.id,
    firstName: pupils.firstName,
    officialNames: pupils.officialNames,
    prefix: pupils.prefix,
    lastName: pupils.lastName,
    email: pupils.email,
    pupilNumber: pupils.pupilNumber,
    nationalNumber: pupils.nationalNumber,
    protectionLevel: pupils.protectionLevel,
    alias: pupils.alias,
  }
  const stay = {
    id: enrolments.id,
    pupilId: enrolments.pupilId,
    startsOn: enrolments.startsOn,
    endsOn: enrolments.endsOn,
  }
  return {
    // A merged record is found under the one that went on.
    pupils: createShelf(
      pupils.id,
      (db, only) =>
        db
          .select(columns)
          .from(pupils)
          .where(and(isNull(pupils.mergedInto), only))
          .all(),
      none,
    ),
    enrolments: createShelf(
      enrolments.id,
      (db, only) => db.select(stay).from(enrolments).where(only).all(),
      ({ pupilId }) => [pupilId],
    ),
  }
}

function familyShelves() {
  const guardian = {
    id: guardians.id,
    firstName: guardians.firstName,
    prefix: guardians.prefix,
    lastName: guardians.lastName,
    email: guardians.email,
    householdId: guardians.householdId,
  }
  const household = {
    id: households.id,
    street: households.street,
    houseNumber: households.houseNumber,
    houseNumberAddition: households.houseNumberAddition,
    postcode: households.postcode,
    town: households.town,
  }
  const phone = { id: phones.id, ownerId: phones.ownerId, number: phones.number }
  return {
    guardians: createShelf(
      guardians.id,
      (db, only) => db.select(guardian).from(guardians).where(only).all(),
      ({ householdId }) => [householdId],
    ),
    households: createShelf(
      households.id,
      (db, only) => db.select(household).from(households).where(only).all(),
      none,
    ),
    contacts: createShelf(
      contacts.id,
      (db, only) => db.select().from(contacts).where(only).all(),
      none,
    ),
    phones: createShelf(
      phones.id,
      (db, only) => db.select(phone).from(phones).where(only).orderBy(phones.position).all(),
      ({ ownerId }) => [ownerId],
    ),
  }
}

function linkShelves() {
  const guardianLink = {
    id: guardianLinks.id,
    pupilId: guardianLinks.pupilId,
    guardianId: guardianLinks.guardianId,
    relation: guardianLinks.relation,
  }
  const residence = {
    id: residences.id,
    pupilId: residences.pupilId,
    householdId: residences.householdId,
  }
  const contactLink = {
    id: contactLinks.id,
    pupilId: contactLinks.pupilId,
    contactId: contactLinks.contactId,
  }
  return {
    guardianLinks: createShelf(
      guardianLinks.id,
      (db, only) => db.select(guardianLink).from(guardianLinks).where(only).all(),
      ({ pupilId, guardianId }) => [pupilId, guardianId],
    ),
    residences: createShelf(
      residences.id,
      (db, only) => db.select(residence).from(residences).where(only).all(),
      ({ pupilId, householdId }) => [pupilId, householdId],
    ),
    contactLinks: createShelf(
      contactLinks.id,
      (db, only) => db.select(contactLink).from(contactLinks).where(only).all(),
      ({ pupilId, contactId }) => [pupilId, contactId],
    ),
  }
}

function groupShelves() {
  return {
    schoolYears: createShelf(
      schoolYears.id,
      (db, only) => db.select().from(schoolYears).where(only).all(),
      none,
    ),
    groups: createShelf(
      groups.id,
      (db, only) => db.select().from(groups).where(only).all(),
      ({ schoolYearId }) => [schoolYearId],
    ),
    memberships: createShelf(
      memberships.id,
      (db, only) => db.select().from(memberships).where(only).all(),
      ({ pupilId, groupId }) => [pupilId, groupId],
    ),
    groupStaff: createShelf(
      groupStaff.id,
      (db, only) => db.select().from(groupStaff).where(only).all(),
      ({ groupId, staffId }) => [groupId, staffId],
    ),
    staff: createShelf(staff.id, (db, only) => db.select().from(staff).where(only).all(), none),
  }
}
