import { eq } from 'drizzle-orm'
import type { FamiliesContract } from '#shared/families/families-contract.ts'
import {
  type Household,
  HouseholdId,
  type Residence,
  type ResidenceFields,
  ResidenceId,
} from '#shared/families/household.ts'
import { changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { Context, ReadDb, Service, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { isMasked } from '../pupils/reveals-table.ts'
import { isGuardianClosed, isHouseholdClosed } from './closed-to.ts'
import { guardians, households, residences } from './families-table.ts'
import { findGuardian, findHousehold, findPupil, findPupils, namesOf } from './family-lookup.ts'

type HouseholdCommand =
  | 'addHousehold'
  | 'changeHousehold'
  | 'addResidence'
  | 'changeResidence'
  | 'endResidence'

/** Addresses and who lives there; a pupil of separated parents has two, one of them the main one. */
export const householdCommands: Pick<Service<FamiliesContract>, HouseholdCommand> = {
  addHousehold(db, { fields, pupilIds, residence, guardianIds }, context) {
    const known = findPupils(db, pupilIds)
    if (!known) return refuse('pupil.not-found')
    if (known.some((pupil) => isMasked(db, pupil, context))) return refuse('pupil.protected')
    const adults = guardianIds.map((id) => findGuardian(db, id))
    const found = adults.filter((guardian) => guardian !== undefined)
    if (found.length < adults.length) return refuse('guardian.not-found')
    if (found.some(({ id }) => isGuardianClosed(db, id, context))) return refuse('pupil.protected')

    const id = HouseholdId.parse(context.newId())
    db.save(households, { ...fields, id })
    for (const pupil of known) saveResidence(db, pupil.id, id, residence)
    for (const guardian of found) db.save(guardians, { ...guardian, householdId: id })
    db.describe([...found.map(displayName), namesOf(known)].filter(Boolean).join(', '))
    return ok(id)
  },

  changeHousehold(db, { id, fields, only }, context) {
    const household = findHousehold(db, id)
    if (!household) return refuse('household.not-found')
    if (isHouseholdClosed(db, id, context)) return refuse('pupil.protected')
    const living = whoLivesAt(db, id)
    const movers = only ? living.filter(isAmong(only)) : living
    if (only && !namesAll(only, movers)) return refuse('residence.not-found')
    db.describe(movers.map(({ name }) => name).join(', '))
    // Whoever stays keeps the address; when nobody stays the household itself moves.
    if (movers.length === living.length) {
      db.save(households, changed(household, fields))
      return ok(id)
    }
    // Where post goes and what was noted was about those who stay.
    const left: Household = { ...household, mailingAddress: null, note: null }
    const moved = changed({ ...left, id: HouseholdId.parse(context.newId()) }, fields)
    db.save(households, moved)
    for (const mover of movers) mover.moveTo(moved.id)
    return ok(moved.id)
  },

  addResidence(db, { pupilId, householdId, fields }, context) {
    const pupil = findPupil(db, pupilId)
    if (!pupil) return refuse('pupil.not-found')
    if (!findHousehold(db, householdId)) return refuse('household.not-found')
    if (isMasked(db, pupil, context) || isHouseholdClosed(db, householdId, context)) {
      return refuse('pupil.protected')
    }
    const id = ResidenceId.parse(linkId('residences', pupilId, householdId))
    if (find(db, id)) return refuse('link.exists')

    saveResidence(db, pupilId, householdId, fields)
    db.describe(shownName(pupil))
    return ok(id)
  },

  changeResidence(db, { id, fields }, context) {
    const residence = find(db, id)
    if (!residence) return refuse('residence.not-found')
    if (isClosed(db, residence, context)) return refuse('pupil.protected')

    db.save(residences, changed(residence, fields))
    settleMain(db, residence.pupilId, fields.isMain ? id : null)
    describePupil(db, residence.pupilId)
    return ok(null)
  },

  endResidence(db, { id }, context) {
    const residence = find(db, id)
    if (!residence) return refuse('residence.not-found')
    if (isClosed(db, residence, context)) return refuse('pupil.protected')

    db.remove(residences, id)
    settleMain(db, residence.pupilId, null)
    describePupil(db, residence.pupilId)
    return ok(null)
  },
}

type Inhabitant = {
  readonly id: string
  readonly name: string
  readonly moveTo: (household: HouseholdId) => void
}

type Only = { readonly pupilIds: readonly string[]; readonly guardianIds: readonly string[] }

const isAmong =
  (only: Only) =>
  ({ id }: Inhabitant) =>
    only.pupilIds.includes(id) || only.guardianIds.includes(id)

function namesAll({ pupilIds, guardianIds }: Only, movers: readonly Inhabitant[]) {
  return movers.length > 0 && movers.length === new Set([...pupilIds, ...guardianIds]).size
}

function whoLivesAt(db: WriteDb, householdId: HouseholdId): Inhabitant[] {
  const adults = db.select().from(guardians).where(eq(guardians.householdId, householdId)).all()
  const living = db.select().from(residences).where(eq(residences.householdId, householdId)).all()
  return [
    ...adults.map((guardian) => ({
      id: guardian.id,
      name: displayName(guardian),
      moveTo: (to: HouseholdId) => db.save(guardians, { ...guardian, householdId: to }),
    })),
    ...living.map((residence) => ({
      id: residence.pupilId,
      name: nameOf(db, residence.pupilId),
      moveTo: (to: HouseholdId) => moveResidence(db, residence, to),
    })),
  ]
}

/** A residence is named after pupil and household, so that moving makes another one. */
function moveResidence(db: WriteDb, residence: Residence, householdId: HouseholdId) {
  const { id, pupilId } = residence
  db.remove(residences, id)
  const moved = ResidenceId.parse(linkId('residences', pupilId, householdId))
  db.save(residences, { ...residence, id: moved, householdId })
}

function saveResidence(
  db: WriteDb,
  pupilId: PupilId,
  householdId: HouseholdId,
  fields: ResidenceFields,
) {
  const id = ResidenceId.parse(linkId('residences', pupilId, householdId))
  db.save(residences, { ...fields, id, pupilId, householdId })
  settleMain(db, pupilId, fields.isMain ? id : null)
}

/** Exactly one home is the main one: the one just chosen, else the one that was, else the first. */
function settleMain(db: WriteDb, pupilId: PupilId, chosen: ResidenceId | null) {
  const own = db.select().from(residences).where(eq(residences.pupilId, pupilId)).all()
  const main = own.find(({ id }) => id === chosen) ?? own.find(({ isMain }) => isMain) ?? own[0]
  for (const residence of own) {
    const isMain = residence === main
    if (residence.isMain !== isMain) db.save(residences, { ...residence, isMain })
  }
}

function isClosed(db: WriteDb, { pupilId }: Residence, context: Context) {
  const pupil = findPupil(db, pupilId)
  return pupil !== undefined && isMasked(db, pupil, context)
}

function find(db: ReadDb, id: ResidenceId) {
  return db.select().from(residences).where(eq(residences.id, id)).get()
}

function nameOf(db: ReadDb, pupilId: PupilId) {
  const pupil = findPupil(db, pupilId)
  return pupil ? shownName(pupil) : ''
}

function describePupil(db: WriteDb, pupilId: PupilId) {
  db.describe(nameOf(db, pupilId))
}
