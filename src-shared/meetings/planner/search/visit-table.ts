import type { Model, ModelTalk } from '../model/model.ts'
import { createVisitTrace } from './visit-trace.ts'

/** A talk of the party that stays where it is. */
export type Step = { readonly talk: ModelTalk; readonly start: number }

/** What the party does: the talks to place, and those that stay. */
export type VisitTalks = {
  readonly talks: readonly ModelTalk[]
  readonly fixed: readonly Step[]
}

export const never = Number.POSITIVE_INFINITY

/**
 * Sitting by sitting, tick by tick: the cheapest way to have done a set of talks, the last of which
 * ended at this tick in this zone. A set is a number, one bit a talk.
 *
 * What a wait costs bends once (`longWaitAfterMinutes`) and is straight after that. So ends at most
 * `steadyFrom` ticks ago are looked up one by one, and of all before, one minimum a set and zone is
 * enough, kept as if the wait had begun at tick 0.
 */
export function createVisitTable(model: Model, most: number, prices: Float64Array) {
  const { zones, steadyFrom, waitCost, travel, ticks } = model
  const steadyStep = (waitCost[steadyFrom + 2] ?? 0) - (waitCost[steadyFrom + 1] ?? 0)
  const atSteady = (waitCost[steadyFrom + 1] ?? 0) - (steadyFrom + 1) * steadyStep
  // Each sitting has one tick more than its length: talks end there.
  const cells = (ticks + model.sittings.length) * zones
  const ended = new Float64Array(cells << most)
  const isReached = new Uint8Array(cells)
  const far = new Float64Array(zones << most)
  const isFar = new Uint8Array(zones)
  const best = new Float64Array(model.sittings.length << most)
  const before = new Float64Array(zones << most)
  const collectedAt = new Int16Array(zones)
  const trace = createVisitTrace({ model, prices, ended, isReached, best })
  let masks = 1

  function fill(visit: VisitTalks) {
    masks = 1 << visit.talks.length
    isReached.fill(0)
    best.fill(never, 0, model.sittings.length * masks)
    if (visit.fixed.length > 0) closeUnderFixed(visit)
    for (let sitting = 0; sitting < model.sittings.length; sitting++) fillSitting(visit, sitting)
  }

  /** No talk while another goes on that stays. */
  function closeUnderFixed({ talks, fixed }: VisitTalks) {
    for (const [index, { length }] of talks.entries()) {
      for (const { talk, start } of fixed) {
        const from = Math.max(0, start - length + 1)
        prices.fill(never, index * ticks + from, index * ticks + start + talk.length)
      }
    }
  }

  function fillSitting({ talks, fixed }: VisitTalks, sitting: number) {
    const { first, end } = model.sittings[sitting] ?? { first: 0, end: 0 }
    const lastStay = fixed.length === 0 ? first : lastEndIn(fixed, first, end)
    const from = { sitting, wall: first, isFresh: true, joined: first, lastStay }
    isFar.fill(0)
    collectedAt.fill(-1)
    for (let tick = first; tick < end; tick++) {
      const stay = fixed.length === 0 ? undefined : fixed.find(({ start }) => start === tick)
      if (stay) {
        stepAfterAll(from, tick, stay.talk, 0, 0)
        from.wall = tick + stay.talk.length
        from.joined = from.wall
        from.isFresh = false
        isFar.fill(0)
        continue
      }
      for (let index = 0; index < talks.length; index++) {
        const price = prices[index * ticks + tick] ?? never
        const talk = talks[index]
        if (price !== never && talk) stepAfterAll(from, tick, talk, 1 << index, price)
      }
    }
  }

  /** Begins a talk at this tick after every set of talks that lacks it. */
  function stepAfterAll(from: From, tick: number, talk: ModelTalk, bit: number, price: number) {
    const row = talk.zone * masks
    if (collectedAt[talk.zone] !== tick) collectBefore(from, tick, talk.zone, row)
    const cell = (tick + talk.length + from.sitting) * zones + talk.zone
    const into = cell * masks
    if (isReached[cell] === 0) {
      isReached[cell] = 1
      ended.fill(never, into, into + masks)
    }
    const closes = tick + talk.length >= from.lastStay
    for (let mask = 0; mask < masks; mask++) {
      const cost = (before[row + mask] ?? never) + price
      if ((mask & bit) !== 0 || cost === never) continue
      const done = mask | bit
      if (cost < (ended[into + done] ?? never)) ended[into + done] = cost
      const atBest = from.sitting * masks + done
      if (closes && cost < (best[atBest] ?? never)) best[atBest] = cost
    }
  }

  /** For each set of talks the cheapest way to stand ready in this zone at this tick. */
  function collectBefore(from: From, tick: number, zone: number, row: number) {
    collectedAt[zone] = tick
    before.fill(never, row, row + masks)
    if (from.isFresh) before[row] = 0
    joinFar(from, tick - steadyFrom - 1)
    const longest = Math.min(steadyFrom, tick - from.wall)
    for (let other = 0; other < zones; other++) {
      if (isFar[other] === 1) takeCheaper(far, other * masks, row, atSteady + tick * steadyStep)
      for (let gap = travel[other * zones + zone] ?? 0; gap <= longest; gap++) {
        const cell = (tick - gap + from.sitting) * zones + other
        if (isReached[cell] === 1) takeCheaper(ended, cell * masks, row, waitCost[gap] ?? 0)
      }
    }
  }

  function takeCheaper(costs: Float64Array, from: number, row: number, wait: number) {
    for (let mask = 0; mask < masks; mask++) {
      const cost = (costs[from + mask] ?? never) + wait
      if (cost < (before[row + mask] ?? never)) before[row + mask] = cost
    }
  }

  /** Ends up to this tick are too long ago to look up one by one. */
  function joinFar(from: From, last: number) {
    for (; from.joined <= last; from.joined++) {
      for (let zone = 0; zone < zones; zone++) {
        const cell = (from.joined + from.sitting) * zones + zone
        if (isReached[cell] === 0) continue
        if (isFar[zone] === 0) far.fill(never, zone * masks, (zone + 1) * masks)
        isFar[zone] = 1
        for (let mask = 0; mask < masks; mask++) {
          const cost = (ended[cell * masks + mask] ?? never) - from.joined * steadyStep
          if (cost < (far[zone * masks + mask] ?? never)) far[zone * masks + mask] = cost
        }
      }
    }
  }

  return { best, fill, trace }
}

/** Where the table stands in a sitting. */
type From = {
  readonly sitting: number
  /** End of the last talk that stays: no wait reaches over it. */
  wall: number
  /** Nothing yet that stays, so the party may still arrive. */
  isFresh: boolean
  /** Ends before this are in `far`. */
  joined: number
  /** The party may not leave before this. */
  readonly lastStay: number
}

export function lastEndIn(fixed: readonly Step[], first: number, end: number) {
  let last = first
  for (const { talk, start } of fixed) {
    if (start >= first && start < end) last = Math.max(last, start + talk.length)
  }
  return last
}
