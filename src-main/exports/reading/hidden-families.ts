import { hidesAddress } from '#shared/pupils/mask.ts'
import type { SchoolRows } from './school-rows.ts'

/** Guardians and homes that would lead to a protected child, whether the child goes along or not. */
export type HiddenFamilies = {
  readonly hidesGuardian: (guardianId: string) => boolean
  readonly hidesHousehold: (householdId: string) => boolean
}

/**
 * A protected sibling hides the address that they share, as everywhere else in Balie: a brother's
 * home and a mother's phone number are the way to the child that nobody may find.
 */
export function findHiddenFamilies(rows: SchoolRows): HiddenFamilies {
  const hidden = rows.pupils.filter(hidesAddress).map(({ id }) => id)
  const guardianIds = new Set<string>(
    hidden.flatMap((id) => rows.linksOf(id).map(({ guardianId }) => guardianId)),
  )
  const householdIds = new Set<string>([
    ...hidden.flatMap((id) => rows.residencesOf(id).map(({ householdId }) => householdId)),
    ...rows.guardians.flatMap(({ id, householdId }) =>
      guardianIds.has(id) && householdId ? [householdId] : [],
    ),
  ])
  return {
    hidesGuardian: (guardianId) => guardianIds.has(guardianId),
    hidesHousehold: (householdId) => householdIds.has(householdId),
  }
}
