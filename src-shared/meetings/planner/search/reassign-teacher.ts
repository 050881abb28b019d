import { nowhere } from '../model/build-model.ts'
import type { Model, ModelResource, ModelTalk } from '../model/model.ts'
import { pick, type Random } from '../model/random.ts'
import { assign } from './assignment.ts'
import type { Journal } from './journal.ts'
import { costOfParty } from './party-cost.ts'
import type { Schedule } from './schedule.ts'

/** Above everything that a plan can cost, and still a number that prices can be taken from. */
const impossible = 1e9

/** For each tick from the anchor; so small that all talks of a teacher together weigh less than 5. */
const pullFee = 0.0005

/**
 * Shares a teacher's hours out anew among the talks of one length, exactly, while all else stays. A
 * party with two talks there is left alone: what its second costs depends on its first.
 *
 * @param noise points that chance may add to a place, to get out of a plan that is only good nearby
 * @param anchor where talks draw together when they are equally good elsewhere; null is nowhere
 * @returns false where a rule stands against the new order; the journal can take it back
 */
export function reassignTeacher(
  schedule: Schedule,
  journal: Journal,
  teacher: ModelResource,
  random: Random,
  noise: number,
  anchor: number | null,
) {
  const { model } = schedule
  const talks = movableTalks(teacher)
  if (talks.length < 2) return true
  const long = noise > 0 ? liftLongTalks(schedule, journal, teacher, talks) : []
  const taken = new Set<number>()
  for (const talk of talks) {
    journal.touch(talk.party)
    const start = schedule.starts[talk.index] ?? nowhere
    if (start !== nowhere) taken.add(start)
    schedule.lift(talk)
  }
  for (const talk of long) placeByChance(schedule, talk, random)
  const slots = slotsOf(schedule, teacher, talks, taken)
  const columns = slots.length + talks.length
  const costs = new Float64Array(talks.length * columns).fill(impossible)
  for (const [row, talk] of talks.entries()) {
    const prices = costs.subarray(row * columns)
    priceRow(schedule, talk, slots, prices, (start) => {
      const pull = anchor === null ? 0 : Math.abs(start - anchor) * pullFee
      return noise === 0 ? pull : pull + random() * noise
    })
    costs[row * columns + slots.length + row] = costOfParty(model, schedule.starts, talk.party)
  }
  for (const { party } of long) schedule.recount(party)
  return placeAll(schedule, talks, slots, assign(costs, talks.length, columns).columnOf)
}

function movableTalks(teacher: ModelResource) {
  const all = teacher.talks
  const perParty = new Map<number, number>()
  for (const { party } of all) perParty.set(party, (perParty.get(party) ?? 0) + 1)
  const lengths = all.map(({ length }) => length)
  const usual = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]
  return all.filter(
    (talk) => talk.length === usual && perParty.get(talk.party) === 1 && !talk.isPinned,
  )
}

/** Talks of another length stand in the way of the rest, so they find a place by chance, before it. */
function liftLongTalks(
  schedule: Schedule,
  journal: Journal,
  teacher: ModelResource,
  talks: readonly ModelTalk[],
) {
  const long = teacher.talks.filter((talk) => !talk.isPinned && talk.length !== talks[0]?.length)
  for (const talk of long) {
    journal.touch(talk.party)
    schedule.lift(talk)
  }
  return long
}

function placeByChance(schedule: Schedule, talk: ModelTalk, random: Random) {
  const { model, starts } = schedule
  for (let draw = 0; draw < 10; draw++) {
    const start = talk.starts[pick(random, talk.starts.length)]
    if (start === undefined) return
    if (canCome(model, starts, talk, start) && schedule.fits(talk, start)) {
      schedule.place(talk, start)
      return
    }
  }
}

/** Places that do not overlap: where the talks stood, and what fits in the time that is left. */
function slotsOf(
  { model, sitter }: Schedule,
  teacher: ModelResource,
  talks: readonly ModelTalk[],
  taken: ReadonlySet<number>,
) {
  const length = (talks[0]?.length ?? 1) + teacher.pause
  const mayStart = new Uint8Array(model.ticks)
  for (const talk of talks) for (const start of talk.starts) mayStart[start] = 1
  const open = Uint8Array.from({ length: model.ticks }, (_, tick) =>
    sitter[teacher.index]?.[tick] === 0 && teacher.room[tick] !== 0 ? 1 : 0,
  )
  for (const start of taken) open.fill(0, start, start + length)
  const slots = [...taken]
  for (let tick = 0; tick < model.ticks; tick++) {
    if (mayStart[tick] === 0 || !isOpen(open, tick, tick + length - teacher.pause)) continue
    slots.push(tick)
    open.fill(0, tick, tick + length)
  }
  return slots
}

function isOpen(open: Uint8Array, from: number, until: number) {
  for (let tick = from; tick < until; tick++) if (open[tick] === 0) return false
  return true
}

function priceRow(
  schedule: Schedule,
  talk: ModelTalk,
  slots: readonly number[],
  costs: Float64Array,
  extra: (start: number) => number,
) {
  const { model, starts } = schedule
  for (const [column, start] of slots.entries()) {
    const price = talk.costAt[start] ?? impossible
    if (price >= impossible || !canCome(model, starts, talk, start)) continue
    if (!schedule.fits(talk, start)) continue
    starts[talk.index] = start
    costs[column] = costOfParty(model, starts, talk.party) + extra(start)
    starts[talk.index] = nowhere
  }
}

/** Is the party free then, with time to walk from and to its other talks? */
export function canCome(model: Model, starts: Int16Array, talk: ModelTalk, start: number) {
  for (const other of model.parties[talk.party]?.talks ?? []) {
    const at = starts[other.index] ?? nowhere
    if (other === talk || at === nowhere) continue
    if (model.sittingOf[at] !== model.sittingOf[start]) continue
    const there = model.travel[talk.zone * model.zones + other.zone] ?? 0
    const back = model.travel[other.zone * model.zones + talk.zone] ?? 0
    if (at < start + talk.length + there && start < at + other.length + back) return false
  }
  return true
}

function placeAll(
  schedule: Schedule,
  talks: readonly ModelTalk[],
  slots: readonly number[],
  columnOf: Int16Array,
) {
  for (const [row, talk] of talks.entries()) {
    const start = slots[columnOf[row] ?? nowhere]
    if (start === undefined) continue
    if (!schedule.fits(talk, start)) return false
    schedule.place(talk, start)
  }
  for (const { party } of talks) schedule.recount(party)
  return true
}
