import type { Plan } from '#shared/meetings/planner/plan.ts'
import type {
  PlanningProblem,
  Resource,
  Span,
  Talk,
} from '#shared/meetings/planner/planning-problem.ts'

// Checks a plan by the words of the problem. It shares no line with the planner, on purpose: it
// looks at pairs and at minutes, slowly, where the planner keeps tables.

type Placed = {
  readonly talk: Talk
  readonly sittingId: string
  readonly from: number
  readonly until: number
}

/** Every hard rule that the plan breaks, in words; empty when it is sound. */
export function brokenRules(problem: PlanningProblem, plan: Pick<Plan, 'placements'>): string[] {
  const placed = placedTalks(problem, plan)
  const ids = plan.placements.map(({ talkId }) => talkId)
  return [
    ...(new Set(ids).size === ids.length ? [] : ['a talk stands twice']),
    ...placed.flatMap((one) => rulesOfPlace(problem, one)),
    ...problem.resources.flatMap((resource) => rulesOfResource(resource, placed)),
    ...problem.parties.flatMap(({ id }) =>
      rulesOfParty(
        problem,
        placed.filter(({ talk }) => talk.partyId === id),
      ),
    ),
    ...problem.apart.flatMap((apart) => rulesOfApart(apart, placed)),
    ...problem.talks.flatMap(({ id, pinnedAt }) => {
      if (!pinnedAt) return []
      const at = plan.placements.find(({ talkId }) => talkId === id)
      const stays = at?.sittingId === pinnedAt.sittingId && at.tick === pinnedAt.tick
      return stays ? [] : [`${id} was pinned`]
    }),
  ]
}

export function placedTalks(problem: PlanningProblem, plan: Pick<Plan, 'placements'>): Placed[] {
  return plan.placements.map(({ talkId, sittingId, tick }) => {
    const talk = problem.talks.find(({ id }) => id === talkId)
    if (!talk) throw new Error(`No talk ${talkId}`)
    return { talk, sittingId, from: tick, until: tick + talk.ticks }
  })
}

const covers = (spans: readonly Span[], { sittingId, from, until }: Placed) =>
  Array.from({ length: until - from }, (_, step) => from + step).every((tick) =>
    spans.some((span) => span.sittingId === sittingId && span.from <= tick && tick < span.until),
  )

function rulesOfPlace(problem: PlanningProblem, placed: Placed) {
  const { talk, sittingId, from, until } = placed
  if (talk.pinnedAt) return []
  const party = problem.parties.find(({ id }) => id === talk.partyId)
  const sitting = problem.sittings.find(({ id }) => id === sittingId)
  const broken: string[] = []
  if (!sitting || from < 0 || until > sitting.ticks)
    broken.push(`${talk.id} lies outside its sitting`)
  if (!party || !covers([...party.preferred, ...party.possible], placed)) {
    broken.push(`${talk.id}: the family cannot come`)
  }
  if (talk.within && !covers(talk.within, placed))
    broken.push(`${talk.id} lies outside its own hours`)
  for (const id of talk.resourceIds) {
    const resource = problem.resources.find((one) => one.id === id)
    if (!resource || !covers(resource.free, placed)) broken.push(`${talk.id}: ${id} is not there`)
    const mayStart = resource?.starts?.some((at) => at.sittingId === sittingId && at.tick === from)
    if (mayStart === false) broken.push(`${talk.id} begins where ${id} has no slot`)
  }
  return broken
}

function rulesOfResource(resource: Resource, placed: readonly Placed[]) {
  const own = placed.filter(({ talk }) => talk.resourceIds.includes(resource.id))
  const broken: string[] = []
  for (const one of own) {
    const busy = { from: one.from, until: one.until + resource.pauseTicks }
    for (let tick = busy.from; tick < busy.until; tick++) {
      const together = own.filter(
        (other) =>
          other.sittingId === one.sittingId &&
          other.from <= tick &&
          tick < other.until + resource.pauseTicks,
      )
      if (together.length > resource.capacity) broken.push(`${resource.id} is full at ${tick}`)
    }
  }
  return [...broken, ...brokenRests(resource, own)]
}

