import { nowhere } from '#shared/meetings/planner/model/build-model.ts'
import type { Plan } from '#shared/meetings/planner/plan.ts'
import { readPlan } from '#shared/meetings/planner/score-plan.ts'
import { createSchedule } from '#shared/meetings/planner/search/schedule.ts'
import { everyVisit } from './every-visit.ts'
import { chooseVisits, type Visit } from './master.ts'
import { fillDualPrices, visitOf } from './priced-hours.ts'
import { isClosed, type Priced, type Proof, roundUp, type Work } from './prove-plan.ts'

/** More would take longer than looking on is worth. */
const mostVisits = 60_000
const mostTalksToTry = 4

/** Where not every visit that could be part of a better plan can be tried: those that are this near. */
const nearer = [100, 50, 25, 12]

/**
 * Tries, in whole numbers, every visit that the prices do not rule out. A better plan on the way rules
 * out more, so it is tried again from there.
 */
export function closeGap(work: Work, priced: Priced, until: number): Proof {
  let { bound } = priced
  let { points, planVisits } = work
  let better: Plan | null = null
  for (;;) {
    const seconds = (until - performance.now()) / 1000
    const near = seconds < 0.2 ? null : visitsNear(work, priced, points)
    if (!near) break
    const whole = chooseVisits(work.highs, work.hours.limits, {
      visits: [...planVisits, ...near.visits],
      known: planVisits.length,
      step: work.step,
      seconds: near.isAll ? seconds : seconds / 2,
    })
    const found = whole.chosen && planOf(work, whole.chosen)
    const isBetter = found !== null && found.score.points < points - 1e-6
    if (isBetter && whole.chosen) {
      better = found
      points = found.score.points
      planVisits = whole.chosen
    }
    // Whoever visits otherwise pays more than the limit.
    const known = Math.min(whole.bound, priced.value + near.limit)
    bound = Math.max(bound, Math.min(points, roundUp(work, known)))
    if (near.isAll || !isBetter || isClosed({ points, step: work.step }, bound)) break
  }
  const isProven = isClosed({ points, step: work.step }, bound)
  return { bound: { points: bound, by: 'visits' }, isProven, better }
}

/** Every visit that costs at most `limit` more than the cheapest of its party, at these prices. */
function visitsNear(work: Work, priced: Priced, points: number) {
  // Only what is better by a step counts.
  const toWin = points - work.step - priced.value + 1e-3
  for (const limit of [toWin, ...nearer.filter((one) => one < toWin)]) {
    const visits = visitsWithin(work, priced, limit)
    if (visits) return { visits, limit, isAll: limit === toWin }
  }
  return null
}

function visitsWithin({ model, hours, planner }: Work, { duals }: Priced, limit: number) {
  const visits: Visit[] = []
  for (const party of model.parties) {
    if (party.talks.length > mostTalksToTry) return null
    const talks = fillDualPrices(hours, planner.prices, party, duals.prices)
    const most = (duals.prices[party.index] ?? 0) + limit
    const found = everyVisit(model, talks, planner.prices, most, mostVisits - visits.length)
    if (!found) return null
    for (const starts of found) visits.push(visitOf(hours, party, starts))
  }
  return visits
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
