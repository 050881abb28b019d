import { seeded } from '#shared/meetings/planner/model/random.ts'
import {
  type Apart,
  type Party,
  type PlanningProblem,
  type Resource,
  type Sitting,
  type Span,
  type Talk,
  usualWeights,
} from '#shared/meetings/planner/planning-problem.ts'

// Invented rounds in the sizes of `meetings.md` 3. Nothing here is of a real school.

export type RoundSize = {
  readonly teachers: number
  readonly pupils: number
  readonly evenings: number
  readonly ticksPerEvening: number
  readonly ticksPerTalk: number
  /** Of the teachers, this part misses one evening. */
  readonly missOneEvening: number
  readonly withSiblings: number
  /** Teachers a pupil sees: 1 in primary schools. */
  readonly isSecondary: boolean
  readonly zones: number
}

const primary = { isSecondary: false, withSiblings: 0.35, zones: 2, ticksPerTalk: 2 }

export const sizes = {
  small: {
    ...primary,
    teachers: 8,
    pupils: 208,
    evenings: 2,
    ticksPerEvening: 36,
    missOneEvening: 0,
  },
  large: {
    ...primary,
    teachers: 30,
    pupils: 700,
    evenings: 3,
    ticksPerEvening: 36,
    missOneEvening: 0.6,
  },
  largeTight: {
    ...primary,
    teachers: 30,
    pupils: 750,
    evenings: 3,
    ticksPerEvening: 30,
    missOneEvening: 1,
  },
  huge: {
    isSecondary: true,
    withSiblings: 0.25,
    zones: 3,
    ticksPerTalk: 1,
    teachers: 80,
    pupils: 1400,
    evenings: 2,
    ticksPerEvening: 45,
    missOneEvening: 0,
  },
} satisfies Record<string, RoundSize>

