import { eq } from 'drizzle-orm'
import type { GuardianId } from '#shared/families/guardian.ts'
import {
  type Household,
  HouseholdId,
  type Residence,
  ResidenceId,
  streetLine,
} from '#shared/families/household.ts'
import type { SourceHousehold } from '#shared/imports/import-source.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { guardians, households, residences } from '../../families/families-table.ts'
import { linkId } from '../../platform/ids.ts'
import { findHome, isSameAddress } from './find-home.ts'
import type { PlannedGuardians } from './plan-guardians.ts'
import type { PlannedPupils } from './plan-pupils.ts'
import { addLine, type Match, type Planning, tell, type Write } from './planning.ts'

type People = { readonly pupils: PlannedPupils; readonly guardians: PlannedGuardians }

/**
 * Addresses of the file. A household that is known is completed; one with another street or postcode
 * is told and left alone, since half a new address beside half an old one is no address at all.
 */
export function planHouseholds(planning: Planning, people: People) {
  const saidByPupil = postcodesByPupil(planning, people)
  const moved = new Set<string>()
  for (const record of planning.source.households) {
    const pupilIds = record.pupilKeys.flatMap((key) => people.pupils.find(key) ?? [])
    const [first] = pupilIds
    const [guardian] = guardiansAlone(planning, record, people)
    const line = {
      kind: 'households',
      key: record.key,
      place: record.place,
      name: nameOfHome(people, first, guardian) || record.key,
      groupName: null,
    } as const
    if (!first && !guardian) {
      // Shown, since it comes along when the pupil is decided on.
      if (record.pupilKeys.some(people.pupils.has)) addLine(planning, line, { kind: 'new' }, null)
      continue
    }
    const known = findHome(planning, record, { pupilIds, guardians: people.guardians })
    const match: Match = known ? { kind: 'known', id: known.id } : { kind: 'new' }
    const home = known ?? { ...blank, ...record.fields, id: HouseholdId.parse(planning.newId()) }
    const address = known
      ? planKnown(planning, record, { known, saidByPupil })
      : { changes: changesOf({ ...blank, id: home.id }, home), writes: [saved(home)] }
    const living = [
      planResidences(planning, record, { home, pupilIds, people, isNew: known === null }),
      planMoves(planning, record, { home, people, moved }),
    ]
    addLine(planning, line, match, {
      changes: [...address.changes, ...living.flatMap(({ changes }) => changes)],
      writes: [...address.writes, ...living.flatMap(({ writes }) => writes)],
    })
  }
}

const saved =
  (home: Household): Write =>
  (db) =>
    db.save(households, home)

/**
 * Guardians of an address where the file has no child, such as a parent who lives apart. Nobody is
 * moved by a file: who has another home already keeps it, and that is told.
 */
function guardiansAlone(
  planning: Planning,
  { guardianKeys, pupilKeys, fields, place }: SourceHousehold,
  { guardians: planned }: People,
): readonly GuardianId[] {
  if (pupilKeys.length > 0) return []
  const { school } = planning
  const ids = guardianKeys.flatMap((key) => planned.find(key) ?? [])
  const homeOf = (id: GuardianId) => {
    const known = school.guardians.get(id)?.householdId
    return known ? (school.households.get(known) ?? null) : null
  }
  const isElsewhere = (home: Household | null) => home !== null && !isSameAddress(home, fields)
  const staying = ids.filter((id) => !isElsewhere(homeOf(id)))
  if (ids.length > 0 && staying.length === 0) {
    const value = fields.postcode ?? null
    tell(planning, 'warning', 'address-differs', { ...place, field: 'postcode', value })
  }
  return staying
}

const nameOfHome = (
  { pupils, guardians: planned }: People,
  pupilId: PupilId | undefined,
  guardianId: GuardianId | undefined,
) => (pupilId ? pupils.nameOf(pupilId) : guardianId ? planned.nameOf(guardianId) : '')

