import { eq, isNull, sql } from 'drizzle-orm'
import type { PersonName } from '#shared/pupils/person-name.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import type { ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { guardianLinks, guardians, households, phones, residences } from '../families-table.ts'

export type ListedPupil = PersonName & Pick<Pupil, 'id' | 'protectionLevel' | 'alias'>

/** A guardian as one pupil's: the same person stands with each of the children. */
export type ListedGuardian = PersonName & {
  readonly id: string
  readonly householdId: string | null
  readonly contactOrder: number
  readonly noContact: boolean
}
export type ListedHome = { readonly householdId: string; readonly isMain: boolean }
export type ListedHousehold = {
  readonly street: string | null
  readonly houseNumber: string | null
  readonly houseNumberAddition: string | null
  readonly postcode: string | null
  readonly town: string | null
}

export type FamilyRows = ReturnType<typeof readFamilyRows>

/** Everything the list of families says, with one query for each table, whatever the size. */
export function readFamilyRows(db: ReadDb) {
  return {
    pupils: readPupils(db),
    guardiansByPupil: readGuardians(db),
    homesByPupil: readHomes(db),
    householdsById: readHouseholds(db),
    /** Numbers of guardians and households in calling order, one a line. */
    phonesByOwner: readPhones(db),
  }
}

// `values()` gives arrays: for thousands of rows half the time that objects take.

function readPupils(db: ReadDb): ListedPupil[] {
  const { id, firstName, prefix, lastName, protectionLevel, alias, mergedInto } = pupils
  return db
    .select({ id, firstName, prefix, lastName, protectionLevel, alias })
    .from(pupils)
    .where(isNull(mergedInto))
    .values()
    .map(([id, firstName, prefix, lastName, protectionLevel, alias]) => ({
      id,
      firstName,
      prefix,
      lastName,
      protectionLevel,
      alias,
    }))
}

function readGuardians(db: ReadDb) {
  const byPupil = new Map<PupilId, ListedGuardian[]>()
  const { pupilId, contactOrder, noContact } = guardianLinks
  const { id, firstName, prefix, lastName, householdId } = guardians
  const rows = db
    .select({ pupilId, id, firstName, prefix, lastName, householdId, contactOrder, noContact })
    .from(guardianLinks)
    .innerJoin(guardians, eq(id, guardianLinks.guardianId))
    .values()
  for (const [pupil, id, firstName, prefix, lastName, householdId, order, isForbidden] of rows) {
    const noContact = isForbidden === 1
    add(byPupil, pupil, {
      id,
      firstName,
      prefix,
      lastName,
      householdId,
      contactOrder: order,
      noContact,
    })
  }
  return byPupil
}

function readHomes(db: ReadDb) {
  const byPupil = new Map<PupilId, ListedHome[]>()
  const { pupilId, householdId, isMain } = residences
  const rows = db.select({ pupilId, householdId, isMain }).from(residences).values()
  for (const [pupil, household, main] of rows) {
    add(byPupil, pupil, { householdId: household, isMain: main === 1 })
  }
  return byPupil
}

function readHouseholds(db: ReadDb) {
  const byId = new Map<string, ListedHousehold>()
  const { id, street, houseNumber, houseNumberAddition, postcode, town } = households
  const rows = db
    .select({ id, street, houseNumber, houseNumberAddition, postcode, town })
    .from(households)
    .values()
  for (const [id, street, houseNumber, houseNumberAddition, postcode, town] of rows) {
    byId.set(id, { street, houseNumber, houseNumberAddition, postcode, town })
  }
  return byId
}

function readPhones(db: ReadDb) {
  const { ownerId } = phones
  const numbers = sql<string>`group_concat(${phones.number}, char(10) ORDER BY ${phones.position})`
  const rows = db.select({ ownerId, numbers }).from(phones).groupBy(ownerId).values()
  return new Map<string, string>(rows.map(([owner, numbers]) => [owner, numbers]))
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
