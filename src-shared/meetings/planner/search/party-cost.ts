import { nowhere } from '../model/build-model.ts'
import type { Model, ModelTalk } from '../model/model.ts'

/** What a party would wish away, in points; its talks stand as `starts` says. */
export function costOfParty(model: Model, starts: Int16Array, party: number) {
  const talks = model.parties[party]?.talks ?? []
  let points = 0
  for (const talk of talks) {
    const start = starts[talk.index] ?? nowhere
    points += start === nowhere ? talk.missCost : (talk.costAt[start] ?? 0)
  }
  return talks.length === 1 ? points : points + costOfWaiting(model, starts, talks)
}

/** Goes from talk to talk in the order of time, without making a list: it is asked so often. */
function costOfWaiting(model: Model, starts: Int16Array, talks: readonly ModelTalk[]) {
  let points = 0
  let before = nextAfter(starts, talks, nowhere)
  while (before) {
    const talk = nextAfter(starts, talks, starts[before.index] ?? nowhere)
    if (!talk) break
    const gap = gapBetween(model, starts, before, talk)
    points += gap === null ? model.weights.extraSitting : (model.waitCost[Math.max(0, gap)] ?? 0)
    before = talk
  }
  return points
}

function nextAfter(starts: Int16Array, talks: readonly ModelTalk[], tick: number) {
  let next: ModelTalk | null = null
  let soonest = Number.POSITIVE_INFINITY
  for (const talk of talks) {
    const start = starts[talk.index] ?? nowhere
    if (start > tick && start < soonest) {
      soonest = start
      next = talk
    }
  }
  return next
}

/** Ticks from the end of a talk until the next begins; null where that is in another sitting. */
export function gapBetween(model: Model, starts: Int16Array, before: ModelTalk, next: ModelTalk) {
  const there = starts[before.index] ?? nowhere
  const here = starts[next.index] ?? nowhere
  if (model.sittingOf[here] !== model.sittingOf[there]) return null
  return here - there - before.length
}
