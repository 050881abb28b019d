import type { Highs } from 'highs'
import { buildModel, nowhere } from '#shared/meetings/planner/model/build-model.ts'
import type { Model, ModelParty } from '#shared/meetings/planner/model/model.ts'
import type { Bound, Plan } from '#shared/meetings/planner/plan.ts'
import type { PlanningProblem } from '#shared/meetings/planner/planning-problem.ts'
import { readPlan, startsOf } from '#shared/meetings/planner/score-plan.ts'
import { costOfParty } from '#shared/meetings/planner/search/party-cost.ts'
import { createSchedule } from '#shared/meetings/planner/search/schedule.ts'
import {
  createVisitPlanner,
  mostTalksAtOnce,
  type VisitPlanner,
} from '#shared/meetings/planner/search/visit-planner.ts'
import { everyVisit } from './every-visit.ts'
import { chooseVisits, createMaster, type Duals, type Visit } from './master.ts'
import { buildRows, type MasterRows } from './master-rows.ts'
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
  const seconds = (until - performance.now()) / 1000
  if (!priced.isDone || seconds <= 0.1) return { bound, isProven: false, better: null }
  return closeGap(work, priced, seconds)
}

/** Its cheapest visit would not be exact, and so no bound. */
function hasVeryLargeFamily({ parties, talks }: PlanningProblem) {
  return parties.some(
    ({ id }) => talks.filter(({ partyId }) => partyId === id).length > mostTalksAtOnce,
  )
}

type Work = ReturnType<typeof beginProof>

function beginProof(highs: Highs, problem: PlanningProblem, plan: Plan) {
  const model = buildModel(problem)
  const rows = buildRows(model)
  const starts = startsOf(problem, plan)
  const planVisits = model.parties.map((party) =>
    visitOf(
      model,
      rows,
      party,
      party.talks.map(({ index }) => starts[index] ?? nowhere),
    ),
  )
  const stayHome = model.parties.map((party) =>
    visitOf(
      model,
      rows,
      party,
      party.talks.map(() => nowhere),
    ),
  )
  return {
    highs,
    problem,
    model,
    rows,
    points: plan.score.points,
    step: stepOfPoints(model),
    planner: createVisitPlanner(model),
    planVisits,
    master: createMaster(highs, rows, [...planVisits, ...stayHome]),
  }
}

/** Points come in steps (5, usually): a gap smaller than one is none. */
function isClosed({ points, step }: Work, bound: number) {
  return points - bound < Math.max(1e-4, step - 1e-4)
}

function visitOf(
  model: Model,
  rows: MasterRows,
  party: ModelParty,
  chosen: readonly number[],
): Visit {
  const starts = new Int16Array(model.talks.length).fill(nowhere)
  const used = new Set<number>()
  for (const [index, talk] of party.talks.entries()) {
    const start = chosen[index] ?? nowhere
    starts[talk.index] = start
    if (start !== nowhere) for (const row of rows.rowsOf(talk, start)) used.add(row)
  }
  const points = costOfParty(model, starts, party.index)
  return { party: party.index, starts: [...chosen], points, rows: [...used] }
}

function priceVisits(work: Work, until: number, onBound: ProofOptions['onBound']) {
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
    if (isDone || isLate || isClosed(work, bound)) return { bound, duals, reduced, isDone }
    work.master.add(visits)
  }
}

/** For each party the visit that these prices like best, where the programme lacks it. */
function cheapestVisits({ model, rows, planner }: Work, duals: Duals) {
  const reduced: number[] = []
  const visits: Visit[] = []
  for (const party of model.parties) {
    fillDualPrices(model, rows, planner, party, duals.prices)
    const cost = planner.solve(party.talks, []) - (duals.prices[party.index] ?? 0)
    reduced.push(Math.min(0, cost))
    if (cost > -1e-6) continue
    const chosen = [...planner.chosen.subarray(0, party.talks.length)]
    visits.push(visitOf(model, rows, party, chosen))
  }
  return { visits, reduced }
}

/** Points of a start, and what it takes from others, whose prices are below zero. */
function fillDualPrices(
  model: Model,
  rows: MasterRows,
  planner: VisitPlanner,
  party: ModelParty,
  prices: Float64Array,
) {
  planner.prices.fill(Number.POSITIVE_INFINITY, 0, party.talks.length * model.ticks)
  for (const [index, talk] of party.talks.entries()) {
    for (const start of talk.starts) {
      let price = talk.costAt[start] ?? 0
      for (const row of rows.rowsOf(talk, start)) price -= Math.min(0, prices[row] ?? 0)
      planner.prices[index * model.ticks + start] = price
    }
  }
}

/** More would take longer than looking on is worth. */
const mostVisits = 60_000
const mostTalksToTry = 4

function closeGap(
  work: Work,
  { bound, duals }: { bound: number; duals: Duals },
  seconds: number,
): Proof {
  const { model, rows, planner, highs, points } = work
  const open: Proof = { bound: { points: bound, by: 'visits' }, isProven: false, better: null }
  // Only what is better by a step counts, so when nothing is left the plan is the best.
  const toWin = points - work.step - bound + 1e-3
  const visits: Visit[] = []
  for (const party of model.parties) {
    if (party.talks.length > mostTalksToTry) return open
    fillDualPrices(model, rows, planner, party, duals.prices)
    const limit = (duals.prices[party.index] ?? 0) + toWin
    const found = everyVisit(model, party.talks, planner.prices, limit, mostVisits - visits.length)
    if (!found) return open
    visits.push(...found.map((starts) => visitOf(model, rows, party, starts)))
  }
  if (visits.length === 0) return { ...open, bound: { points, by: 'visits' }, isProven: true }
  const known = [...work.planVisits]
  const whole = chooseVisits(highs, rows, {
    visits: [...known, ...visits],
    known: known.length,
    step: work.step,
    seconds,
  })
  const met = whole.chosen && planOf(work, whole.chosen)
  const better = met && met.score.points < points - 1e-6 ? met : null
  const reached = better?.score.points ?? points
  const raised = { points: Math.min(reached, roundUp(work, whole.bound)), by: 'visits' as const }
  return { bound: raised, isProven: isClosed({ ...work, points: reached }, raised.points), better }
}

/** Points come in steps, so the bound may go up to the next. */
function roundUp({ step }: Work, bound: number) {
  return step === 0 ? bound : Math.ceil((bound - 1e-4) / step) * step
}

/** The visits as a plan, when they also keep the rules that are no rows; else null. */
function planOf({ problem, model }: Work, visits: readonly Visit[]) {
  const schedule = createSchedule(model)
  for (const { party, starts } of visits) {
    for (const [index, talk] of (model.parties[party]?.talks ?? []).entries()) {
      const start = starts[index] ?? nowhere
      if (start === nowhere) continue
      if (!schedule.fits(talk, start)) return null
      schedule.place(talk, start)
    }
  }
  return readPlan(problem, model, schedule.starts)
}
