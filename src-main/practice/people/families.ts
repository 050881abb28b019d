import type { Making } from '../making.ts'
import type { NameSet } from '../names/name-set.ts'
import type { Random } from '../random.ts'
import type { Place } from './places.ts'

export const familyKinds = [
  'together',
  'separated',
  'blended',
  'no-contact',
  'sole',
  'alone',
  'two-mothers',
  'two-fathers',
  'foster',
  'legal-guardian',
  'grandparents',
] as const
export type FamilyKind = (typeof familyKinds)[number]

export type Family = {
  readonly kind: FamilyKind
  readonly names: NameSet
  readonly members: readonly Place[]
  /** 0 to 3: all children of a protected family are protected alike. */
  readonly protection: 0 | 1 | 2 | 3
}

/** Of 100 pupils, 45 have a brother or sister at school. */
const shareWithSiblings = 0.45
const sizes = [
  [2, 18.5],
  [3, 3.2],
  [4, 0.4],
] as const

const kinds: readonly (readonly [FamilyKind, number])[] = [
  ['together', 700],
  ['separated', 160],
  ['blended', 45],
  ['sole', 25],
  ['alone', 40],
  ['two-mothers', 10],
  ['two-fathers', 5],
  ['foster', 7],
  ['legal-guardian', 5],
  ['grandparents', 5],
]

/** Kinds that each practice school has at least one of, and no-contact exactly one. */
const wanted: readonly FamilyKind[] = [
  'no-contact',
  'foster',
  'legal-guardian',
  'two-mothers',
  'grandparents',
  'blended',
  'sole',
]

const protections = [1, 1, 2, 3] as const
const tenMonths = 300
const eightYears = 2920
/** How far to look for a brother or sister; further would make 5,000 pupils slow. */
const reach = 120

/** Brings children together in families, and says what kind of family each is. */
export function makeFamilies({ random, profile }: Making, places: readonly Place[]): Family[] {
  const groups = gather(random.shuffled(places), random)
  const isAtSchool = (members: readonly Place[]) =>
    members.every((each) => each.status === 'current')
  const toProtect = new Set(groups.filter(isAtSchool).slice(0, protections.length))
  const toShow = [...groups.filter((members) => isAtSchool(members) && !toProtect.has(members))]
  const shown = new Map(wanted.map((kind, index) => [toShow[index], kind]))
  let nthProtected = 0

  return groups.map((members) => {
    const isProtected = toProtect.has(members)
    return {
      members,
      kind: isProtected ? 'sole' : (shown.get(members) ?? random.weighted(kinds)),
      names: random.weighted(profile.people),
      protection: isProtected ? (protections[nthProtected++] ?? 1) : 0,
    }
  })
}

function gather(shuffled: readonly Place[], random: Random): Place[][] {
  const taken = new Set<Place>()
  const families: Place[][] = []
  let withSiblings = 0
  shuffled.forEach((first, at) => {
    if (taken.has(first)) return
    const needsMore = withSiblings < shareWithSiblings * taken.size
    const size = needsMore ? random.weighted(sizes) : 1
    taken.add(first)
    const members = [first]
    for (const other of shuffled.slice(at + 1, at + reach)) {
      if (members.length === size) break
      if (taken.has(other)) continue
      const areTwins = members.length === 1 && startedTogether(first, other) && random.chance(0.3)
      if (areTwins) other.birthDate = first.birthDate
      else if (!members.every((member) => couldBeSiblings(member, other))) continue
      taken.add(other)
      members.push(other)
    }
    if (members.length > 1) withSiblings += members.length
    families.push(members.sort((a, b) => a.birthDate.localeCompare(b.birthDate)))
  })
  return families
}

function startedTogether(a: Place, b: Place) {
  return a.now !== null && a.now === b.now && a.grade === b.grade && a.startsOn === b.startsOn
}

function couldBeSiblings(a: Place, b: Place) {
  const days = Math.abs(Date.parse(a.birthDate) - Date.parse(b.birthDate)) / 86_400_000
  return days >= tenMonths && days <= eightYears
}
