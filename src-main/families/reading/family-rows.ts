import { isNull } from 'drizzle-orm'
import type { PersonName } from '#shared/pupils/person-name.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import type { ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { guardianLinks, guardians, households, phones, residences } from '../families-table.ts'

export type ListedPupil = PersonName & Pick<Pupil, 'id' | 'protectionLevel' | 'alias'>
export type ListedGuardian = PersonName & {
  readonly id: string
  readonly householdId: string | null
}
export type ListedLink = {
  readonly guardianId: string
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
    linksByPupil: readLinks(db),
    guardiansById: readGuardians(db),
    homesByPupil: readHomes(db),
    householdsById: readHouseholds(db),
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

function readLinks(db: ReadDb) {
  const byPupil = new Map<PupilId, ListedLink[]>()
  const { pupilId, guardianId, contactOrder, noContact } = guardianLinks
  const rows = db.select({ pupilId, guardianId, contactOrder, noContact }).from(guardianLinks)
  for (const [pupil, guardian, order, isForbidden] of rows.values()) {
    add(byPupil, pupil, {
      guardianId: guardian,
      contactOrder: order,
      noContact: isForbidden === 1,
    })
  }
  return byPupil
}

function readGuardians(db: ReadDb) {
  const byId = new Map<string, ListedGuardian>()
  const { id, firstName, prefix, lastName, householdId } = guardians
  const rows = db.select({ id, firstName, prefix, lastName, householdId }).from(guardians)
  for (const [id, firstName, prefix, lastName, householdId] of rows.values()) {
    byId.set(id, { id, firstName, prefix, lastName, householdId })
  }
  return byId
}

function readHomes(db: ReadDb) {
  const byPupil = new Map<PupilId, ListedHome[]>()
  const { pupilId, householdId, isMain } = residences
  for (const [pupil, household, main] of db
    .select({ pupilId, householdId, isMain })
    .from(residences)
    .values()) {
    add(byPupil, pupil, { householdId: household, isMain: main === 1 })
  }
  return byPupil
}

function readHouseholds(db: ReadDb) {
  const byId = new Map<string, ListedHousehold>()
  const { id, street, houseNumber, houseNumberAddition, postcode, town } = households
  for (const row of db
    .select({ id, street, houseNumber, houseNumberAddition, postcode, town })
    .from(households)
    .values()) {
    const [id, street, houseNumber, houseNumberAddition, postcode, town] = row
    byId.set(id, { street, houseNumber, houseNumberAddition, postcode, town })
  }
  return byId
}

/** Numbers of guardians and households, in calling order. */
function readPhones(db: ReadDb) {
  const byOwner = new Map<string, string[]>()
  const { ownerId, number, position } = phones
  const rows = db.select({ ownerId, number }).from(phones).orderBy(position)
  for (const [owner, number] of rows.values()) add(byOwner, owner, number)
  return byOwner
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
