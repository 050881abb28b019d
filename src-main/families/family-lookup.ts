import { and, eq, ne, sql } from 'drizzle-orm'
import type { ContactId, PhoneFields, PhoneOwner } from '#shared/families/contact.ts'
import { PhoneId } from '#shared/families/contact.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { HouseholdId } from '#shared/families/household.ts'
import { readPhone } from '#shared/families/phone-number.ts'
import { hidesName, shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Pupil, PupilId } from '#shared/pupils/pupil.ts'
import type { Context, ReadDb, WriteDb } from '../platform/database.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { contacts, guardianLinks, guardians, households, phones } from './families-table.ts'

export function findPupil(db: ReadDb, id: PupilId): Pupil | undefined {
  const pupil = db.select().from(pupils).where(eq(pupils.id, id)).get()
  return pupil?.mergedInto ? undefined : pupil
}

/** All of them, or undefined when one is not known. */
export function findPupils(db: ReadDb, ids: readonly PupilId[]): Pupil[] | undefined {
  const found = [...new Set(ids)].map((id) => findPupil(db, id))
  const known = found.filter((pupil) => pupil !== undefined)
  return known.length === found.length ? known : undefined
}

export function findGuardian(db: ReadDb, id: GuardianId) {
  return db.select().from(guardians).where(eq(guardians.id, id)).get()
}

export function findHousehold(db: ReadDb, id: HouseholdId) {
  return db.select().from(households).where(eq(households.id, id)).get()
}

export function findContact(db: ReadDb, id: ContactId) {
  return db.select().from(contacts).where(eq(contacts.id, id)).get()
}

export const namesOf = (known: readonly Pupil[]) => known.map(shownName).join(', ')

/**
 * The name of the guardian who already has an e-mail address. One address for two people would let
 * each see the other's children (`domain.md` 23). A guardian of nobody does not count: taken off a
 * pupil by mistake, the person must be able to come back.
 */
export function ownerOfEmail(db: ReadDb, email: string | null, except: GuardianId | null) {
  if (!email) return null
  const owners = db
    .select({ guardian: guardians, pupil: pupils })
    .from(guardians)
    .innerJoin(guardianLinks, eq(guardianLinks.guardianId, guardians.id))
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(
      and(
        sql`lower(${guardians.email}) = lower(${email})`,
        except ? ne(guardians.id, except) : undefined,
      ),
    )
    .all()
  const [owner] = owners
  if (!owner) return null
  // Whose guardian this is may be a secret, and the name would tell it.
  return owners.some(({ pupil }) => hidesName(pupil)) ? '•••' : displayName(owner.guardian)
}

type Owner = { readonly ownerKind: PhoneOwner; readonly ownerId: string }

/** Makes these the numbers of an owner, in calling order; a number that was there keeps its row. */
export function savePhones(
  db: WriteDb,
  owner: Owner,
  wanted: readonly PhoneFields[],
  { country, newId }: Context,
) {
  const known = db
    .select()
    .from(phones)
    .where(and(eq(phones.ownerKind, owner.ownerKind), eq(phones.ownerId, owner.ownerId)))
    .all()
  const kept = new Set<string>()
  for (const [index, fields] of wanted.entries()) {
    const { number } = readPhone(fields.number, country)
    const same = known.find((phone) => phone.number === number && !kept.has(phone.id))
    const id = same?.id ?? PhoneId.parse(newId())
    kept.add(id)
    db.save(phones, { ...fields, ...owner, id, number, position: index + 1 })
  }
  for (const { id } of known) if (!kept.has(id)) db.remove(phones, id)
}
