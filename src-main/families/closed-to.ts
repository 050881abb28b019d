import { eq } from 'drizzle-orm'
import type { ContactId } from '#shared/families/contact.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { HouseholdId } from '#shared/families/household.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { isMasked } from '../pupils/reveals-table.ts'
import { contactLinks, guardianLinks, guardians, residences } from './families-table.ts'

// What somebody cannot see they do not change: it would be written over blindly. Nor do they tie it
// to a child whose file is open, where it could then be read.

export function isGuardianClosed(db: ReadDb, id: GuardianId, caller: Context) {
  return areAllMasked(db, pupilsOfGuardian(db, id), caller)
}

export function isHouseholdClosed(db: ReadDb, id: HouseholdId, caller: Context) {
  const living = db
    .select({ pupil: pupils })
    .from(residences)
    .innerJoin(pupils, eq(pupils.id, residences.pupilId))
    .where(eq(residences.householdId, id))
    .all()
    .map(({ pupil }) => pupil)
  const adults = db.select().from(guardians).where(eq(guardians.householdId, id)).all()
  const children = adults.flatMap((guardian) => pupilsOfGuardian(db, guardian.id))
  return areAllMasked(db, [...living, ...children], caller)
}

export function isContactClosed(db: ReadDb, id: ContactId, caller: Context) {
  const linked = db
    .select({ pupil: pupils })
    .from(contactLinks)
    .innerJoin(pupils, eq(pupils.id, contactLinks.pupilId))
    .where(eq(contactLinks.contactId, id))
    .all()
  return areAllMasked(
    db,
    linked.map(({ pupil }) => pupil),
    caller,
  )
}

function pupilsOfGuardian(db: ReadDb, id: GuardianId) {
  return db
    .select({ pupil: pupils })
    .from(guardianLinks)
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(eq(guardianLinks.guardianId, id))
    .all()
    .map(({ pupil }) => pupil)
}

/** One open child is enough: in its file the caller sees the same person or home anyway. */
function areAllMasked(db: ReadDb, known: readonly Pupil[], caller: Context) {
  return known.length > 0 && known.every((pupil) => isMasked(db, pupil, caller))
}
