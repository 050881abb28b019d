import { buildModel } from '../model/build-model.ts'
import type { Plan } from '../plan.ts'
import type { PlanningProblem } from '../planning-problem.ts'
import { startsOf } from '../score-plan.ts'
import { costOfParty } from '../search/party-cost.ts'
import { idealCosts } from '../search/search.ts'
import { createVisitPlanner } from '../search/visit-planner.ts'

/** What each family lost beside the best it could have had alone in the school, in points. */
export type Fairness = {
  readonly lossByPartyId: ReadonlyMap<string, number>
  readonly largestLoss: number
  readonly meanLoss: number
  /** Parties that got the best that was possible for them. */
  readonly withoutLoss: number
  /** Mean loss of parties with one talk and with more: who has several children must not pay for it. */
  readonly meanWithOneTalk: number
  readonly meanWithMoreTalks: number
}

export function fairnessOf(problem: PlanningProblem, plan: Pick<Plan, 'placements'>): Fairness {
  const model = buildModel(problem)
  const starts = startsOf(problem, plan)
  const ideal = idealCosts(model, createVisitPlanner(model))
  const losses = model.parties.map(({ index, talks }) => ({
    id: problem.parties[index]?.id ?? '',
    talks: talks.length,
    // Rests between talks of one family are not weighed in the ideal, which may so be beaten.
    loss: Math.max(0, costOfParty(model, starts, index) - (ideal[index] ?? 0)),
  }))
  return {
    lossByPartyId: new Map(losses.map(({ id, loss }) => [id, loss])),
    largestLoss: Math.max(0, ...losses.map(({ loss }) => loss)),
    meanLoss: meanOf(losses.map(({ loss }) => loss)),
    withoutLoss: losses.filter(({ loss }) => loss < 1e-6).length,
    meanWithOneTalk: meanOf(losses.filter(({ talks }) => talks === 1).map(({ loss }) => loss)),
    meanWithMoreTalks: meanOf(losses.filter(({ talks }) => talks > 1).map(({ loss }) => loss)),
  }
}

function meanOf(values: readonly number[]) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