function brokenRests({ id, inARow }: Resource, own: readonly Placed[]) {
  if (!inARow) return []
  const broken: string[] = []
  for (const sittingId of new Set(own.map((one) => one.sittingId))) {
    const order = own.filter((one) => one.sittingId === sittingId).sort((a, b) => a.from - b.from)
    let row: Placed[] = []
    for (const one of order) {
      const last = row.at(-1)
      if (last && one.from - last.until >= inARow.restTicks) row = []
      row.push(one)
      const talked = row.reduce((sum, { from, until }) => sum + until - from, 0)
      if (row.length > 1 && talked > inARow.ticks) broken.push(`${id} has no rest at ${one.from}`)
    }
  }
  return broken
}

function rulesOfParty(problem: PlanningProblem, own: readonly Placed[]) {
  return pairs(own).flatMap(([one, other]) => {
    if (one.sittingId !== other.sittingId) return []
    const [first, next] = one.from < other.from ? [one, other] : [other, one]
    const way = problem.travelTicks[first.talk.zone]?.[next.talk.zone] ?? 0
    return next.from - first.until >= way
      ? []
      : [`${first.talk.id} and ${next.talk.id}: no time to walk`]
  })
}

function rulesOfApart(
  { partyIds, ticks, sameSitting }: PlanningProblem['apart'][number],
  placed: readonly Placed[],
) {
  return pairs(placed).flatMap(([one, other]) => {
    const both = [one.talk.partyId, other.talk.partyId]
    if (!partyIds.every((id) => both.includes(id)) || both[0] === both[1]) return []
    if (one.sittingId !== other.sittingId) return []
    if (!sameSitting) return [`${both.join(' and ')} come in one sitting`]
    if (one.talk.resourceIds[0] !== other.talk.resourceIds[0]) return []
    const between = Math.max(one.from, other.from) - Math.min(one.until, other.until)
    return between >= ticks ? [] : [`${both.join(' and ')} meet`]
  })
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other): [T, T] => [one, other]))
}

/** The points of a plan, counted anew. */
export function pointsOf(problem: PlanningProblem, plan: Pick<Plan, 'placements'>) {
  const placed = placedTalks(problem, plan)
  const { weights } = problem
  let points = 0
  for (const talk of problem.talks) {
    const one = placed.find((candidate) => candidate.talk === talk)
    if (!one)
      points += talk.confirmedAt || talk.pinnedAt ? weights.dropped : weights.unplaced * talk.weight
    else if (!talk.pinnedAt) points += pointsOfPlace(problem, one)
  }
  for (const { id } of problem.parties) {
    points += pointsOfVisit(
      problem,
      placed.filter(({ talk }) => talk.partyId === id),
    )
  }
  return points
}

function pointsOfPlace({ parties, weights }: PlanningProblem, one: Placed) {
  const preferred = parties.find(({ id }) => id === one.talk.partyId)?.preferred ?? []
  const told = one.talk.confirmedAt
  const moved = told !== null && (told.sittingId !== one.sittingId || told.tick !== one.from)
  return (covers(preferred, one) ? 0 : weights.possible) + (moved ? weights.moved : 0)
}

function pointsOfVisit({ weights, tickMinutes }: PlanningProblem, own: readonly Placed[]) {
  const sittings = new Set(own.map(({ sittingId }) => sittingId))
  let points = Math.max(0, sittings.size - 1) * weights.extraSitting
  for (const sittingId of sittings) {
    const order = own.filter((one) => one.sittingId === sittingId).sort((a, b) => a.from - b.from)
    for (const [index, one] of order.entries()) {
      const last = order[index - 1]
      if (!last) continue
      const wait = (one.from - last.until) * tickMinutes
      const long = Math.max(0, wait - weights.longWaitAfterMinutes)
      points += (wait - long) * weights.waitMinute + long * weights.longWaitMinute
    }
  }
  return points
}
