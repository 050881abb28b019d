import { gridMinutes, type RoundSheet, rhythmOf } from './places.ts'
import type { Plan } from './planner/plan.ts'
import {
  type Party,
  type Place,
  type PlanningProblem,
  type Resource,
  type Span,
  type Talk,
  usualWeights,
} from './planner/planning-problem.ts'
import type { MeetingDay, MeetingResource, TimeSpan } from './round.ts'
import { type MeetingParty, type MeetingTalk, placeOf, placeText } from './talk.ts'

const ticks = (minutes: number) => Math.ceil(minutes / gridMinutes)

/** The round as the planner takes it: what was called off is left out, what was promised is named. */
export function planningProblemOf(sheet: RoundSheet): PlanningProblem {
  const { round, days, resources, parties } = sheet
  const dayOf = new Map<string, MeetingDay>(days.map((each) => [each.id, each]))
  const span = ({ dayId, from, until }: TimeSpan): Span[] => {
    const day = dayOf.get(dayId)
    if (!day || until <= day.from || from >= day.until) return []
    const begin = Math.max(from, day.from) - day.from
    const end = Math.min(until, day.until) - day.from
    return [{ sittingId: dayId, from: ticks(begin), until: Math.floor(end / gridMinutes) }]
  }
  const place = (dayId: string, from: number): Place[] => {
    const day = dayOf.get(dayId)
    return day ? [{ sittingId: dayId, tick: ticks(from - day.from) }] : []
  }
  const everything = days.flatMap(({ id, from, until }) => span({ dayId: id, from, until }))
  const buildings = [...new Set(resources.map(({ building }) => building ?? ''))].toSorted()
  const talks = sheet.talks.filter(({ cancelledAt }) => cancelledAt === null)
  const coming = parties.filter(
    ({ id, declinedAt }) => declinedAt === null && talks.some(({ partyId }) => partyId === id),
  )
  const ids = new Set<string>(coming.map(({ id }) => id))
  return {
    tickMinutes: gridMinutes,
    sittings: days.map(({ id, from, until }) => ({
      id,
      ticks: Math.floor((until - from) / gridMinutes),
    })),
    resources: resources.map((each) => asResource(each)),
    parties: coming.map(asParty),
    talks: talks.filter(({ partyId }) => ids.has(partyId)).map(asTalk),
    apart: coming.flatMap(({ id, apartFrom }) =>
      apartFrom !== null && id < apartFrom && ids.has(apartFrom)
        ? [{ partyIds: [id, apartFrom] as const, ticks: ticks(round.minutes), sameSitting: true }]
        : [],
    ),
    travelTicks: travelBetween(buildings.length, ticks(round.walkMinutes)),
    weights: usualWeights,
  }

  function asResource({ id, kind, capacity, free }: MeetingResource): Resource {
    const isTeacher = kind === 'teacher'
    return {
      ...{ id, kind, capacity },
      free: free.flatMap(span),
      starts: isTeacher
        ? rhythmOf(round, { free }).flatMap((each) => place(each.dayId, each.from))
        : null,
      pauseTicks: isTeacher ? ticks(round.pauseMinutes) : 0,
      inARow:
        isTeacher && round.mostInARow !== null
          ? { ticks: ticks(round.mostInARow * round.minutes), restTicks: ticks(round.minutes) }
          : null,
    }
  }
  function asParty({ id, wishes }: MeetingParty): Party {
    const isSilent = !wishes || wishes.preferred.length + wishes.possible.length === 0
    if (isSilent) return { id, preferred: everything, possible: [] }
    return {
      id,
      preferred: wishes.preferred.flatMap(span),
      possible: wishes.possible.flatMap(span),
    }
  }
  function asTalk(talk: MeetingTalk): Talk {
    const at = placeOf(talk.place)
    const [present = null] = at ? place(at.dayId, at.from) : []
    const teacher = resources.find(({ id }) => id === talk.resourceIds[0])
    const isTold =
      round.state === 'planned' || talk.placedBy === 'guardian' || talk.confirmedAt !== null
    return {
      ...{ id: talk.id, partyId: talk.partyId, resourceIds: talk.resourceIds },
      ticks: ticks(talk.minutes),
      // Talks by video are in no building: the zone after the last.
      zone: talk.isByVideo ? buildings.length : buildings.indexOf(teacher?.building ?? ''),
      weight: talk.isInvited ? 3 : 1,
      within: null,
      pinnedAt: talk.isPinned ? present : null,
      confirmedAt: isTold && !talk.isPinned ? present : null,
    }
  }
}

function travelBetween(buildings: number, walk: number): number[][] {
  const zones = Array.from({ length: buildings + 1 }, (_, zone) => zone)
  return zones.map((a) =>
    zones.map((b) => (a === b || a === buildings || b === buildings ? 0 : walk)),
  )
}

/** A talk that the plan puts elsewhere than it is; null is without a place. */
export type ProposedMove = {
  readonly talkId: string
  readonly from: string | null
  readonly to: string | null
}

/** What the plan would change, as places of the round. */
export function movesOf({ days, talks }: Pick<RoundSheet, 'days' | 'talks'>, plan: Plan) {
  const begins = new Map<string, MeetingDay>(days.map((each) => [each.id, each]))
  const wanted = new Map(
    plan.placements.flatMap(({ talkId, sittingId, tick }) => {
      const day = begins.get(sittingId)
      if (!day) return []
      return [[talkId, placeText({ dayId: day.id, from: day.from + tick * gridMinutes })] as const]
    }),
  )
  for (const talkId of plan.unplaced) wanted.delete(talkId)
  const planned = new Set([...wanted.keys(), ...plan.unplaced])
  return talks.flatMap(({ id, place }): ProposedMove[] => {
    const to = wanted.get(id) ?? null
    return planned.has(id) && to !== place ? [{ talkId: id, from: place, to }] : []
  })
}