export function makeRound(size: RoundSize, seed: number): PlanningProblem {
  const random = seeded(seed * 7919 + size.pupils)
  const chance = (part: number) => random() < part
  const below = (count: number) => Math.floor(random() * count)
  const sittings = Array.from({ length: size.evenings }, (_, index): Sitting => {
    return { id: `evening-${index + 1}`, ticks: size.ticksPerEvening }
  })
  const teachers = makeTeachers()
  const interpreters = Array.from({ length: Math.ceil(size.teachers / 15) }, (_, index) =>
    resource(`interpreter-${index + 1}`, 'interpreter', sittings),
  )
  const parties: Party[] = []
  const talks: Talk[] = []
  const apart: Apart[] = []
  const pupilsInGroup: number[] = []
  let pupil = 0
  while (pupil < size.pupils) addFamily(Math.min(childrenOfFamily(), size.pupils - pupil))

  function makeTeachers() {
    return Array.from({ length: size.teachers }, (_, index) => {
      const missed = chance(size.missOneEvening) ? below(size.evenings) : -1
      const present = sittings.filter((_, evening) => evening !== missed)
      return resource(`teacher-${index + 1}`, 'teacher', present)
    })
  }

  function resource(id: string, kind: Resource['kind'], present: readonly Sitting[]): Resource {
    const free = present.map((sitting) => ({
      sittingId: sitting.id,
      from: 0,
      until: sitting.ticks,
    }))
    const starts = present.flatMap((sitting) =>
      Array.from({ length: Math.floor(sitting.ticks / size.ticksPerTalk) }, (_, slot) => ({
        sittingId: sitting.id,
        tick: slot * size.ticksPerTalk,
      })),
    )
    const isTeacher = kind === 'teacher'
    return {
      id,
      kind,
      capacity: 1,
      free,
      starts: isTeacher ? starts : null,
      pauseTicks: 0,
      inARow: null,
    }
  }

  function childrenOfFamily() {
    if (!chance(size.withSiblings)) return 1
    const draw = random()
    return draw < 0.75 ? 2 : draw < 0.95 ? 3 : 4
  }

  function addFamily(children: number) {
    const seen = Array.from({ length: children }, () => teachersOfPupil(children))
    const own = {
      interpreter: chance(0.04) ? below(interpreters.length) : -1,
      double: [] as boolean[],
    }
    own.double = seen.map(() => chance(0.06))
    const isSeparated = chance(0.12)
    const family = `family-${pupil}`
    pupil += children
    if (!isSeparated || chance(0.5)) return addParty(family, seen, own, isSeparated)
    addParty(`${family}-a`, seen, own, false)
    addParty(`${family}-b`, seen, own, false)
    if (chance(0.3)) {
      const partyIds = [`${family}-a`, `${family}-b`] as const
      apart.push({
        partyIds: [partyIds[0], partyIds[1]],
        ticks: size.ticksPerTalk,
        sameSitting: true,
      })
    }
  }

  function teachersOfPupil(children: number) {
    const count = size.isSecondary ? (children >= 3 ? 3 : 3 + below(3)) : 1
    if (!size.isSecondary) return [groupWithRoom()]
    const chosen = new Set<number>()
    while (chosen.size < count) chosen.add(below(size.teachers))
    return [...chosen]
  }

  /** Groups of a primary school are about equally large. */
  function groupWithRoom() {
    const most = Math.ceil(size.pupils / size.teachers)
    for (;;) {
      const group = below(size.teachers)
      const count = pupilsInGroup[group] ?? 0
      if (count >= most) continue
      pupilsInGroup[group] = count + 1
      return group
    }
  }

  type Own = { readonly interpreter: number; readonly double: readonly boolean[] }

  function addParty(id: string, seen: readonly number[][], own: Own, isJoint: boolean) {
    const wishes = isJoint ? both(makeWishes(), makeWishes()) : makeWishes()
    const asked = seen.flatMap((list, child) =>
      list.map((teacher, rank): Talk => {
        const invited = chance(size.isSecondary ? 0.05 : 0.1)
        const weight = invited ? 3 : size.isSecondary ? 1.4 - 0.2 * Math.min(rank, 4) : 1
        return {
          id: `${id}-child-${child}-teacher-${teacher}`,
          partyId: id,
          resourceIds: [
            `teacher-${teacher + 1}`,
            ...(own.interpreter < 0 ? [] : [interpreters[own.interpreter]?.id ?? '']),
          ],
          ticks: size.ticksPerTalk * (own.double[child] === true && !size.isSecondary ? 2 : 1),
          zone: teacher % size.zones,
          weight,
          within: null,
          pinnedAt: null,
          confirmedAt: null,
        }
      }),
    )
    talks.push(...asked)
    const fits = asked.every((talk) => startsIn(wishes, talk) >= 4)
    parties.push({
      id,
      preferred: wishes.preferred,
      possible: fits ? wishes.possible : everything(),
    })
  }

  type Wishes = { readonly preferred: Span[]; readonly possible: Span[] }

  function makeWishes(): Wishes {
    const draw = random()
    const half = Math.floor(size.ticksPerEvening / 2)
    const wanted =
      draw < 0.6 ? [half, size.ticksPerEvening] : draw < 0.8 ? [0, half] : [0, size.ticksPerEvening]
    const [from = 0, until = 0] = wanted
    const preferred: Span[] = []
    const possible: Span[] = []
    for (const { id, ticks } of sittings) {
      if (chance(0.1)) continue
      if (chance(0.85)) preferred.push({ sittingId: id, from, until })
      if (chance(0.7)) possible.push({ sittingId: id, from: 0, until: ticks })
    }
    return { preferred, possible }
  }

  function both(one: Wishes, other: Wishes): Wishes {
    const possible = intersect(
      [...one.preferred, ...one.possible],
      [...other.preferred, ...other.possible],
    )
    return { preferred: intersect(one.preferred, other.preferred), possible }
  }

  function everything() {
    return sittings.map(({ id, ticks }) => ({ sittingId: id, from: 0, until: ticks }))
  }

  function startsIn(wishes: Wishes, talk: Talk) {
    const teacher = teachers.find((one) => one.id === talk.resourceIds[0])
    const spans = [...wishes.preferred, ...wishes.possible]
    return (teacher?.starts ?? []).filter(({ sittingId, tick }) =>
      spans.some(
        (span) =>
          span.sittingId === sittingId && span.from <= tick && tick + talk.ticks <= span.until,
      ),
    ).length
  }

  return {
    tickMinutes: 5,
    sittings,
    resources: [...teachers, ...interpreters],
    parties,
    talks,
    apart,
    travelTicks: Array.from({ length: size.zones }, (_, from) =>
      Array.from({ length: size.zones }, (_, to) => (from === to ? 0 : 1)),
    ),
    weights: usualWeights,
  }
}

function intersect(ones: readonly Span[], others: readonly Span[]): Span[] {
  return ones.flatMap((one) =>
    others.flatMap((other) => {
      const from = Math.max(one.from, other.from)
      const until = Math.min(one.until, other.until)
      return one.sittingId === other.sittingId && from < until ? [{ ...one, from, until }] : []
    }),
  )
}
