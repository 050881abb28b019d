import { eq } from 'drizzle-orm'
import { ContactId, type PhoneOwner } from '#shared/families/contact.ts'
import type { FamiliesContract, FamilyRefusal } from '#shared/families/families-contract.ts'
import { GuardianId } from '#shared/families/guardian.ts'
import { HouseholdId } from '#shared/families/household.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { Context, Service, WriteDb } from '../platform/database.ts'
import { isMasked } from '../pupils/reveals-table.ts'
import { staff } from '../staff/staff-table.ts'
import { isContactClosed, isGuardianClosed, isHouseholdClosed } from './closed-to.ts'
import { findContact, findGuardian, findHousehold, findPupil, savePhones } from './family-lookup.ts'

/** Replaces all numbers of one guardian, home, contact, pupil or colleague. */
export const setPhones: Service<FamiliesContract>['setPhones'] = (
  db,
  { ownerKind, ownerId, phones },
  context,
) => {
  const owner = findOwner[ownerKind](db, ownerId, context)
  if (!owner) return refuse(unknownOwner[ownerKind])
  if (owner.isClosed) return refuse('pupil.protected')

  savePhones(db, { ownerKind, ownerId }, phones, context)
  if (owner.name) db.describe(owner.name)
  return ok(null)
}

type Owner = { readonly name: string | null; readonly isClosed: boolean }

/** Undefined when nobody has that id. */
const findOwner: Record<
  PhoneOwner,
  (db: WriteDb, id: string, context: Context) => Owner | undefined
> = {
  guardian(db, id, context) {
    const guardian = findGuardian(db, GuardianId.parse(id))
    if (!guardian) return undefined
    const isClosed = isGuardianClosed(db, guardian.id, context)
    return { name: displayName(guardian), isClosed }
  },
  household(db, id, context) {
    const household = findHousehold(db, HouseholdId.parse(id))
    if (!household) return undefined
    // A street is no name, and in the list of last actions it would tell where somebody lives.
    return { name: null, isClosed: isHouseholdClosed(db, household.id, context) }
  },
  contact(db, id, context) {
    const contact = findContact(db, ContactId.parse(id))
    if (!contact) return undefined
    return { name: contact.name, isClosed: isContactClosed(db, contact.id, context) }
  },
  pupil(db, id, context) {
    const pupil = findPupil(db, PupilId.parse(id))
    return pupil && { name: shownName(pupil), isClosed: isMasked(db, pupil, context) }
  },
  staff(db, id) {
    const person = db
      .select()
      .from(staff)
      .where(eq(staff.id, StaffId.parse(id)))
      .get()
    return person && { name: displayName(person), isClosed: false }
  },
}

const unknownOwner: Record<PhoneOwner, FamilyRefusal> = {
  guardian: 'guardian.not-found',
  household: 'household.not-found',
  contact: 'contact.not-found',
  pupil: 'pupil.not-found',
  staff: 'contact.not-found',
}
