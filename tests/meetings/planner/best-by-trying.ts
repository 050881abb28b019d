import type { Placement } from '#shared/meetings/planner/plan.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import { brokenRules, pointsOf } from './check-plan.ts'

/** Points of the best plan there is, by trying each place of each talk; for very small rounds. */
export function bestByTrying(problem: PlanningProblem) {
  const everywhere = problem.sittings.flatMap(({ id, ticks }) =>
    Array.from({ length: ticks }, (_, tick) => ({ sittingId: id, tick })),
  )
  const places = problem.talks.map((talk) =>
    talk.pinnedAt
      ? [talk.pinnedAt]
      : everywhere.filter((place) => isSound([{ talkId: talk.id, ...place }])),
  )
  let best = Number.POSITIVE_INFINITY
  tryFrom(0, [])
  return best

  function isSound(placements: Placement[]) {
    const broken = brokenRules(problem, { placements })
    return broken.every((rule) => rule.endsWith('was pinned'))
  }

  function tryFrom(index: number, placements: Placement[]) {
    const talk = problem.talks[index]
    if (!talk) {
      best = Math.min(best, pointsOf(problem, { placements }))
      return
    }
    for (const place of places[index] ?? []) {
      const next = [...placements, { talkId: talk.id, ...place }]
      if (isSound(next)) tryFrom(index + 1, next)
    }
    if (!talk.pinnedAt) tryFrom(index + 1, placements)
  }
}