function planKnown(
  planning: Planning,
  record: SourceHousehold,
  { known, saidByPupil }: { known: Household; saidByPupil: ReadonlyMap<string, string> },
) {
  const fields = Object.entries(record.fields).filter(([, value]) => value)
  const wanted: Household = { ...known, ...Object.fromEntries(fields) }
  const changes = changesOf(known, wanted)
  if (changes.length === 0) return { changes, writes: [] }
  const isOther = changes.some(({ field, from }) => from !== null && field !== 'addressCountry')
  const residents = planning.school.residencesByHousehold.get(known.id) ?? []
  const postcodes = new Set(residents.flatMap(({ pupilId }) => saidByPupil.get(pupilId) ?? []))
  // With nothing but a postcode known, another postcode is simply the new one, if all agree on it.
  const isBare = streetLine(known) === null && known.town === null
  if ((isOther && !isBare) || postcodes.size > 1) {
    const value = record.fields.postcode ?? null
    tell(planning, 'warning', 'address-differs', { ...record.place, field: 'postcode', value })
    return { changes: [], writes: [] }
  }
  return { changes, writes: [saved(wanted)] }
}

type Home = {
  readonly home: Household
  readonly pupilIds: readonly PupilId[]
  readonly people: People
  readonly isNew: boolean
}

/** Pupils who come to live here. Somebody with a home of that kind is not moved by a file. */
function planResidences(
  { school }: Planning,
  { residence = mainHome }: SourceHousehold,
  { home, pupilIds, people, isNew }: Home,
) {
  const fresh = pupilIds.filter((id) => {
    const own = school.residencesByPupil.get(id) ?? []
    if (isNew) return true
    return residence.isMain
      ? own.length === 0
      : own.every((each) => each.isMain && each.householdId !== home.id)
  })
  return {
    // Of a new home those who live there are its reason and no change.
    changes: fresh.flatMap((id) =>
      isNew ? [] : [{ field: 'pupil', from: null, to: people.pupils.nameOf(id) }],
    ),
    writes: fresh.map((pupilId): Write => {
      const own = school.residencesByPupil.get(pupilId) ?? []
      const isMain = residence.isMain && !own.some((each) => each.isMain)
      const id = ResidenceId.parse(linkId('residences', pupilId, home.id))
      const row: Residence = { id, pupilId, householdId: home.id, ...residence, isMain }
      return (db) => db.save(residences, row)
    }),
  }
}

const mainHome = { isMain: true, arrangement: null } as const

type Moves = { readonly home: Household; readonly people: People; readonly moved: Set<string> }

/** Guardians without a home come to live here; nobody is moved from another one. */
function planMoves(
  { school }: Planning,
  { guardianKeys }: SourceHousehold,
  { home, people, moved }: Moves,
) {
  const isNew = !school.households.has(home.id)
  const ids = guardianKeys
    .flatMap((key) => people.guardians.find(key) ?? [])
    .filter((id) => !moved.has(id) && (school.guardians.get(id)?.householdId ?? null) === null)
  for (const id of ids) moved.add(id)
  return {
    changes: ids.flatMap((id) =>
      isNew ? [] : [{ field: 'guardian', from: null, to: people.guardians.nameOf(id) }],
    ),
    writes: ids.map((id) => moveIn(id, home.id)),
  }
}

/** Asked when it is written, since the guardian may be new too; nobody is moved from another home. */
const moveIn =
  (guardianId: GuardianId, householdId: HouseholdId): Write =>
  (db) => {
    const guardian = db.select().from(guardians).where(eq(guardians.id, guardianId)).get()
    if (guardian?.householdId === null) db.save(guardians, { ...guardian, householdId })
  }

const blank = {
  street: null,
  houseNumber: null,
  houseNumberAddition: null,
  postcode: null,
  town: null,
  addressCountry: null,
  mailingAddress: null,
  note: null,
}

/** What each pupil's own record says: two answers for one household cannot both be right. */
function postcodesByPupil({ source }: Planning, { pupils }: People) {
  const said = new Map<string, string>()
  for (const { pupilKeys, fields } of source.households) {
    for (const key of pupilKeys) {
      const id = pupils.find(key)
      if (id && fields.postcode) said.set(id, fields.postcode)
    }
  }
  return said
}

/** Spaces in a postcode say nothing. */
function changesOf(known: Household, wanted: Household) {
  const plain = (value: string | null) => value?.replace(/\s/g, '').toUpperCase() ?? null
  const fields = [
    'street',
    'houseNumber',
    'houseNumberAddition',
    'postcode',
    'town',
    'addressCountry',
  ] as const
  return fields
    .filter((field) => plain(known[field]) !== plain(wanted[field]))
    .map((field) => ({ field, from: known[field], to: wanted[field] }))
}
