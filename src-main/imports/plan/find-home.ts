import { type Household, streetLine } from '#shared/families/household.ts'
import type { SourceHousehold } from '#shared/imports/import-source.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { PlannedGuardians } from './plan-guardians.ts'
import type { Planning } from './planning.ts'

type Living = {
  readonly pupilIds: readonly PupilId[]
  readonly guardians: PlannedGuardians
}

/**
 * The household that the school has for an address of the file: one at that address where a pupil or
 * guardian of it lives; else the pupils' main one, or for a second home their only other one.
 */
export function findHome(
  { school }: Planning,
  { fields, guardianKeys, residence }: SourceHousehold,
  { pupilIds, guardians }: Living,
): Household | null {
  const own = pupilIds.flatMap((id) => school.residencesByPupil.get(id) ?? [])
  const guardianHomes = guardianKeys.flatMap((key) => {
    const id = guardians.find(key)
    return (id && school.guardians.get(id)?.householdId) ?? []
  })
  const near = [...own.map(({ householdId }) => householdId), ...guardianHomes]
    .flatMap((id) => school.households.get(id) ?? [])
    .find((home) => isSameAddress(home, fields))
  if (near) return near
  const isMain = residence?.isMain ?? true
  const others = own.filter((each) => !each.isMain)
  const main = own.find((each) => each.isMain) ?? own[0]
  const only = new Set(others.map(({ householdId }) => householdId)).size === 1 ? others[0] : null
  const found = isMain ? main : only
  return found ? (school.households.get(found.householdId) ?? null) : null
}

/** The same street and number, with the same postcode or town. */
export function isSameAddress(home: Household, fields: SourceHousehold['fields']) {
  const said = { street: null, houseNumber: null, houseNumberAddition: null, ...fields }
  const [a, b] = [streetLine(home), streetLine(said)].map(plain)
  if (!a || a !== b) return false
  const isSamePostcode = plain(home.postcode) === plain(fields.postcode ?? null)
  return isSamePostcode || (!fields.postcode && plain(home.town) === plain(fields.town ?? null))
}

const plain = (text: string | null) => foldText(text ?? '').replace(/[^\p{L}\p{N}]/gu, '')
