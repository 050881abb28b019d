import { buildModel, nowhere } from '../../src-shared/meetings/planner/model/build-model.ts'
import type { ModelTalk } from '../../src-shared/meetings/planner/model/model.ts'
import { seeded, shuffle } from '../../src-shared/meetings/planner/model/random.ts'
import type { Score } from '../../src-shared/meetings/planner/plan.ts'
import type { PlanningProblem } from '../../src-shared/meetings/planner/planning-problem.ts'
import { scoreOf } from '../../src-shared/meetings/planner/score-plan.ts'
import { freeHours, insertParty } from '../../src-shared/meetings/planner/search/insert-party.ts'
import { costOfParty } from '../../src-shared/meetings/planner/search/party-cost.ts'
import { canCome } from '../../src-shared/meetings/planner/search/reassign-teacher.ts'
import { createSchedule, type Schedule } from '../../src-shared/meetings/planner/search/schedule.ts'
import { createVisitPlanner } from '../../src-shared/meetings/planner/search/visit-planner.ts'

/**
 * What families get when whoever is first books first, in an order by chance. Manual: one talk after
 * another, each at the best free time beside those already booked. Automatic: the best own visit on
 * what is left, as booking systems offer it. A model of what people do, not a measurement.
 */
export function firstCome(problem: PlanningProblem, way: 'manual' | 'automatic'): Score {
  const model = buildModel(problem)
  const schedule = createSchedule(model)
  const planner = createVisitPlanner(model)
  const order = [...model.parties.keys()]
  shuffle(seeded(1), order)
  for (const party of order) {
    if (way === 'automatic') insertParty(schedule, planner, party, freeHours(schedule))
    else for (const talk of model.parties[party]?.talks ?? []) bookOne(schedule, talk)
  }
  return scoreOf(model, schedule.starts)
}

function bookOne(schedule: Schedule, talk: ModelTalk) {
  const { model, starts } = schedule
  let best = nowhere
  let points = Number.POSITIVE_INFINITY
  for (const start of talk.starts) {
    if (!schedule.fits(talk, start) || !canCome(model, starts, talk, start)) continue
    starts[talk.index] = start
    const cost = costOfParty(model, starts, talk.party)
    starts[talk.index] = nowhere
    if (cost >= points) continue
    points = cost
    best = start
  }
  if (best !== nowhere) schedule.place(talk, best)
}
