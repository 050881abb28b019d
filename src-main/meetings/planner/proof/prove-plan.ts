import type { Highs } from 'highs'
import { buildModel, nowhere } from '#shared/meetings/planner/model/build-model.ts'
import type { Bound, Plan } from '#shared/meetings/planner/plan.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import { startsOf } from '#shared/meetings/planner/score-plan.ts'
import {
  createVisitPlanner,
  mostTalksAtOnce,
} from '#shared/meetings/planner/search/visit-planner.ts'
import { closeGap } from './close-gap.ts'
import { createMaster, type Duals, type Visit } from './master.ts'
import { buildHours, fillDualPrices, visitOf } from './priced-hours.ts'
import { stepOfPoints } from './step-of-points.ts'

export type Proof = {
  readonly bound: Bound
  /** No plan is better than the one that was given, or than `better`. */
  readonly isProven: boolean
  /** A better plan that was met on the way; null where there is none. */
  readonly better: Plan | null
}

export type ProofOptions = {
  readonly seconds: number
  /** Told each time the bound rises. */
  readonly onBound: (bound: Bound) => void
}

/**
 * How much better a plan could be at most. Column generation: a linear programme over whole visits,
 * to which the cheapest visit of each party at its prices is added until there is none; then, when
 * the plan is not yet proven, every visit that could be part of a better plan, as whole numbers.
 */
export function provePlan(
  highs: Highs,
  problem: PlanningProblem,
  plan: Plan,
  options: ProofOptions,
): Proof {
  const until = performance.now() + options.seconds * 1000
  if (hasVeryLargeFamily(problem)) {
    return { bound: { points: 0, by: 'visits' }, isProven: false, better: null }
  }
  const work = beginProof(highs, problem, plan)
  const priced = priceVisits(work, until, options.onBound)
  work.master.end()
  const bound = { points: priced.bound, by: 'visits' as const }
  if (isClosed(work, priced.bound)) return { bound, isProven: true, better: null }
  if (!priced.isDone) return { bound, isProven: false, better: null }
  return closeGap(work, priced, until)
}

/** Its cheapest visit would not be exact, and so no bound. */
function hasVeryLargeFamily({ parties, talks }: PlanningProblem) {
  return parties.some(
    ({ id }) => talks.filter(({ partyId }) => partyId === id).length > mostTalksAtOnce,
  )
}

export type Work = ReturnType<typeof beginProof>

function beginProof(highs: Highs, problem: PlanningProblem, plan: Plan) {
  const model = buildModel(problem)
  const hours = buildHours(highs, model)
  const starts = startsOf(problem, plan)
  const planVisits = model.parties.map((party) =>
    visitOf(
      hours,
      party,
      party.talks.map(({ index }) => starts[index] ?? nowhere),
    ),
  )
  const stayHome = model.parties.map((party) =>
    visitOf(
      hours,
      party,
      party.talks.map(() => nowhere),
    ),
  )
  return {
    highs,
    problem,
    model,
    hours,
    points: plan.score.points,
    step: stepOfPoints(model),
    planner: createVisitPlanner(model),
    planVisits,
    master: createMaster(highs, hours.limits, [...planVisits, ...stayHome]),
  }
}

/** Points come in steps (5, usually): a gap smaller than one is none. */
export function isClosed({ points, step }: Pick<Work, 'points' | 'step'>, bound: number) {
  return points - bound < Math.max(1e-4, step - 1e-4)
}

/** What the programme says at its end. */
export type Priced = {
  /** No plan has fewer points, rounded up to the next step. */
  readonly bound: number
  /** The same before it was rounded. */
  readonly value: number
  readonly duals: Duals
  readonly isDone: boolean
}

function priceVisits(work: Work, until: number, onBound: ProofOptions['onBound']): Priced {
  let bound = 0
  for (;;) {
    const duals = work.master.solve()
    const { visits, reduced } = cheapestVisits(work, duals)
    const sum = reduced.reduce((total, cost) => total + cost, 0)
    const isDone = visits.length === 0
    // What the prices say no plan can go under: the programme, less what each party may still win.
    const known = roundUp(work, duals.points + sum)
    const isHigher = known > bound
    bound = Math.max(bound, known)
    if (isHigher) onBound({ points: bound, by: 'visits' })
    const isLate = performance.now() > until
    if (isDone || isLate || isClosed(work, bound))
      return { bound, duals, value: duals.points + sum, isDone }
    work.master.add(visits)
  }
}

/** For each party the visit that these prices like best, where the programme lacks it. */
function cheapestVisits({ model, hours, planner }: Work, duals: Duals) {
  const reduced: number[] = []
  const visits: Visit[] = []
  for (const party of model.parties) {
    const talks = fillDualPrices(hours, planner.prices, party, duals.prices)
    const cost = planner.solve(talks, []) - (duals.prices[party.index] ?? 0)
    reduced.push(Math.min(0, cost))
    if (cost > -1e-6) continue
    const chosen = [...planner.chosen.subarray(0, party.talks.length)]
    visits.push(visitOf(hours, party, chosen))
  }
  return { visits, reduced }
}

/** Points come in steps, so the bound may go up to the next. */
export function roundUp({ step }: Work, bound: number) {
  return step === 0 ? bound : Math.ceil((bound - 1e-4) / step) * step
}
