import { nowhere } from '../model/build-model.ts'
import type { Model } from '../model/model.ts'
import { pick, type Random, seeded, shuffle } from '../model/random.ts'
import { freeHours, insertParty, type Offer, talksOf } from './insert-party.ts'
import { createJournal, type Journal } from './journal.ts'
import { pinnedSchedule, placeStanding } from './load-plan.ts'
import { fewOf, partiesAt, pushAside } from './push-aside.ts'
import { reassignTeacher } from './reassign-teacher.ts'
import { createSchedule, type Schedule } from './schedule.ts'
import { createVisitPlanner, type VisitPlanner } from './visit-planner.ts'

/**
 * Looks for a good plan: a first one, party by party, those with the least choice first; then large
 * neighbourhood search. Each round takes a few parties out and puts them back, or lets one push
 * others aside, or shares one teacher's hours out anew, and keeps what is better, and sometimes what is a little
 * worse. Counted in rounds and not in time, so that a seed gives the same plan again.
 */
export type Search = {
  readonly schedule: Schedule
  /** The best so far. */
  readonly best: { readonly starts: Int16Array; readonly points: number; readonly idle: number }
  /** What each party's visit would cost in an empty school. */
  readonly ideal: Float64Array
  /** Runs so many rounds of `ofRounds`. */
  readonly run: (rounds: number) => void
}

export function createSearch(model: Model, seed: number, ofRounds: number, from?: Int16Array) {
  const random = seeded(seed)
  const schedule = pinnedSchedule(model)
  const planner = createVisitPlanner(model)
  const journal = createJournal(schedule)
  const ideal = idealCosts(model, planner)
  const tools = { model, schedule, planner, journal, random, ideal, free: freeHours(schedule) }
  if (from) placeStanding(schedule, from)
  fillFirst(tools)
  const isRepair = model.talks.some(({ confirmed }) => confirmed !== nowhere)
  const best = {
    starts: schedule.starts.slice(),
    points: schedule.points(),
    idle: schedule.idle(),
  }
  // A small school is searched so long that it pays to begin hot again.
  const heats = Math.min(4, Math.max(1, Math.floor(ofRounds / (25 * model.talks.length || 1))))
  let done = 0

  function keepBest() {
    const better = best.points - schedule.points()
    if (better < -1e-6 || (better < 1e-6 && schedule.idle() >= best.idle)) return
    best.points = schedule.points()
    best.idle = schedule.idle()
    best.starts.set(schedule.starts)
  }

  function sweep() {
    for (let time = 0; time < 2; time++) {
      for (const teacher of teachersOf(model)) {
        tryStep(tools, 0, () => reassignTeacher(schedule, journal, teacher, random, 0, null))
      }
    }
    keepBest()
  }

  /** At the end: closes gaps of teachers where that costs no family anything. */
  function drawTogether() {
    for (const teacher of teachersOf(model)) {
      for (const { first, end } of model.sittings) {
        for (const anchor of [first, end, Math.round((first + end) / 2)]) {
          tryStep(tools, 0, () => reassignTeacher(schedule, journal, teacher, random, 0, anchor))
        }
      }
    }
    keepBest()
  }

  function run(rounds: number) {
    if (done === 0 && rounds > 0 && !isRepair) sweep()
    const until = Math.min(ofRounds, done + rounds)
    if (done >= until) return
    for (; done < until; done++) {
      if (isRepair && partiesHurt(tools).length === 0) {
        done = ofRounds
        return
      }
      const heat = 8 * (1 - (((heats * done) / ofRounds) % 1)) ** 2 + 0.01
      tryStep(tools, heat, isRepair ? repairStep(tools) : chooseStep(tools))
      keepBest()
    }
    if (done === ofRounds && !isRepair) drawTogether()
  }

  return { schedule, best, ideal, run, done: () => done }
}

type Tools = {
  readonly model: Model
  readonly schedule: Schedule
  readonly planner: VisitPlanner
  readonly journal: Journal
  readonly random: Random
  readonly ideal: Float64Array
  readonly free: Offer
}

/**
 * Keeps the step when it helps, or by chance when it hurts little beside the heat. What families feel
 * comes first; what teachers wait counts between plans that are equally good for families.
 */
function tryStep({ schedule, journal, random, model }: Tools, heat: number, step: () => boolean) {
  const points = schedule.points()
  const idle = schedule.idle()
  const isAllowed = step()
  const worse = schedule.points() - points
  const idler = (schedule.idle() - idle) * model.tickMinutes * model.weights.idleMinute
  const cooling = heat > 0.5 ? Number.POSITIVE_INFINITY : heat * model.weights.idleMinute * 2 + 1e-9
  const chance = Math.exp(-Math.max(0, worse) / (heat + 1e-9) - Math.max(0, idler) / cooling)
  const isKept = isAllowed && (worse + idler < -1e-9 || random() < chance)
  if (isKept) journal.forget()
  else journal.undo()
}

function chooseStep(tools: Tools): () => boolean {
  const { schedule, journal, planner, random } = tools
  const chance = random()
  if (chance < 0.04) {
    const teacher = teacherToHelp(tools)
    if (teacher)
      return () => reassignTeacher(schedule, journal, teacher, random, random() * 10, null)
  }
  if (chance < 0.5) {
    return () => {
      pushAside(schedule, planner, journal, unhappyParty(tools), random)
      return true
    }
  }
  return () => {
    takeOutAndPutBack(tools)
    return true
  }
}

