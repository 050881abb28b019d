import type { Bound, Plan, PlanProgress } from '#shared/meetings/planner/plan.ts'
import type { PlanOptions } from '#shared/meetings/planner/plan-round.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import type { Proof } from './proof/prove-plan.ts'

// What the desk and its two planning threads say to each other.

export type PlannerStart = { readonly problem: PlanningProblem; readonly options: PlanOptions }

/** To the planner: answer with the best so far and end. */
export type StopPlanning = 'stop'

export type FromPlanner =
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  | { readonly kind: 'done'; readonly plan: Plan }

export type ProofStart = {
  readonly problem: PlanningProblem
  readonly plan: Plan
  readonly seconds: number
}

export type FromProof =
  | { readonly kind: 'bound'; readonly bound: Bound }
  | { readonly kind: 'done'; readonly proof: Proof }
