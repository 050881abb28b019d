import { nowhere } from '../model/build-model.ts'
import type { ModelTalk } from '../model/model.ts'
import { costOfParty } from './party-cost.ts'
import type { Schedule } from './schedule.ts'
import { mostTalksAtOnce, type VisitPlanner } from './visit-planner.ts'
import type { Step } from './visit-table.ts'

const never = Number.POSITIVE_INFINITY

/** What the visit may use, and at what price. */
export type Offer = {
  /** Points of a start; infinite where the talk may not begin. */
  readonly priceOf: (talk: ModelTalk, start: number) => number
  /** Called before a talk is placed there. */
  readonly makeRoom: (talk: ModelTalk, start: number) => void
}

/** Decides only between visits that are equally good for the family: the smallest step is 5 points. */
const gapFee = 0.02

/** Next to another talk the teacher waits less. */
function gapPrice({ sitter }: Schedule, talk: ModelTalk, start: number) {
  const own = sitter[talk.teacher]
  const before = own?.[start - 1] ? 0 : gapFee
  return before + (own?.[start + talk.length] ? 0 : gapFee)
}

/** Only hours that nobody has. */
export function freeHours(schedule: Schedule): Offer {
  return {
    priceOf: (talk, start) =>
      schedule.fits(talk, start)
        ? (talk.costAt[start] ?? never) + gapPrice(schedule, talk, start)
        : never,
    makeRoom: () => {},
  }
}

/**
 * Gives the lifted talks of a party the best visit that the prices allow, and places them. Talks of
 * the party that still stand stay where they are.
 */
export function insertParty(
  schedule: Schedule,
  planner: VisitPlanner,
  party: number,
  offer: Offer,
) {
  const { model } = schedule
  const lifted: ModelTalk[] = []
  const fixed: Step[] = []
  for (const talk of talksOf(schedule, party)) {
    const start = schedule.starts[talk.index] ?? nowhere
    if (start !== nowhere) fixed.push({ talk, start })
    else if (talk.starts.length > 0) lifted.push(talk)
  }
  // A family with more talks than the table can hold is planned in parts, the first ones first.
  for (let from = 0; from < lifted.length; from += mostTalksAtOnce) {
    const talks =
      from === 0 && lifted.length <= mostTalksAtOnce
        ? lifted
        : lifted.slice(from, from + mostTalksAtOnce)
    fillPrices(planner.prices, model.ticks, talks, offer.priceOf)
    placeVisit(schedule, planner, { talks, fixed, offer })
    for (const talk of talks) {
      const start = schedule.starts[talk.index] ?? nowhere
      if (start !== nowhere) fixed.push({ talk, start })
    }
  }
  schedule.recount(party)
}

export function talksOf({ model }: Schedule, party: number): readonly ModelTalk[] {
  return model.parties[party]?.talks ?? []
}

export function fillPrices(
  prices: Float64Array,
  ticks: number,
  talks: readonly ModelTalk[],
  priceOf: Offer['priceOf'],
) {
  prices.fill(never, 0, talks.length * ticks)
  for (const [index, talk] of talks.entries()) {
    for (const start of talk.starts) prices[index * ticks + start] = priceOf(talk, start)
  }
}

type Visit = {
  readonly talks: readonly ModelTalk[]
  readonly fixed: readonly Step[]
  readonly offer: Offer
}

/** Talks of one party can hinder each other by a rule of their teacher, such as its rest. */
const mostBans = 8

function placeVisit(schedule: Schedule, planner: VisitPlanner, visit: Visit) {
  for (let bans = 0; bans <= mostBans; bans++) {
    if (planner.solve(visit.talks, visit.fixed) === never) return
    const clash = placeChosen(schedule, planner, visit)
    if (clash === null) {
      if (bans > 0) tryOneByOne(schedule, planner, visit)
      return
    }
    for (const talk of visit.talks) schedule.lift(talk)
    planner.prices[clash] = never
  }
  tryOneByOne(schedule, planner, visit)
}

/** The price to forbid, where two talks of the party cannot both stand; else null. */
function placeChosen(schedule: Schedule, planner: VisitPlanner, { talks, offer }: Visit) {
  let clash: number | null = null
  for (const [index, talk] of talks.entries()) {
    const start = planner.chosen[index] ?? nowhere
    if (start === nowhere) continue
    offer.makeRoom(talk, start)
    if (schedule.fits(talk, start)) schedule.place(talk, start)
    else clash ??= index * schedule.model.ticks + start
  }
  return clash
}

/**
 * What was forbidden may have been the better half of a pair that clashed. So also from each talk in
 * turn, one talk after another: each then sees what the ones before it took.
 */
function tryOneByOne(schedule: Schedule, planner: VisitPlanner, { talks, fixed, offer }: Visit) {
  const { model, starts } = schedule
  const party = talks[0]?.party ?? nowhere
  let best = talks.map(({ index }) => starts[index] ?? nowhere)
  let points = costOfParty(model, starts, party)
  const ordersOf = (list: readonly ModelTalk[]) =>
    list.map((_, first) => [...list.slice(first), ...list.slice(0, first)])
  for (const order of [...ordersOf(talks), ...ordersOf(talks.toReversed())]) {
    for (const talk of talks) schedule.lift(talk)
    const stay = [...fixed]
    for (const talk of order) placeOne(schedule, planner, talk, stay, offer)
    const cost = costOfParty(model, starts, party)
    if (cost >= points) continue
    points = cost
    best = talks.map(({ index }) => starts[index] ?? nowhere)
  }
  for (const talk of talks) schedule.lift(talk)
  for (const [index, talk] of talks.entries()) {
    const start = best[index] ?? nowhere
    if (start !== nowhere && schedule.fits(talk, start)) schedule.place(talk, start)
  }
}

function placeOne(
  schedule: Schedule,
  planner: VisitPlanner,
  talk: ModelTalk,
  stay: Step[],
  offer: Offer,
) {
  fillPrices(planner.prices, schedule.model.ticks, [talk], offer.priceOf)
  if (planner.solve([talk], stay) === never) return
  const start = planner.chosen[0] ?? nowhere
  if (start === nowhere) return
  offer.makeRoom(talk, start)
  if (!schedule.fits(talk, start)) return
  schedule.place(talk, start)
  stay.push({ talk, start })
}
