import type {
  PlanningProblem,
  Resource,
  Sitting,
  Span,
  Talk,
  Weights,
} from '../planning-problem.ts'
import type { Model, ModelParty, ModelResource, ModelSitting, ModelTalk } from './model.ts'

export const nowhere = -1

/** The problem in numbers; throws on a problem that names what it does not hold. */
export function buildModel(problem: PlanningProblem): Model {
  const calendar = buildCalendar(problem.sittings)
  const resourceIndex = indexOf(problem.resources)
  const partyIndex = indexOf(problem.parties)
  const levels = problem.parties.map((party) => levelsOf(party, calendar))
  const build = { problem, calendar, resourceIndex, partyIndex, levels }
  const talks = problem.talks.map((talk, index) => buildTalk(build, talk, index))
  const zones = problem.travelTicks.length
  const travel = Uint8Array.from(problem.travelTicks.flat())
  const steadyFrom = Math.max(
    Math.ceil(problem.weights.longWaitAfterMinutes / problem.tickMinutes),
    ...travel,
  )
  return {
    tickMinutes: problem.tickMinutes,
    weights: problem.weights,
    ticks: calendar.ticks,
    sittings: calendar.sittings,
    sittingOf: calendar.sittingOf,
    travel,
    zones,
    talks,
    resources: problem.resources.map((resource, index) =>
      buildResource(resource, index, calendar, talks),
    ),
    parties: problem.parties.map(({ id }, index) =>
      buildParty(problem, partyIndex, id, index, talks),
    ),
    waitCost: waitCosts(problem.weights, problem.tickMinutes, calendar.longest + steadyFrom + 3),
    steadyFrom,
  }
}

/** Points of a wait of so many minutes. */
export function costOfWait(weights: Weights, minutes: number) {
  const long = Math.max(0, minutes - weights.longWaitAfterMinutes)
  return (minutes - long) * weights.waitMinute + long * weights.longWaitMinute
}

/** Sittings side by side on one line of ticks. */
export type Calendar = ReturnType<typeof buildCalendar>

export function buildCalendar(sittings: readonly Sitting[]) {
  let ticks = 0
  const placed: ModelSitting[] = []
  for (const sitting of sittings) {
    placed.push({ first: ticks, ticks: sitting.ticks, end: ticks + sitting.ticks })
    ticks += sitting.ticks
  }
  const indexById = indexOf(sittings)
  const sittingOf = new Uint8Array(ticks)
  for (const [index, { first, end }] of placed.entries()) sittingOf.fill(index, first, end)
  const at = (sittingId: string) => found(placed[known(indexById, sittingId)])
  return {
    ticks,
    sittings: placed,
    sittingOf,
    longest: Math.max(0, ...sittings.map((sitting) => sitting.ticks)),
    tickAt: ({ sittingId, tick }: { sittingId: string; tick: number }) =>
      at(sittingId).first + tick,
    /** Ticks of a span on the line; what lies outside its sitting is left out. */
    rangeOf({ sittingId, from, until }: Span) {
      const { first, ticks: length } = at(sittingId)
      return { from: first + Math.max(0, from), until: first + Math.min(length, until) }
    },
    placeAt(tick: number) {
      const index = sittingOf[tick] ?? 0
      return { sittingId: found(sittings[index]).id, tick: tick - found(placed[index]).first }
    },
  }
}

type Build = {
  readonly problem: PlanningProblem
  readonly calendar: Calendar
  readonly resourceIndex: ReadonlyMap<string, number>
  readonly partyIndex: ReadonlyMap<string, number>
  readonly levels: readonly Uint8Array[]
}

const never = 9

/** Tick → 0 preferred, 1 possible, 9 never. */
function levelsOf(
  { preferred, possible }: { preferred: readonly Span[]; possible: readonly Span[] },
  calendar: Calendar,
) {
  const levels = new Uint8Array(calendar.ticks).fill(never)
  paint(levels, possible, calendar, 1)
  paint(levels, preferred, calendar, 0)
  return levels
}

function paint(ticks: Uint8Array, spans: readonly Span[], calendar: Calendar, value: number) {
  for (const span of spans) {
    const { from, until } = calendar.rangeOf(span)
    ticks.fill(value, from, until)
  }
}

function buildResource(
  resource: Resource,
  index: number,
  calendar: Calendar,
  talks: readonly ModelTalk[],
): ModelResource {
  const { inARow } = resource
  return {
    index,
    isTeacher: resource.kind === 'teacher',
    capacity: resource.capacity,
    pause: resource.pauseTicks,
    room: roomOf(resource, calendar),
    inARow: inARow && { ticks: inARow.ticks, rest: inARow.restTicks },
    talks: talks.filter((talk) => talk.resources.includes(index)),
  }
}

function roomOf(resource: Resource, calendar: Calendar) {
  const room = new Uint8Array(calendar.ticks)
  paint(room, resource.free, calendar, resource.capacity)
  return room
}

