import type { FamilyFile } from '#shared/families/families-contract.ts'
import type { Household, HouseholdId } from '#shared/families/household.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { FamilyGuardian, FamilyHousehold, PupilFile } from '#shared/pupils/pupils-contract.ts'
import type { Housemate } from '../home/household-card.tsx'

type Child = Pick<FamilyFile['pupils'][number], 'id' | 'name' | 'guardians' | 'residences'>

/** The pupil of an opened file as one of the family: what was revealed there counts. */
const asChild = (file: PupilFile): Child => ({
  id: file.pupil.id,
  name: file.name,
  guardians: file.guardians,
  residences: file.households,
})

function childrenOf(file: PupilFile, family: FamilyFile | null): readonly Child[] {
  const others = family?.pupils.filter(({ id }) => id !== file.pupil.id) ?? []
  return [asChild(file), ...others]
}

/** Everybody under one roof, guardians first. */
export function livingAt(id: HouseholdId, file: PupilFile, family: FamilyFile | null) {
  return housematesOf(id, childrenOf(file, family))
}

export function housematesOf(id: HouseholdId, children: readonly Child[]): readonly Housemate[] {
  const adults = guardiansOf(children)
    .filter(({ guardian }) => guardian.householdId === id)
    .map(({ guardian }) => ({
      id: guardian.id,
      name: displayName(guardian),
      isPupil: false,
    }))
  const pupils = children
    .filter(({ residences }) => residences.some(({ household }) => household.id === id))
    .map((child) => ({ id: child.id, name: child.name, isPupil: true }))
  return [...adults, ...pupils]
}

/** Each guardian once, in the order of the first child that has them. */
export function guardiansOf(children: readonly Child[]): readonly FamilyGuardian[] {
  const byId = new Map<string, FamilyGuardian>()
  for (const entry of children.flatMap(({ guardians }) => guardians)) {
    if (!byId.has(entry.guardian.id)) byId.set(entry.guardian.id, entry)
  }
  return [...byId.values()]
}

/** Each home once. */
export function homesOf(children: readonly Child[]): readonly FamilyHousehold[] {
  const byId = new Map<string, FamilyHousehold>()
  for (const home of children.flatMap(({ residences }) => residences)) {
    if (!byId.has(home.household.id)) byId.set(home.household.id, home)
  }
  return [...byId.values()]
}

/** Homes of the family where this pupil does not live. */
export function homesElsewhere(file: PupilFile, family: FamilyFile | null): readonly Household[] {
  const own = new Set(file.households.map(({ household }) => household.id))
  return homesOf(childrenOf(file, family))
    .map(({ household }) => household)
    .filter(({ id }) => !own.has(id))
}
