import { nowhere } from '../model/build-model.ts'
import type { Model, ModelTalk } from '../model/model.ts'
import { createVisitTable, type Step } from './visit-table.ts'

/** More talks of one party are planned in parts; the work doubles with each talk. */
export const mostTalksAtOnce = 10

/**
 * The best visit of one party by dynamic programming, exact for the prices it is given. Prices are
 * the points of each start; infinite where the talk may not begin. So the same table answers what is
 * best on free hours, what is worth pushing others aside for, and what a proof asks.
 */
export type VisitPlanner = {
  /** [talk of the visit * ticks + tick]: fill before `solve`. */
  readonly prices: Float64Array
  /** By talk of the visit: where it begins, or `nowhere`; read after `solve`. */
  readonly chosen: Int16Array
  /**
   * Points of the best visit: prices, waits, sittings, and what stays unplaced. Infinite where the
   * fixed talks cannot be done one after another.
   */
  readonly solve: (talks: readonly ModelTalk[], fixed: readonly Step[]) => number
}

export function createVisitPlanner(model: Model): VisitPlanner {
  const most = Math.min(
    mostTalksAtOnce,
    Math.max(1, ...model.parties.map(({ talks }) => talks.length)),
  )
  const prices = new Float64Array(most * model.ticks)
  const chosen = new Int16Array(most)
  const table = createVisitTable(model, most, prices)
  const reach = new Float64Array((model.sittings.length + 1) << most)
  const isFixed = new Uint8Array(model.sittings.length)
  const part = new Int16Array(model.sittings.length << most)

  /** The cheapest way to share the talks out over the sittings. */
  function share(count: number, extra: number) {
    const masks = 1 << count
    reach.fill(Number.POSITIVE_INFINITY, 0, (model.sittings.length + 1) * masks)
    reach[0] = 0
    for (let sitting = 0; sitting < model.sittings.length; sitting++) {
      const from = sitting * masks
      for (let done = 0; done < masks; done++) {
        const before = reach[from + done] ?? 0
        if (before === Number.POSITIVE_INFINITY) continue
        const left = masks - 1 - done
        // Every set of talks that are not done yet, the empty one last.
        for (let taken = left; ; taken = (taken - 1) & left) {
          const comes = taken !== 0 || isFixed[sitting] === 1
          const cost = before + (comes ? (table.best[from + taken] ?? 0) + extra : 0)
          const cell = from + masks + done + taken
          if (cost < (reach[cell] ?? 0)) {
            reach[cell] = cost
            part[from + done + taken] = taken
          }
          if (taken === 0) break
        }
      }
    }
  }

  function solveOne(talk: ModelTalk) {
    let best = talk.missCost
    let at = nowhere
    for (const start of talk.starts) {
      const price = prices[start] ?? 0
      if (price < best) {
        best = price
        at = start
      }
    }
    chosen[0] = at
    return best
  }

  function solveAll(talks: readonly ModelTalk[], fixed: readonly Step[]) {
    const masks = 1 << talks.length
    const extra = model.weights.extraSitting
    table.fill({ talks, fixed })
    isFixed.fill(0)
    for (const { start } of fixed) isFixed[model.sittingOf[start] ?? 0] = 1
    share(talks.length, extra)
    const { mask, points } = cheapestEnd(talks, masks, fixed.length > 0 ? extra : 0)
    chosen.fill(nowhere, 0, talks.length)
    if (points === Number.POSITIVE_INFINITY) return points
    let left = mask
    for (let sitting = model.sittings.length - 1; sitting >= 0; sitting--) {
      const taken = part[sitting * masks + left] ?? 0
      if (taken !== 0) table.trace({ talks, fixed }, sitting, taken, chosen)
      left -= taken
    }
    return points
  }

  /** The first sitting costs nothing extra: a party that comes at all has paid for one too many. */
  function cheapestEnd(talks: readonly ModelTalk[], masks: number, paidAnyway: number) {
    const from = model.sittings.length * masks
    let points = Number.POSITIVE_INFINITY
    let mask = 0
    for (let done = 0; done < masks; done++) {
      let cost = (reach[from + done] ?? 0) - (done === 0 ? paidAnyway : model.weights.extraSitting)
      for (let talk = 0; talk < talks.length; talk++) {
        if ((done & (1 << talk)) === 0) cost += talks[talk]?.missCost ?? 0
      }
      if (cost < points) {
        points = cost
        mask = done
      }
    }
    return { points, mask }
  }

  return {
    prices,
    chosen,
    solve(talks, fixed) {
      const [only] = talks
      if (only && talks.length === 1 && fixed.length === 0) return solveOne(only)
      return solveAll(talks, fixed)
    },
  }
}
