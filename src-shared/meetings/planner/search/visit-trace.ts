import type { Model, ModelTalk } from '../model/model.ts'
import type { Step, VisitTalks } from './visit-table.ts'

type Cell = { readonly tick: number; readonly zone: number; readonly mask: number }

type Filled = {
  readonly model: Model
  readonly prices: Float64Array
  readonly ended: Float64Array
  readonly isReached: Uint8Array
  readonly best: Float64Array
}

const never = Number.POSITIVE_INFINITY

/**
 * Finds the way back through a filled table by trying which step gives the cost that stands there:
 * cheaper than to write down where each cost came from, as most are never asked for.
 */
export function createVisitTrace({ model, prices, ended, isReached, best }: Filled) {
  const { zones, travel, waitCost, ticks } = model

  function costAt(visit: VisitTalks, sitting: number, { tick, zone, mask }: Cell) {
    const cell = (tick + sitting) * zones + zone
    return isReached[cell] === 0 ? never : (ended[(cell << visit.talks.length) + mask] ?? never)
  }

  /** Writes where the talks of a set begin in the cheapest way through a sitting. */
  return function trace(visit: VisitTalks, sitting: number, mask: number, chosen: Int16Array) {
    const { first, end } = model.sittings[sitting] ?? { first: 0, end: 0 }
    const stay = visit.fixed.filter(({ start }) => start >= first && start < end)
    const way = { visit, sitting, stay, first, chosen }
    let here: Cell | null | undefined = findEnd(way, mask, end)
    while (here) here = stepBack(way, here)
  }

  type Way = {
    readonly visit: VisitTalks
    readonly sitting: number
    readonly stay: readonly Step[]
    readonly first: number
    readonly chosen: Int16Array
  }

  function findEnd({ visit, sitting, stay, first }: Way, mask: number, end: number) {
    const cost = best[(sitting << visit.talks.length) + mask] ?? never
    const from = Math.max(first, ...stay.map(({ talk, start }) => start + talk.length))
    for (let tick = from; tick <= end; tick++) {
      for (let zone = 0; zone < zones; zone++) {
        const cell = { tick, zone, mask }
        if (isSame(costAt(visit, sitting, cell), cost)) return cell
      }
    }
    return null
  }

  function stepBack(way: Way, here: Cell) {
    const { visit, sitting, stay } = way
    const cost = costAt(visit, sitting, here)
    const held = stay.find(({ talk, start }) => start + talk.length === here.tick)
    if (held) return cellBefore(way, held.talk, held.start, here.mask, cost)
    for (const [index, talk] of visit.talks.entries()) {
      const start = here.tick - talk.length
      if ((here.mask & (1 << index)) === 0 || talk.zone !== here.zone || start < way.first) continue
      const price = prices[index * ticks + start] ?? never
      if (price === never) continue
      const before = cellBefore(way, talk, start, here.mask - (1 << index), cost - price)
      if (before === undefined) continue
      way.chosen[index] = start
      return before
    }
    return null
  }

  /** The end before a start at this cost; null is the party's arrival, undefined no such way. */
  function cellBefore(
    { visit, sitting, stay, first }: Way,
    { zone }: ModelTalk,
    start: number,
    mask: number,
    cost: number,
  ): Cell | null | undefined {
    const earlier = stay.filter((step) => step.start < start)
    if (mask === 0 && earlier.length === 0) return isSame(cost, 0) ? null : undefined
    const wall = Math.max(first, ...earlier.map(({ talk, start: at }) => at + talk.length))
    for (let tick = start; tick >= wall; tick--) {
      for (let from = 0; from < zones; from++) {
        if (start - tick < (travel[from * zones + zone] ?? 0)) continue
        const cell = { tick, zone: from, mask }
        const wait = waitCost[start - tick] ?? 0
        if (isSame(costAt(visit, sitting, cell) + wait, cost)) return cell
      }
    }
    return undefined
  }
}

/** Prices are sums of fractions when a proof asks; points differ by far more. */
function isSame(one: number, other: number) {
  return Math.abs(one - other) < 1e-6 * Math.max(1, Math.abs(one))
}
