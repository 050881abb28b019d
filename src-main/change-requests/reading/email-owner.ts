import { and, eq, ne, sql } from 'drizzle-orm'
import type { GuardianId } from '#shared/families/guardian.ts'
import { hidesName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { guardianLinks, guardians } from '../../families/families-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'

/**
 * The name of the guardian who already has this e-mail address: one address for two people would let
 * each see the other's children (domain.md 23).
 */
export function ownerOfEmail(db: ReadDb, email: string | null, except: GuardianId) {
  if (!email) return null
  const owners = db
    .select({ guardian: guardians, pupil: pupils })
    .from(guardians)
    .innerJoin(guardianLinks, eq(guardianLinks.guardianId, guardians.id))
    .innerJoin(pupils, eq(pupils.id, guardianLinks.pupilId))
    .where(and(sql`lower(${guardians.email}) = lower(${email})`, ne(guardians.id, except)))
    .all()
  const [owner] = owners
  if (!owner) return null
  // Whose guardian this is may be a secret, and the name would tell it.
  return owners.some(({ pupil }) => hidesName(pupil)) ? '•••' : displayName(owner.guardian)
}
