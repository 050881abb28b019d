import { buildModel, nowhere } from '../model/build-model.ts'
import type { Model, ModelParty, ModelTalk } from '../model/model.ts'
import type { BindingReason, Plan, UnmetWish } from '../plan.ts'
import type { PlanningProblem } from '../planning-problem.ts'
import { startsOf } from '../score-plan.ts'
import { pinnedSchedule, placeStanding } from '../search/load-plan.ts'
import { costOfParty, gapBetween } from '../search/party-cost.ts'
import { canCome } from '../search/reassign-teacher.ts'
import type { Schedule } from '../search/schedule.ts'

/** A wait up to this long needs no explanation, nor does the time to walk. */
const shortWaitMinutes = 10

/**
 * Each wish that the plan does not meet, and the rule that binds: of all places that would have met
 * it, the first rule (who is there, who was placed, rest, keeping apart, the family's own talks)
 * that leaves none.
 */
export function unmetWishes(problem: PlanningProblem, plan: Pick<Plan, 'placements'>): UnmetWish[] {
  const model = buildModel(problem)
  const schedule = pinnedSchedule(model)
  placeStanding(schedule, startsOf(problem, plan))
  return model.parties.flatMap((party) => {
    const order = party.talks
      .filter(({ index }) => schedule.starts[index] !== nowhere)
      .toSorted((a, b) => (schedule.starts[a.index] ?? 0) - (schedule.starts[b.index] ?? 0))
    return party.talks.flatMap((talk) =>
      wishesLost(schedule, talk, order[order.indexOf(talk) - 1]).map(
        ({ wish, minutes, wanted }): UnmetWish => ({
          talkId: problem.talks[talk.index]?.id ?? '',
          partyId: problem.parties[party.index]?.id ?? '',
          wish,
          reason: talk.isPinned
            ? { kind: 'pinned' }
            : bindingReason(problem, schedule, talk, wanted),
          minutes,
        }),
      ),
    )
  })
}

type Lost = Pick<UnmetWish, 'wish' | 'minutes'> & { readonly wanted: readonly number[] }

function wishesLost(schedule: Schedule, talk: ModelTalk, before: ModelTalk | undefined): Lost[] {
  const { model, starts } = schedule
  const all = [...talk.starts]
  const start = starts[talk.index] ?? nowhere
  if (start === nowhere) return [{ wish: 'a-place', minutes: 0, wanted: all }]
  const lost: Lost[] = []
  if (talk.levelAt[start] !== 0) {
    const wanted = all.filter((tick) => talk.levelAt[tick] === 0)
    lost.push({ wish: 'preferred-time', minutes: 0, wanted })
  }
  if (!before) return lost
  const gap = gapBetween(model, starts, before, talk)
  if (gap === null) {
    const elsewhere = sittingsOf(schedule, model.parties[talk.party], talk)
    const wanted = all.filter((tick) => elsewhere.has(model.sittingOf[tick]))
    return [...lost, { wish: 'one-sitting', minutes: 0, wanted }]
  }
  const walk = model.travel[before.zone * model.zones + talk.zone] ?? 0
  const longest = Math.max(walk, Math.floor(shortWaitMinutes / model.tickMinutes))
  if (gap <= longest) return lost
  const soon = (starts[before.index] ?? 0) + before.length
  const wanted = all.filter((tick) => tick >= soon + walk && tick <= soon + longest)
  return [...lost, { wish: 'short-wait', minutes: gap * model.tickMinutes, wanted }]
}

function sittingsOf({ model, starts }: Schedule, party: ModelParty | undefined, but: ModelTalk) {
  const others = party?.talks.filter((talk) => talk !== but && starts[talk.index] !== nowhere)
  return new Set(others?.map(({ index }) => model.sittingOf[starts[index] ?? 0]))
}

function bindingReason(
  problem: PlanningProblem,
  schedule: Schedule,
  talk: ModelTalk,
  wanted: readonly number[],
): BindingReason {
  if (wanted.length === 0) return neverTogether(problem, schedule.model, talk)
  const { starts, model } = schedule
  const stood = starts[talk.index] ?? nowhere
  const before = costOfParty(model, starts, talk.party)
  schedule.lift(talk)
  const reason = reasonWithoutIt(problem, schedule, talk, wanted, before)
  if (stood !== nowhere) schedule.place(talk, stood)
  return reason
}

/** Tries the rules in order on what the rules before left over. */
function reasonWithoutIt(
  problem: PlanningProblem,
  schedule: Schedule,
  talk: ModelTalk,
  wanted: readonly number[],
  costNow: number,
): BindingReason {
  const tried = wanted.map((start) => ({ start, obstacle: schedule.obstacle(talk, start) }))
  for (const kind of ['taken', 'no-rest', 'kept-apart'] as const) {
    const at = tried.flatMap(({ obstacle }) => (obstacle?.kind === kind ? obstacle : []))
    const passed = tried.some(({ obstacle }) => !obstacle || rank(obstacle.kind) > rank(kind))
    if (passed || at.length === 0) continue
    if (kind === 'kept-apart') return { kind }
    const resources = at.flatMap((obstacle) => ('resource' in obstacle ? obstacle.resource : []))
    return { kind, resourceId: problem.resources[mostOften(resources)]?.id ?? '' }
  }
  const open = tried.filter(({ obstacle }) => !obstacle).map(({ start }) => start)
  const { model, starts } = schedule
  const reachable = open.filter((start) => canCome(model, starts, talk, start))
  if (reachable.length === 0) return ownTalk(problem, schedule, talk, open)
  const costs = reachable.map((start) => {
    starts[talk.index] = start
    const cost = costOfParty(model, starts, talk.party)
    starts[talk.index] = nowhere
    return cost
  })
  return { kind: 'worse-for-family', points: Math.max(0, Math.min(...costs) - costNow) }
}

const rank = (kind: 'taken' | 'no-rest' | 'kept-apart') =>
  ['taken', 'no-rest', 'kept-apart'].indexOf(kind)

function ownTalk(
  problem: PlanningProblem,
  { model, starts }: Schedule,
  talk: ModelTalk,
  open: readonly number[],
): BindingReason {
  const others = model.parties[talk.party]?.talks ?? []
  const alone = new Int16Array(starts.length)
  const inTheWay = open.flatMap((start) =>
    others.flatMap((other) => {
      alone.fill(nowhere)
      alone[other.index] = starts[other.index] ?? nowhere
      return canCome(model, alone, talk, start) ? [] : other.index
    }),
  )
  return { kind: 'own-talk', talkId: problem.talks[mostOften(inTheWay)]?.id ?? '' }
}

/** Those of the resources that are never there when the family can come; all, when it takes several. */
function neverTogether(problem: PlanningProblem, model: Model, talk: ModelTalk): BindingReason {
  const away = talk.resources.filter((index) => {
    const room = model.resources[index]?.room
    return !talk.levelAt.some((level, tick) => level !== 9 && room?.[tick] !== 0)
  })
  const named = away.length > 0 ? away : talk.resources
  return {
    kind: 'never-together',
    resourceIds: named.flatMap((index) => problem.resources[index]?.id ?? []),
  }
}

function mostOften(indices: readonly number[]) {
  const counts = new Map<number, number>()
  for (const index of indices) counts.set(index, (counts.get(index) ?? 0) + 1)
  const [first] = [...counts].toSorted(([, one], [, other]) => other - one)
  return first?.[0] ?? nowhere
}
