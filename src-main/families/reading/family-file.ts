import { and, asc, eq, inArray } from 'drizzle-orm'
import type { FamiliesContract, FamilyFile } from '#shared/families/families-contract.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { HouseholdId } from '#shared/families/household.ts'
import { isMemberOn, runningYear } from '#shared/groups/group.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { hidesAddress, hidesName, maskGuardian, maskOf, shownName } from '#shared/pupils/mask.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { groups, memberships, schoolYears, whoIsVisible } from '../../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { guardianLinks, guardians, households, phones, residences } from '../families-table.ts'
import { shownTogether } from './family-list.ts'
import { familyName } from './family-name.ts'

/** The family around one pupil, of which the caller sees the pupils that the caller may see. */
export const familyFile: Service<FamiliesContract>['file'] = (db, { pupilId }, caller) => {
  const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
  const isVisible = whoIsVisible(db, caller)
  if (!pupil || pupil.mergedInto || !isVisible(pupilId)) return refuse('pupil.not-found')

  const family = pupilsAround(db, pupilId)
  const isProtected = family.some(hidesAddress)
  const seen = family.filter(({ id }) => isVisible(id))
  const shown = shownTogether(seen).find((each) => each.some(({ id }) => id === pupilId)) ?? []
  const members = shown.map((each) => memberOf(db, each, isProtected, caller))
  const adults = members.flatMap((member) => member.guardians.map(({ guardian }) => guardian))
  const name = hidesName(pupil) ? shownName(pupil) : familyName([...adults, ...shown])
  return ok({ name, pupils: members })
}

/** Everybody's children: from pupil to guardians and homes, and from these to pupils, until no more. */
function pupilsAround(db: ReadDb, pupilId: PupilId): Pupil[] {
  const known = new Set([pupilId])
  for (let found = [pupilId]; found.length > 0; ) {
    const links = db.select().from(guardianLinks).where(inArray(guardianLinks.pupilId, found)).all()
    const homes = db.select().from(residences).where(inArray(residences.pupilId, found)).all()
    found = pupilsAt(
      db,
      links.map(({ guardianId }) => guardianId),
      homes.map(({ householdId }) => householdId),
    ).filter((id) => !known.has(id))
    for (const id of found) known.add(id)
  }
  return db
    .select()
    .from(pupils)
    .where(inArray(pupils.id, [...known]))
    .orderBy(asc(pupils.birthDate), asc(pupils.firstName))
    .all()
    .filter(({ mergedInto }) => !mergedInto)
}

function pupilsAt(db: ReadDb, ofGuardians: readonly GuardianId[], ofHomes: readonly HouseholdId[]) {
  const adults = db
    .select()
    .from(guardians)
    .where(inArray(guardians.id, [...ofGuardians]))
    .all()
  const homes = [...ofHomes, ...adults.map(({ householdId }) => householdId)].filter(
    (id) => id !== null,
  )
  const housemates = db.select().from(guardians).where(inArray(guardians.householdId, homes)).all()
  const everyAdult = [...adults, ...housemates].map(({ id }) => id)
  const linked = db
    .select()
    .from(guardianLinks)
    .where(inArray(guardianLinks.guardianId, everyAdult))
    .all()
  const living = db.select().from(residences).where(inArray(residences.householdId, homes)).all()
  return [...new Set([...linked, ...living].map(({ pupilId }) => pupilId))]
}

/** One pupil of the family; a protected sibling hides the address that they share. */
function memberOf(
  db: ReadDb,
  pupil: Pupil,
  isProtected: boolean,
  caller: Context,
): FamilyFile['pupils'][number] {
  const { protectionLevel } = pupil
  const level = isProtected && protectionLevel === 0 ? 1 : protectionLevel
  const mask = maskOf(caller, { protectionLevel: level })
  return {
    id: pupil.id,
    name: shownName(pupil),
    groupName: classNamesOf(db, pupil.id, caller),
    isProtected: hidesAddress(pupil),
    residences: mask.address ? [] : homesOf(db, pupil.id),
    guardians: guardiansOf(db, pupil.id).map((each) => maskGuardian(each, mask)),
  }
}

function homesOf(db: ReadDb, pupilId: PupilId) {
  return db
    .select({ residence: residences, household: households })
    .from(residences)
    .innerJoin(households, eq(households.id, residences.householdId))
    .where(eq(residences.pupilId, pupilId))
    .all()
    .sort((a, b) => Number(b.residence.isMain) - Number(a.residence.isMain))
    .map((home) => ({ ...home, phones: phonesOf(db, home.household.id) }))
}

function guardiansOf(db: ReadDb, pupilId: PupilId) {
  return db
    .select({ link: guardianLinks, guardian: guardians })
    .from(guardianLinks)
    .innerJoin(guardians, eq(guardians.id, guardianLinks.guardianId))
    .where(eq(guardianLinks.pupilId, pupilId))
    .orderBy(asc(guardianLinks.contactOrder))
    .all()
    .map((each) => ({ ...each, phones: phonesOf(db, each.guardian.id) }))
}

function phonesOf(db: ReadDb, ownerId: string) {
  return db
    .select()
    .from(phones)
    .where(eq(phones.ownerId, ownerId))
    .orderBy(asc(phones.position))
    .all()
}

function classNamesOf(db: ReadDb, pupilId: PupilId, { today }: Context) {
  const year = runningYear(db.select().from(schoolYears).all(), today)
  if (!year) return ''
  return db
    .select({ name: groups.name, from: memberships.from, until: memberships.until })
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(
        eq(memberships.pupilId, pupilId),
        eq(groups.schoolYearId, year.id),
        eq(groups.kind, 'class'),
      ),
    )
    .orderBy(asc(groups.name))
    .all()
    .filter((membership) => isMemberOn(today, membership))
    .map(({ name }) => name)
    .join(', ')
}