/** Families were told their times: only around those who lost theirs is anything tried. */
function repairStep(tools: Tools): () => boolean {
  const { schedule, planner, journal, random } = tools
  const hurt = partiesHurt(tools)
  const party = hurt[pick(random, hurt.length)] ?? 0
  return () => {
    if (random() < 0.7) pushAside(schedule, planner, journal, party, random)
    else putBack(tools, aroundParty(tools, party))
    return true
  }
}

/** Who has no place, or another than was told. */
function partiesHurt({ model, schedule, ideal }: Tools) {
  return partiesThatLost(schedule, ideal, Math.min(model.weights.moved, model.weights.unplaced) / 2)
}

/** Half of the time one who lacks a place for somebody. */
function teacherToHelp(tools: Tools) {
  const { model, schedule, random } = tools
  if (random() < 0.5) {
    const talks = talksOf(schedule, unhappyParty(tools))
    const missed = talks.find(({ index }) => schedule.starts[index] === nowhere)
    if (missed) return model.resources[missed.teacher]
  }
  const teachers = teachersOf(model)
  return teachers[pick(random, teachers.length)]
}

const teachersOf = (model: Model) => model.resources.filter(({ isTeacher }) => isTeacher)

/** The one of a few, drawn by chance, that has lost most beside an empty school. */
function unhappyParty({ model, schedule, random, ideal }: Tools) {
  if (random() < 0.25) {
    const missed = partiesThatLost(schedule, ideal, model.weights.unplaced / 2)
    const party = missed[pick(random, missed.length)]
    if (party !== undefined) return party
  }
  let unhappiest = pick(random, model.parties.length)
  let most = 0
  for (let draw = 0; draw < 8; draw++) {
    const party = pick(random, model.parties.length)
    const lost = (schedule.partyCost[party] ?? 0) - (ideal[party] ?? 0)
    if (lost > most) {
      most = lost
      unhappiest = party
    }
  }
  return unhappiest
}

function partiesThatLost({ partyCost }: Schedule, ideal: Float64Array, points: number) {
  const lost: number[] = []
  for (let party = 0; party < partyCost.length; party++) {
    if ((partyCost[party] ?? 0) - (ideal[party] ?? 0) >= points) lost.push(party)
  }
  return lost
}

function takeOutAndPutBack(tools: Tools) {
  const { random } = tools
  putBack(tools, random() < 0.6 ? aroundParty(tools, unhappyParty(tools)) : aroundHour(tools))
}

function putBack({ schedule, planner, journal, random, free }: Tools, parties: number[]) {
  for (const party of parties) journal.lift(party, fewOf(schedule, party, random))
  shuffle(random, parties)
  for (const party of parties) insertParty(schedule, planner, party, free)
}

/** A party and those who stand where its talks could be. */
function aroundParty({ schedule, random }: Tools, party: number) {
  const chosen = [party]
  const most = 2 + pick(random, 5)
  const talks = talksOf(schedule, party)
  for (let draw = 0; draw < 3 * most && chosen.length < most; draw++) {
    const talk = talks[pick(random, talks.length)]
    const start = talk?.starts[pick(random, talk.starts.length)]
    if (!talk || start === undefined) continue
    for (const other of partiesAt(schedule, talk, start)) {
      if (!chosen.includes(other)) chosen.push(other)
    }
  }
  return chosen
}

/** Parties at one teacher about one hour. */
function aroundHour({ model, schedule, random }: Tools) {
  const teachers = teachersOf(model)
  const teacher = teachers[pick(random, teachers.length)]
  const middle = pick(random, model.ticks)
  const reach = 3 + pick(random, 10)
  const chosen: number[] = []
  if (!teacher) return chosen
  for (let tick = middle - reach; tick < middle + reach; tick++) {
    const party = model.talks[(schedule.sitter[teacher.index]?.[tick] ?? 0) - 1]?.party
    if (party !== undefined && !chosen.includes(party)) chosen.push(party)
  }
  return chosen
}

export function idealCosts(model: Model, planner: VisitPlanner) {
  const empty = createSchedule(model)
  const offer: Offer = {
    priceOf: (talk, start) => talk.costAt[start] ?? Number.POSITIVE_INFINITY,
    makeRoom: () => {},
  }
  return Float64Array.from(model.parties, ({ index }) => {
    for (const talk of talksOf(empty, index)) {
      const start = talk.starts[0]
      if (talk.isPinned && start !== undefined) empty.place(talk, start)
    }
    insertParty(empty, planner, index, offer)
    const cost = empty.partyCost[index] ?? 0
    for (const talk of talksOf(empty, index)) empty.lift(talk)
    return cost
  })
}

/** Party by party, those with the least choice for a talk first. */
function fillFirst({ model, schedule, planner, free }: Tools) {
  const choice = model.parties.map(
    ({ talks }) => Math.min(...talks.map(({ starts }) => starts.length)) / (talks.length || 1),
  )
  const order = [...choice.keys()].sort((a, b) => (choice[a] ?? 0) - (choice[b] ?? 0))
  for (const party of order) insertParty(schedule, planner, party, free)
}
