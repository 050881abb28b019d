import { nowhere } from '../model/build-model.ts'
import type { Model, ModelResource, ModelTalk } from '../model/model.ts'
import { createIdleCount } from './idle-count.ts'
import { costOfParty } from './party-cost.ts'

/**
 * Where each talk stands while the search runs, and the hard rules of a place. What a party can do
 * with its own talks among themselves (order, walking) is the business of `visit-planner.ts`.
 */
export type Schedule = {
  readonly model: Model
  /** Talk → tick, or `nowhere`. */
  readonly starts: Int16Array
  /** Resource → tick → talk + 1 that sits there; for those that hold one talk at a time. */
  readonly sitter: readonly Int16Array[]
  /** What stands against beginning here, in the order that a person would ask; null is nothing. */
  readonly obstacle: (talk: ModelTalk, start: number) => Obstacle | null
  /** Party → points. */
  readonly partyCost: Float64Array
  readonly points: () => number
  /** Ticks that teachers sit without a talk between two of theirs. */
  readonly idle: () => number
  /** May the talk begin here, as the others stand now? */
  readonly fits: (talk: ModelTalk, start: number) => boolean
  readonly place: (talk: ModelTalk, start: number) => void
  readonly lift: (talk: ModelTalk) => void
  /** After its talks were placed or lifted. */
  readonly recount: (party: number) => void
}

export type Obstacle =
  | { readonly kind: 'taken' | 'no-rest'; readonly resource: number }
  | { readonly kind: 'kept-apart' }

export function createSchedule(model: Model): Schedule {
  const starts = new Int16Array(model.talks.length).fill(nowhere)
  const load = model.resources.map(() => new Uint8Array(model.ticks))
  const sitter = model.resources.map(() => new Int16Array(model.ticks))
  const partyCost = Float64Array.from(model.parties, ({ index }) =>
    costOfParty(model, starts, index),
  )
  const idle = createIdleCount(model, sitter)
  let points = partyCost.reduce((sum, cost) => sum + cost, 0)

  function obstacle(talk: ModelTalk, start: number): Obstacle | null {
    for (const index of talk.resources) {
      const resource = model.resources[index]
      const taken = load[index]
      if (!resource || !taken || !hasRoom(model, resource, taken, talk, start)) {
        return { kind: 'taken', resource: index }
      }
    }
    for (const index of talk.resources) {
      const resource = model.resources[index]
      const sitting = sitter[index]
      if (!resource?.inARow || !sitting) continue
      if (!keepsRest(model, resource, sitting, talk, start)) {
        return { kind: 'no-rest', resource: index }
      }
    }
    if (model.parties[talk.party]?.apart.length === 0) return null
    return isApart(model, starts, talk, start) ? null : { kind: 'kept-apart' }
  }

  function mark(talk: ModelTalk, start: number, step: 1 | -1) {
    for (const index of talk.resources) {
      const taken = load[index]
      const resource = model.resources[index]
      if (!taken || !resource) continue
      const until = endWithPause(model, resource, talk, start)
      for (let tick = start; tick < until; tick++) taken[tick] = (taken[tick] ?? 0) + step
      idle.touch(index, start)
      if (resource.capacity === 1) {
        sitter[index]?.fill(step === 1 ? talk.index + 1 : 0, start, start + talk.length)
      }
    }
  }

  return {
    model,
    starts,
    sitter,
    partyCost,
    points: () => points,
    idle: idle.total,
    fits: (talk, start) => obstacle(talk, start) === null,
    obstacle,
    place(talk, start) {
      starts[talk.index] = start
      mark(talk, start, 1)
    },
    lift(talk) {
      const start = starts[talk.index] ?? nowhere
      if (start === nowhere) return
      mark(talk, start, -1)
      starts[talk.index] = nowhere
    },
    recount(party) {
      const cost = costOfParty(model, starts, party)
      points += cost - (partyCost[party] ?? 0)
      partyCost[party] = cost
    },
  }
}

function hasRoom(
  model: Model,
  resource: ModelResource,
  taken: Uint8Array,
  talk: ModelTalk,
  start: number,
) {
  const until = endWithPause(model, resource, talk, start)
  for (let tick = start; tick < until; tick++) {
    if ((taken[tick] ?? 0) >= resource.capacity) return false
  }
  return true
}

/** The pause after the last talk of a sitting needs no time. */
function endWithPause(
  model: Model,
  { pause }: ModelResource,
  { length }: ModelTalk,
  start: number,
) {
  if (pause === 0) return start + length
  const sitting = model.sittings[model.sittingOf[start] ?? 0]
  return Math.min(sitting?.end ?? start, start + length + pause)
}

/** Would the row of talks that this one joins stay within what the teacher can bear? */
function keepsRest(
  model: Model,
  { inARow }: ModelResource,
  sitting: Int16Array,
  talk: ModelTalk,
  start: number,
) {
  if (!inARow) return true
  const { first, end } = model.sittings[model.sittingOf[start] ?? 0] ?? { first: 0, end: 0 }
  const before = talkInRow(sitting, start - 1, first - 1, -1, inARow.rest)
  const after = talkInRow(sitting, start + talk.length, end, 1, inARow.rest)
  return before + after === 0 || before + after + talk.length <= inARow.ticks
}

/** Ticks of talk from a moment on, in one direction, until a rest or the end of the sitting. */
function talkInRow(sitting: Int16Array, from: number, until: number, step: 1 | -1, rest: number) {
  let talked = 0
  let gap = 0
  for (let tick = from; tick !== until && gap < rest; tick += step) {
    if (sitting[tick] === 0) gap++
    else {
      talked++
      gap = 0
    }
  }
  return talked
}

export function isApart(model: Model, starts: Int16Array, talk: ModelTalk, start: number) {
  for (const { party, ticks, sameSitting } of model.parties[talk.party]?.apart ?? []) {
    for (const other of model.parties[party]?.talks ?? []) {
      const otherStart = starts[other.index] ?? nowhere
      if (otherStart === nowhere) continue
      if (model.sittingOf[start] !== model.sittingOf[otherStart]) continue
      if (!sameSitting) return false
      if (other.teacher !== talk.teacher) continue
      if (otherStart < start + talk.length + ticks && start < otherStart + other.length + ticks) {
        return false
      }
    }
  }
  return true
}
