import type { Placement, Plan } from './plan.ts'
import { beginPlanning } from './plan-round.ts'
import type { PlanningProblem } from './planning-problem.ts'

/** The problem in which the families know this plan: what moves them costs, dropping them most. */
export function afterTelling(
  problem: PlanningProblem,
  plan: Pick<Plan, 'placements'>,
): PlanningProblem {
  const placeById = new Map(plan.placements.map((placement) => [placement.talkId, placement]))
  const talks = problem.talks.map((talk) => {
    const place = placeById.get(talk.id)
    if (!place) return { ...talk, confirmedAt: null }
    return { ...talk, confirmedAt: { sittingId: place.sittingId, tick: place.tick } }
  })
  return { ...problem, talks }
}

/** Takes a few tenths of a second for a primary school. */
const repairRounds = 400

/**
 * The told plan after something changed (a family cannot come, a teacher is ill, somebody joins),
 * with as few told talks moved as possible. Give the changed problem, with `confirmedAt` where
 * families were told; see `afterTelling`.
 */
export function repairPlan(problem: PlanningProblem, told: Plan, seed: number): Plan {
  const planning = beginPlanning(problem, { seed, rounds: repairRounds, from: told })
  planning.run(repairRounds)
  return planning.best()
}

/** What the office sees before it accepts: row by row, and each can be left out. */
export type PlanDifference = {
  readonly placed: readonly Placement[]
  readonly moved: readonly { readonly from: Placement; readonly to: Placement }[]
  /** Stood before and has no place now. */
  readonly removed: readonly Placement[]
}

export function differenceOf(
  before: Pick<Plan, 'placements'>,
  after: Pick<Plan, 'placements'>,
): PlanDifference {
  const oldById = new Map(before.placements.map((placement) => [placement.talkId, placement]))
  const newIds = new Set(after.placements.map(({ talkId }) => talkId))
  return {
    placed: after.placements.filter(({ talkId }) => !oldById.has(talkId)),
    moved: after.placements.flatMap((to) => {
      const from = oldById.get(to.talkId)
      const stays = !from || (from.sittingId === to.sittingId && from.tick === to.tick)
      return stays ? [] : [{ from, to }]
    }),
    removed: before.placements.filter(({ talkId }) => !newIds.has(talkId)),
  }
}
