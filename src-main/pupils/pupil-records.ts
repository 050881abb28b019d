import { eq, getTableName, isNull } from 'drizzle-orm'
import type { Authority, GuardianId } from '#shared/families/guardian.ts'
import type { HouseholdId } from '#shared/families/household.ts'
import type { Day } from '#shared/platform/day.ts'
import { shownName, shownSortName } from '#shared/pupils/mask.ts'
import { type PersonName, sortedByName } from '#shared/pupils/person-name.ts'
import type { Enrolment, Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { phoneDigits } from '#shared/search/haystack.ts'
import {
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../families/families-table.ts'
import { groups, memberships, schoolYears } from '../groups/groups-table.ts'
import { pupilsInClass } from '../groups/placed-pupils-table.ts'
import type { Context, ReadDb, SyncedTable } from '../platform/database.ts'
import { groupsOn } from './groups-on.ts'
import { enrolments, medicals, pupils } from './pupils-table.ts'

/** What a list needs of a pupil's own row. */
export type ListedPupil = Pick<
  Pupil,
  | 'id'
  | 'firstName'
  | 'officialNames'
  | 'prefix'
  | 'lastName'
  | 'sex'
  | 'birthDate'
  | 'nationalNumber'
  | 'pupilNumber'
  | 'protectionLevel'
  | 'alias'
>

export type ListedHome = {
  readonly householdId: HouseholdId
  readonly isMain: boolean
  readonly street: string | null
  readonly houseNumber: string | null
  readonly houseNumberAddition: string | null
  readonly postcode: string | null
  readonly town: string | null
}

export type ListedGuardian = PersonName & {
  readonly guardianId: GuardianId
  readonly authority: Authority
  readonly contactOrder: number
  readonly noContact: boolean
}

/** Ids of the rows that a commit touched, by table. */
export type ChangedRows = ReadonlyMap<string, ReadonlySet<string>>

export type ListedPhone = {
  readonly number: string
  readonly position: number
  /** As a filter looks for it. */
  readonly digits: string
}

export type NamedPupil = PupilRecords['pupils'][number]

/** Everything the lists say, in maps by pupil: one query for each table, whatever the size. */
export type PupilRecords = ReturnType<ReturnType<typeof createPupilRecords>['read']>

/**
 * What lists are made of stays in memory until one of its tables changes: after an edit one table
 * is read again, and a list of 5,000 pupils costs half of what it does the first time.
 */
export function createPupilRecords() {
  const known = {
    pupils: remember(pupilsInOrder, pupils),
    enrolments: remember(enrolmentsByPupil, enrolments),
    groups: remember(groupsOn, memberships, groups, schoolYears),
    inClass: remember(pupilsInClass, memberships, groups, schoolYears),
    homes: remember(homesByPupil, residences, households),
    guardians: remember(guardiansByPupil, guardianLinks, guardians),
    phones: remember(phonesByOwner, phones),
    withAlert: remember(pupilsWithAlert, medicals),
  }
  return {
    read: (db: ReadDb, when: When) => ({
      pupils: known.pupils.read(db, when),
      enrolments: known.enrolments.read(db, when),
      groups: known.groups.read(db, when),
      inClass: known.inClass.read(db, when),
      homes: known.homes.read(db, when),
      guardians: known.guardians.read(db, when),
      phones: known.phones.read(db, when),
      withAlert: known.withAlert.read(db, when),
    }),
    /** Must hear of every commit, else lists go on showing what was. */
    changed(rows: ChangedRows) {
      for (const each of Object.values(known)) each.changed(rows)
    },
    forget() {
      for (const each of Object.values(known)) each.forget()
    },
  }
}

type When = Pick<Context, 'today' | 'country'>

function remember<Value>(
  read: (db: ReadDb, when: When) => Value,
  ...tables: readonly SyncedTable[]
) {
  const names = tables.map(getTableName)
  let known: { readonly db: ReadDb; readonly today: Day; readonly value: Value } | null = null
  return {
    read(db: ReadDb, when: When) {
      const { today } = when
      // Another school is another connection, and at midnight somebody may change class.
      if (known?.db !== db || known.today !== today) known = { db, today, value: read(db, when) }
      return known.value
    },
    changed(rows: ChangedRows) {
      if (names.some((name) => rows.has(name))) known = null
    },
    forget() {
      known = null
    },
  }
}

/** All pupils under the names that lists show, in the country's order. */
function pupilsInOrder(db: ReadDb, { country }: When) {
  const named = listedPupils(db).map((pupil) => ({
    pupil,
    name: shownName(pupil),
    sortName: shownSortName(pupil, country),
  }))
  return sortedByName(named, country)
}

// `values()` gives arrays: for thousands of rows a third of the time that objects take.

function listedPupils(db: ReadDb): ListedPupil[] {
  return db
    .select({
      id: pupils.id,
      firstName: pupils.firstName,
      officialNames: pupils.officialNames,
      prefix: pupils.prefix,
      lastName: pupils.lastName,
      sex: pupils.sex,
      birthDate: pupils.birthDate,
      nationalNumber: pupils.nationalNumber,
      pupilNumber: pupils.pupilNumber,
      protectionLevel: pupils.protectionLevel,
      alias: pupils.alias,
    })
    .from(pupils)
    .where(isNull(pupils.mergedInto))
    .values()
    .map(
      ([
        id,
        firstName,
        officialNames,
        prefix,
        lastName,
        sex,
        birthDate,
        nationalNumber,
        pupilNumber,
        protectionLevel,
        alias,
      ]) => ({
        id,
        firstName,
        officialNames,
        prefix,
        lastName,
        sex,
        birthDate,
        nationalNumber,
        pupilNumber,
        protectionLevel,
        alias,
      }),
    )
}

type Stay = Pick<Enrolment, 'startsOn' | 'endsOn'>

function enrolmentsByPupil(db: ReadDb) {
  const byPupil = new Map<PupilId, Stay[]>()
  const rows = db
    .select({ pupilId: enrolments.pupilId, from: enrolments.startsOn, until: enrolments.endsOn })
    .from(enrolments)
    .values()
  for (const [pupilId, startsOn, endsOn] of rows) add(byPupil, pupilId, { startsOn, endsOn })
  return byPupil
}

function homesByPupil(db: ReadDb) {
  const byPupil = new Map<PupilId, ListedHome[]>()
  const rows = db
    .select({
      pupilId: residences.pupilId,
      householdId: residences.householdId,
      isMain: residences.isMain,
      street: households.street,
      houseNumber: households.houseNumber,
      houseNumberAddition: households.houseNumberAddition,
      postcode: households.postcode,
      town: households.town,
    })
    .from(residences)
    .innerJoin(households, eq(households.id, residences.householdId))
    .values()
  for (const [
    pupilId,
    householdId,
    isMain,
    street,
    houseNumber,
    addition,
    postcode,
    town,
  ] of rows) {
    add(byPupil, pupilId, {
      householdId,
      isMain: isMain === 1,
      street,
      houseNumber,
      houseNumberAddition: addition,
      postcode,
      town,
    })
  }
  return byPupil
}

function guardiansByPupil(db: ReadDb) {
  const byPupil = new Map<PupilId, ListedGuardian[]>()
  const rows = db
    .select({
      pupilId: guardianLinks.pupilId,
      guardianId: guardianLinks.guardianId,
      authority: guardianLinks.authority,
      contactOrder: guardianLinks.contactOrder,
      noContact: guardianLinks.noContact,
      firstName: guardians.firstName,
      prefix: guardians.prefix,
      lastName: guardians.lastName,
    })
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .values()
  for (const row of rows) {
    const [pupilId, guardianId, authority, contactOrder, noContact, firstName, prefix, lastName] =
      row
    add(byPupil, pupilId, {
      guardianId,
      authority,
      contactOrder,
      noContact: noContact === 1,
      firstName,
      prefix,
      lastName,
    })
  }
  for (const each of byPupil.values()) each.sort((a, b) => a.contactOrder - b.contactOrder)
  return byPupil
}

/** Numbers by the id of guardian, household or pupil, in calling order. */
function phonesByOwner(db: ReadDb, { country }: When) {
  const byOwner = new Map<string, ListedPhone[]>()
  const rows = db
    .select({ ownerId: phones.ownerId, number: phones.number, position: phones.position })
    .from(phones)
    .values()
  for (const [ownerId, number, position] of rows) {
    add(byOwner, ownerId, { number, position, digits: phoneDigits(number, country) })
  }
  for (const each of byOwner.values()) {
    if (each.length > 1) each.sort((a, b) => a.position - b.position)
  }
  return byOwner
}

function pupilsWithAlert(db: ReadDb): ReadonlySet<PupilId> {
  const rows = db.select({ id: medicals.id, alert: medicals.alert }).from(medicals).all()
  return new Set(rows.filter(({ alert }) => alert).map(({ id }) => id))
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
