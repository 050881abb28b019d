import { seeded } from '#shared/meetings/planner/model/random.ts'
import {
  type Apart,
  type Place,
  type PlanningProblem,
  type Resource,
  type Span,
  type Talk,
  usualWeights,
} from '#shared/meetings/planner/planning-problem.ts'

/** A small round with a little of every rule, chosen by chance. */
export function makeSmallRound(
  seed: number,
  { parties, talks }: { parties: number; talks: number },
): PlanningProblem {
  const random = seeded(seed)
  const below = (count: number) => Math.floor(random() * count)
  const chance = (part: number) => random() < part
  const sittings = Array.from({ length: 1 + below(2) }, (_, index) => ({
    id: `sitting-${index}`,
    ticks: 5 + below(6),
  }))
  const teachers = Array.from({ length: 2 + below(2) }, (_, index) => `teacher-${index}`)
  const resources = [
    ...teachers.map((id) => resource(id, 'teacher')),
    resource('interpreter', 'interpreter'),
    { ...resource('rooms', 'room'), capacity: 1 + below(2), inARow: null },
  ]
  const people = Array.from({ length: parties }, (_, index) => ({
    id: `party-${index}`,
    preferred: spans(0.7, 0.5),
    possible: spans(0.8, 0.2),
  }))
  const apart: Apart[] =
    chance(0.4) && parties > 1
      ? [{ partyIds: ['party-0', 'party-1'], ticks: 1 + below(2), sameSitting: chance(0.7) }]
      : []
  const all = Array.from({ length: talks }, (_, index) => talk(index))
  return {
    tickMinutes: 5,
    sittings,
    resources,
    parties: people,
    talks: all,
    apart,
    travelTicks: [
      [0, 1, 5],
      [2, 0, 5],
      [5, 5, 0],
    ],
    weights: usualWeights,
  }

  function resource(id: string, kind: Resource['kind']): Resource {
    const free = spans(0.9, 0.3)
    const hasSlots = kind === 'teacher' && chance(0.4)
    return {
      id,
      kind,
      capacity: 1,
      free,
      starts: hasSlots ? everySecondTick() : null,
      pauseTicks: chance(0.2) ? 1 : 0,
      inARow:
        kind === 'teacher' && chance(0.4) ? { ticks: 2 + below(3), restTicks: 1 + below(2) } : null,
    }
  }

  function everySecondTick(): Place[] {
    return sittings.flatMap(({ id, ticks }) =>
      Array.from({ length: Math.ceil(ticks / 2) }, (_, slot) => ({
        sittingId: id,
        tick: slot * 2,
      })),
    )
  }

  function spans(present: number, cut: number): Span[] {
    return sittings.flatMap(({ id, ticks }) => {
      if (!chance(present)) return []
      if (!chance(cut)) return [{ sittingId: id, from: 0, until: ticks }]
      const middle = 1 + below(ticks - 1)
      if (chance(0.5)) return [{ sittingId: id, from: 0, until: middle }]
      return [{ sittingId: id, from: middle, until: ticks }]
    })
  }

  function talk(index: number): Talk {
    const teacher = teachers[below(teachers.length)] ?? 'teacher-0'
    const other = teachers.find((id) => id !== teacher) ?? teacher
    const extra = [
      chance(0.15) ? [other] : [],
      chance(0.15) ? ['interpreter'] : [],
      chance(0.2) ? ['rooms'] : [],
    ].flat()
    const anywhere = () => {
      const sitting = sittings[below(sittings.length)] ?? { id: '', ticks: 1 }
      return { sittingId: sitting.id, tick: below(sitting.ticks - 3) }
    }
    return {
      id: `talk-${index}`,
      partyId: `party-${index < parties ? index : below(parties)}`,
      resourceIds: [teacher, ...extra],
      ticks: 1 + below(3),
      zone: below(chance(0.1) ? 3 : 2),
      weight: chance(0.2) ? 3 : 1,
      within: chance(0.1) ? spans(0.8, 0.5) : null,
      // One at most, so that two pins never stand against each other.
      pinnedAt: index === 0 && chance(0.3) ? anywhere() : null,
      confirmedAt: index === 1 && chance(0.3) ? anywhere() : null,
    }
  }
}
