import { nowhere } from '#shared/meetings/planner/model/build-model.ts'
import type { Model, ModelTalk } from '#shared/meetings/planner/model/model.ts'

const never = Number.POSITIVE_INFINITY

/**
 * Every visit of a party that costs at most `limit` at these prices. A visit that is no part of any
 * better plan costs more than what is left to win, so these are all that count.
 *
 * @param prices [talk * ticks + tick]
 * @returns starts per visit; null when there are more than `most`
 */
export function everyVisit(
  model: Model,
  talks: readonly ModelTalk[],
  prices: Float64Array,
  limit: number,
  most: number,
): (readonly number[])[] | null {
  const visits: (readonly number[])[] = []
  const starts = talks.map(() => nowhere)
  const cheapest = talks.map((talk, index) =>
    talk.starts.reduce((least, start) => Math.min(least, priceOf(index, start)), talk.missCost),
  )

  function priceOf(index: number, start: number) {
    return prices[index * model.ticks + start] ?? never
  }

  /** Talk by talk; a visit is only too dear when the cheapest of what is left makes it so. */
  function go(index: number, cost: number, rest: number) {
    const talk = talks[index]
    if (!talk) {
      const points = cost + waitsOf(starts)
      if (points <= limit && visits.length <= most) visits.push([...starts])
      return
    }
    const after = rest - (cheapest[index] ?? 0)
    for (const start of talk.starts) {
      const price = cost + priceOf(index, start)
      if (price + after > limit || !isFree(talk, start)) continue
      starts[index] = start
      go(index + 1, price, after)
    }
    starts[index] = nowhere
    if (cost + talk.missCost + after <= limit) go(index + 1, cost + talk.missCost, after)
  }

  function isFree(talk: ModelTalk, start: number) {
    return talks.every((other, index) => {
      const at = starts[index] ?? nowhere
      if (at === nowhere || other === talk || model.sittingOf[at] !== model.sittingOf[start]) {
        return true
      }
      const there = model.travel[talk.zone * model.zones + other.zone] ?? 0
      const back = model.travel[other.zone * model.zones + talk.zone] ?? 0
      return at >= start + talk.length + there || start >= at + other.length + back
    })
  }

  function waitsOf(chosen: readonly number[]) {
    const order = talks
      .map((talk, index) => ({ start: chosen[index] ?? nowhere, length: talk.length }))
      .filter(({ start }) => start !== nowhere)
      .sort((one, other) => one.start - other.start)
    let points = 0
    for (const [index, { start }] of order.entries()) {
      const before = order[index - 1]
      if (!before) continue
      const isSame = model.sittingOf[before.start] === model.sittingOf[start]
      const wait = model.waitCost[start - before.start - before.length] ?? 0
      points += isSame ? wait : model.weights.extraSitting
    }
    return points
  }

  go(
    0,
    0,
    cheapest.reduce((sum, price) => sum + price, 0),
  )
  return visits.length > most ? null : visits
}