function buildParty(
  problem: PlanningProblem,
  partyIndex: ReadonlyMap<string, number>,
  id: string,
  index: number,
  talks: readonly ModelTalk[],
): ModelParty {
  const apart = problem.apart
    .filter(({ partyIds }) => partyIds.includes(id))
    .map(({ partyIds: [one, other], ticks, sameSitting }) => ({
      party: known(partyIndex, one === id ? other : one),
      ticks,
      sameSitting,
    }))
  return { index, talks: talks.filter(({ party }) => party === index), apart }
}

function buildTalk(build: Build, talk: Talk, index: number): ModelTalk {
  const { problem, calendar } = build
  const party = known(build.partyIndex, talk.partyId)
  const resources = talk.resourceIds.map((id) => known(build.resourceIndex, id))
  const confirmed = talk.confirmedAt ? calendar.tickAt(talk.confirmedAt) : nowhere
  const pinned = talk.pinnedAt ? calendar.tickAt(talk.pinnedAt) : nowhere
  const costAt =
    pinned === nowhere
      ? startCosts(build, talk, { party, resources, confirmed })
      : onlyAt(pinned, calendar.ticks)
  const starts = Int16Array.from([...costAt.keys()].filter((tick) => Number.isFinite(costAt[tick])))
  const { unplaced, dropped } = problem.weights
  const isTold = confirmed !== nowhere || pinned !== nowhere
  return {
    index,
    party,
    teacher: resources[0] ?? nowhere,
    resources,
    length: talk.ticks,
    zone: talk.zone,
    starts,
    costAt,
    levelAt: levelsAtStart(build, talk, party),
    missCost: isTold ? dropped : unplaced * talk.weight,
    isPinned: pinned !== nowhere,
    confirmed,
  }
}

/** A pinned talk costs nothing where it is: whoever pinned it has weighed the wishes. */
function onlyAt(pinned: number, ticks: number) {
  const costs = new Float64Array(ticks).fill(Number.POSITIVE_INFINITY)
  costs[pinned] = 0
  return costs
}

type Placing = { readonly party: number; readonly resources: number[]; readonly confirmed: number }

function startCosts(build: Build, talk: Talk, { party, resources, confirmed }: Placing) {
  const { problem, calendar } = build
  const open = openTicks(build, talk, resources)
  const mayStart = startTicks(build, resources)
  const levels = found(build.levels[party])
  const costs = new Float64Array(calendar.ticks).fill(Number.POSITIVE_INFINITY)
  for (const { first, end } of calendar.sittings) {
    for (let start = first; start + talk.ticks <= end; start++) {
      if (mayStart[start] === 0) continue
      const level = worstLevel(levels, open, start, start + talk.ticks)
      if (level === never) continue
      const moved = confirmed !== nowhere && confirmed !== start
      costs[start] =
        (level === 1 ? problem.weights.possible : 0) + (moved ? problem.weights.moved : 0)
    }
  }
  return costs
}

function levelsAtStart({ levels, calendar }: Build, talk: Talk, party: number) {
  const own = found(levels[party])
  const everywhere = new Uint8Array(calendar.ticks).fill(1)
  return Uint8Array.from({ length: calendar.ticks }, (_, start) =>
    worstLevel(own, everywhere, start, Math.min(calendar.ticks, start + talk.ticks)),
  )
}

function worstLevel(levels: Uint8Array, open: Uint8Array, from: number, until: number) {
  let worst = 0
  for (let tick = from; tick < until; tick++) {
    if (open[tick] === 0) return never
    worst = Math.max(worst, levels[tick] ?? never)
  }
  return worst
}

/** Ticks at which all resources are there, within what the talk itself allows. */
function openTicks({ problem, calendar }: Build, talk: Talk, resources: readonly number[]) {
  const open = new Uint8Array(calendar.ticks)
  if (talk.within) paint(open, talk.within, calendar, 1)
  else open.fill(1)
  for (const index of resources) {
    const room = roomOf(found(problem.resources[index]), calendar)
    for (let tick = 0; tick < open.length; tick++) if (room[tick] === 0) open[tick] = 0
  }
  return open
}

function startTicks({ problem, calendar }: Build, resources: readonly number[]) {
  const allowed = new Uint8Array(calendar.ticks).fill(1)
  for (const index of resources) {
    const { starts } = found(problem.resources[index])
    if (!starts) continue
    const own = new Set(starts.map(calendar.tickAt))
    for (let tick = 0; tick < allowed.length; tick++) if (!own.has(tick)) allowed[tick] = 0
  }
  return allowed
}

function waitCosts(weights: Weights, tickMinutes: number, ticks: number) {
  return Float64Array.from({ length: ticks }, (_, wait) => costOfWait(weights, wait * tickMinutes))
}

function indexOf(named: readonly { readonly id: string }[]) {
  return new Map(named.map(({ id }, index) => [id, index]))
}

function known(indexById: ReadonlyMap<string, number>, id: string) {
  const index = indexById.get(id)
  if (index === undefined) throw new Error('The planning problem names something it does not hold')
  return index
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('An index of the planning model is out of bounds')
  return value
}
