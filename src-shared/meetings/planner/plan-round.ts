import { buildModel } from './model/build-model.ts'
import type { Plan, PlanProgress } from './plan.ts'
import type { PlanningProblem } from './planning-problem.ts'
import { readPlan, startsOf } from './score-plan.ts'
import { createSearch } from './search/search.ts'

export type PlanOptions = {
  /** The same seed, rounds and problem give the same plan. */
  readonly seed: number
  /** How long to look; see `usualRounds`. */
  readonly rounds: number
  /** Begins from this plan; null is from nothing. */
  readonly from: Plan | null
}

/** A planning that is going on: whoever runs it decides after each stretch whether to go on. */
export type Planning = {
  readonly progress: () => PlanProgress
  /** Plans on for so many rounds; true when nothing is left to do. */
  readonly run: (rounds: number) => boolean
  readonly best: () => Plan
}

export function beginPlanning(problem: PlanningProblem, options: PlanOptions): Planning {
  const model = buildModel(problem)
  const from = options.from ? startsOf(problem, options.from) : undefined
  const search = createSearch(model, options.seed, options.rounds, from)
  const best = () => readPlan(problem, model, search.best.starts)
  return {
    progress: () => ({
      rounds: search.done(),
      ofRounds: options.rounds,
      points: search.best.points,
      unplaced: search.best.starts.reduce((sum, start) => sum + (start < 0 ? 1 : 0), 0),
    }),
    run(rounds) {
      search.run(rounds)
      return search.done() >= options.rounds
    },
    best,
  }
}

/** The whole planning at once, for tests and for small changes. */
export function planRound(problem: PlanningProblem, options: PlanOptions): Plan {
  const planning = beginPlanning(problem, options)
  planning.run(options.rounds)
  return planning.best()
}

/** About a second for a primary school, half a minute for the largest secondary school. */
export function usualRounds({ talks }: PlanningProblem) {
  return Math.min(25_000, Math.max(12_000, talks.length * 13))
}
