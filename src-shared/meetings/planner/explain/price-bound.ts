import { buildModel, nowhere } from '../model/build-model.ts'
import type { Model, ModelParty, ModelResource, ModelTalk } from '../model/model.ts'
import type { Bound } from '../plan.ts'
import type { PlanningProblem } from '../planning-problem.ts'
import { assign } from '../search/assignment.ts'
import { fillPrices } from '../search/insert-party.ts'
import { createVisitPlanner, mostTalksAtOnce } from '../search/visit-planner.ts'

/**
 * A bound for rounds that are too large for a linear programme: every hour of a teacher gets a price,
 * each family takes its cheapest visit as if it were alone, and the prices of all hours come off
 * (Lagrange). The first prices are those at which each teacher's own hours are shared out best; each
 * further step raises them where too many come and lowers them where too few do.
 *
 * @param points of the best plan known, which says how large the steps may be
 * @param steps each costs some seconds for the largest rounds; 1 is the first prices alone
 */
export function boundByPrices(problem: PlanningProblem, points: number, steps: number): Bound {
  const model = buildModel(problem)
  const planner = createVisitPlanner(model)
  const prices = model.resources.map((resource) => firstPrices(model, resource))
  let best = 0
  let size = 1
  for (let step = 0; step < steps; step++) {
    const used = model.resources.map(() => new Int16Array(model.ticks))
    let value = -sumOfPrices(model, prices)
    for (const party of model.parties) value += cheapestVisit(party, used)
    if (value <= best) size /= 1.5
    best = Math.max(best, value)
    movePrices(model, prices, used, size * Math.max(0, points - value))
  }
  return { points: best, by: 'prices' }

  function priceOf(talk: ModelTalk, start: number) {
    let price = talk.costAt[start] ?? 0
    for (const index of talk.resources) {
      for (let tick = start; tick < start + talk.length; tick++) price += prices[index]?.[tick] ?? 0
    }
    return price
  }

  function cheapestVisit({ talks }: ModelParty, used: readonly Int16Array[]) {
    if (talks.length > mostTalksAtOnce) return withoutWaits(talks)
    fillPrices(planner.prices, model.ticks, talks, priceOf)
    const value = planner.solve(talks, [])
    for (const [index, talk] of talks.entries()) {
      const start = planner.chosen[index] ?? nowhere
      if (start !== nowhere) count(used, talk, start)
    }
    return value
  }

  /** Less than the visit costs, so that it stays a bound. */
  function withoutWaits(talks: readonly ModelTalk[]) {
    let sum = 0
    for (const talk of talks) {
      sum += talk.starts.reduce(
        (least, start) => Math.min(least, priceOf(talk, start)),
        talk.missCost,
      )
    }
    return sum
  }
}

function count(used: readonly Int16Array[], talk: ModelTalk, start: number) {
  for (const index of talk.resources) {
    const own = used[index]
    if (!own) continue
    for (let tick = start; tick < start + talk.length; tick++) own[tick] = (own[tick] ?? 0) + 1
  }
}

/** What the hours are worth when the teacher's talks are shared out over them and nothing else counts. */
function firstPrices(model: Model, teacher: ModelResource) {
  const prices = new Float64Array(model.ticks)
  const { talks } = teacher
  const length = talks[0]?.length ?? 0
  const slots = [...new Set(talks.flatMap(({ starts }) => [...starts]))].sort((a, b) => a - b)
  const isEven = talks.every((talk) => talk.length === length)
  const overlaps = slots.some((slot, index) => slot - (slots[index - 1] ?? -length) < length)
  if (!teacher.isTeacher || talks.length === 0 || !isEven || overlaps) return prices
  const columns = slots.length + talks.length
  const costs = new Float64Array(talks.length * columns).fill(1e9)
  for (const [row, talk] of talks.entries()) {
    for (const [column, slot] of slots.entries()) {
      costs[row * columns + column] = Math.min(1e9, talk.costAt[slot] ?? 1e9)
    }
    costs[row * columns + slots.length + row] = talk.missCost
  }
  const worth = assign(costs, talks.length, columns).prices
  for (const [column, slot] of slots.entries()) prices[slot] = Math.max(0, -(worth[column] ?? 0))
  return prices
}

function sumOfPrices(model: Model, prices: readonly Float64Array[]) {
  let sum = 0
  for (const { index, room } of model.resources) {
    for (let tick = 0; tick < model.ticks; tick++) {
      sum += (prices[index]?.[tick] ?? 0) * (room[tick] ?? 0)
    }
  }
  return sum
}

/** A step of subgradient: towards hours that are used just as often as there is room. */
function movePrices(
  model: Model,
  prices: readonly Float64Array[],
  used: readonly Int16Array[],
  gap: number,
) {
  const excessAt = (resource: ModelResource, tick: number) => {
    const excess = (used[resource.index]?.[tick] ?? 0) - (resource.room[tick] ?? 0)
    return excess < 0 && (prices[resource.index]?.[tick] ?? 0) === 0 ? 0 : excess
  }
  let squares = 0
  for (const resource of model.resources) {
    for (let tick = 0; tick < model.ticks; tick++) squares += excessAt(resource, tick) ** 2
  }
  if (squares === 0) return
  for (const resource of model.resources) {
    const own = prices[resource.index]
    if (!own) continue
    for (let tick = 0; tick < model.ticks; tick++) {
      own[tick] = Math.max(0, (own[tick] ?? 0) + (gap / squares) * excessAt(resource, tick))
    }
  }
}
