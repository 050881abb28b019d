import { buildCalendar, buildModel, nowhere } from '../model/build-model.ts'
import type { ModelTalk } from '../model/model.ts'
import type { Placement, Plan } from '../plan.ts'
import type { Place, PlanningProblem } from '../planning-problem.ts'
import { startsOf } from '../score-plan.ts'
import { freeHours, insertParty, talksOf } from '../search/insert-party.ts'
import { pinnedSchedule, placeStanding } from '../search/load-plan.ts'
import { costOfParty } from '../search/party-cost.ts'
import { canCome } from '../search/reassign-teacher.ts'
import { createVisitPlanner } from '../search/visit-planner.ts'

/** A place that is free for this family: its teacher is, and so is the family. */
export type OpenPlace = Place & {
  readonly isPreferred: boolean
  /** Points of the family's whole visit with the talk here: the lowest is the best suggestion. */
  readonly visitPoints: number
}

/** What is left for one family while others book or are planned. */
export type PlacesLeft = {
  /** In the order of time. */
  readonly openPlaces: (talkId: string) => readonly OpenPlace[]
  /** The best visit with all the family's talks that have no place yet; those that have, stay. */
  readonly bestVisit: () => readonly Placement[]
}

/** Looks once at a plan for one family; every question of a page is answered from that look. */
export function placesLeft(
  problem: PlanningProblem,
  plan: Pick<Plan, 'placements'>,
  partyId: string,
): PlacesLeft {
  const model = buildModel(problem)
  const calendar = buildCalendar(problem.sittings)
  const schedule = pinnedSchedule(model)
  placeStanding(schedule, startsOf(problem, plan))
  const party = problem.parties.findIndex(({ id }) => id === partyId)
  const own = talksOf(schedule, party)
  const idOf = (talk: ModelTalk) => problem.talks[talk.index]?.id ?? ''

  function openPlaces(talkId: string): OpenPlace[] {
    const talk = own.find((one) => idOf(one) === talkId)
    if (!talk) return []
    const { starts } = schedule
    const stood = starts[talk.index] ?? nowhere
    schedule.lift(talk)
    const places = [...talk.starts]
      .filter((start) => schedule.fits(talk, start) && canCome(model, starts, talk, start))
      .map((start) => {
        starts[talk.index] = start
        const visitPoints = costOfParty(model, starts, party)
        starts[talk.index] = nowhere
        return { ...calendar.placeAt(start), isPreferred: talk.levelAt[start] === 0, visitPoints }
      })
    if (stood !== nowhere) schedule.place(talk, stood)
    return places
  }

  function bestVisit(): Placement[] {
    const lacking = own.filter(({ index }) => schedule.starts[index] === nowhere)
    insertParty(schedule, createVisitPlanner(model), party, freeHours(schedule))
    const visit = lacking.flatMap((talk) => {
      const start = schedule.starts[talk.index] ?? nowhere
      return start === nowhere ? [] : [{ talkId: idOf(talk), ...calendar.placeAt(start) }]
    })
    for (const talk of lacking) schedule.lift(talk)
    schedule.recount(party)
    return visit
  }

  return { openPlaces, bestVisit }
}
