import type { FamilyRows, ListedPupil } from './family-rows.ts'

/**
 * Families: the pupils who are tied to each other through a guardian or a home, directly or by way
 * of others. Separated parents with new partners make one large family; who may see what of whom
 * is then a matter of each link.
 */
export function familiesOf(rows: FamilyRows): ListedPupil[][] {
  const { pupils, guardiansByPupil, homesByPupil } = rows
  const ties = createTies(pupils.length)
  /** The first pupil seen at each guardian or home: whoever comes later is tied to that one. */
  const firstAt = new Map<string, number>()
  const tie = (index: number, place: string) => {
    const first = firstAt.get(place)
    if (first === undefined) firstAt.set(place, index)
    else ties.join(first, index)
  }
  for (const [index, { id }] of pupils.entries()) {
    for (const guardian of guardiansByPupil.get(id) ?? []) {
      tie(index, guardian.id)
      if (guardian.householdId) tie(index, guardian.householdId)
    }
    for (const { householdId } of homesByPupil.get(id) ?? []) tie(index, householdId)
  }
  const families = new Map<number, ListedPupil[]>()
  for (const [index, pupil] of pupils.entries()) {
    const root = ties.rootOf(index)
    const family = families.get(root)
    if (family) family.push(pupil)
    else families.set(root, [pupil])
  }
  return [...families.values()]
}

/** Union–find: each pupil points to another of its family, and in the end to one for all. */
function createTies(count: number) {
  const parents = Array.from({ length: count }, (_, index) => index)

  function rootOf(index: number) {
    let at = index
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      // Every step is made shorter for the next time, so that long families stay fast.
      parents[at] = parents[up] ?? up
      at = up
    }
    return at
  }

  return {
    rootOf,
    join(a: number, b: number) {
      parents[rootOf(b)] = rootOf(a)
    },
  }
}
