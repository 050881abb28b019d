import { buildCalendar, type Calendar, nowhere } from './model/build-model.ts'
import type { Model, ModelResource, ModelTalk } from './model/model.ts'
import type { Plan, Score } from './plan.ts'
import type { PlanningProblem } from './planning-problem.ts'
import { costOfParty, gapBetween } from './search/party-cost.ts'

/** The plan in the problem's own words. */
export function readPlan(problem: PlanningProblem, model: Model, starts: Int16Array): Plan {
  const calendar = buildCalendar(problem.sittings)
  const placements = problem.talks.flatMap(({ id }, index) => {
    const start = starts[index] ?? nowhere
    return start === nowhere ? [] : [{ talkId: id, ...calendar.placeAt(start) }]
  })
  const unplaced = problem.talks.flatMap(({ id }, index) => (starts[index] === nowhere ? [id] : []))
  return { placements, unplaced, score: scoreOf(model, starts) }
}

/** The plan as the search holds it; a talk that the problem does not know is left out. */
export function startsOf(problem: PlanningProblem, plan: Pick<Plan, 'placements'>) {
  const calendar: Calendar = buildCalendar(problem.sittings)
  const indexById = new Map(problem.talks.map(({ id }, index) => [id, index]))
  const starts = new Int16Array(problem.talks.length).fill(nowhere)
  for (const placement of plan.placements) {
    const index = indexById.get(placement.talkId)
    if (index !== undefined) starts[index] = calendar.tickAt(placement)
  }
  return starts
}

export function scoreOf(model: Model, starts: Int16Array): Score {
  const waits = model.parties.flatMap(({ talks }) => waitsOf(model, starts, talks))
  const minutes = waits.filter((wait) => wait !== null).map((wait) => wait * model.tickMinutes)
  const placed = model.talks.filter(({ index }) => starts[index] !== nowhere)
  return {
    points: model.parties.reduce((sum, { index }) => sum + costOfParty(model, starts, index), 0),
    unplaced: model.talks.length - placed.length,
    extraSittings: waits.filter((wait) => wait === null).length,
    outsidePreferred: placed.filter(({ index, levelAt }) => levelAt[starts[index] ?? 0] === 1)
      .length,
    waitMinutes: minutes.reduce((sum, wait) => sum + wait, 0),
    longestWaitMinutes: Math.max(0, ...minutes),
    movedTalks: model.talks.filter(
      ({ index, confirmed }) => confirmed !== nowhere && starts[index] !== confirmed,
    ).length,
    idleMinutes:
      model.tickMinutes *
      model.resources.reduce((sum, resource) => sum + idleTicks(model, starts, resource), 0),
  }
}

/** Ticks before each talk of a party but its first; null where it begins another sitting. */
export function waitsOf(model: Model, starts: Int16Array, talks: readonly ModelTalk[]) {
  const order = talks
    .filter(({ index }) => starts[index] !== nowhere)
    .toSorted((one, other) => (starts[one.index] ?? 0) - (starts[other.index] ?? 0))
  return order.slice(1).map((talk, index) => gapBetween(model, starts, order[index] ?? talk, talk))
}

/** Ticks in which a teacher is there, between two talks of one sitting, without a talk. */
export function idleTicks(model: Model, starts: Int16Array, resource: ModelResource) {
  if (!resource.isTeacher) return 0
  const talks = resource.talks
    .filter(({ index }) => starts[index] !== nowhere)
    .toSorted((one, other) => (starts[one.index] ?? 0) - (starts[other.index] ?? 0))
  let idle = 0
  for (const [next, talk] of talks.entries()) {
    const before = talks[next - 1]
    if (!before) continue
    const from = (starts[before.index] ?? 0) + before.length
    const until = starts[talk.index] ?? 0
    if (model.sittingOf[from - 1] !== model.sittingOf[until]) continue
    for (let tick = from; tick < until; tick++) if (resource.room[tick] !== 0) idle++
  }
  return idle
}
