import { nowhere } from '../model/build-model.ts'
import type { ModelTalk } from '../model/model.ts'
import type { Random } from '../model/random.ts'
import { freeHours, insertParty, type Offer, talksOf } from './insert-party.ts'
import type { Journal } from './journal.ts'
import type { Schedule } from './schedule.ts'
import type { VisitPlanner } from './visit-planner.ts'

const never = Number.POSITIVE_INFINITY

/**
 * Gives a party a better visit by pushing others aside, who find another place or push in their
 * turn. What pushing costs is a guess with chance in it; whether it was worth it, the whole plan
 * says. Nobody who was touched in this step is pushed.
 */
export function pushAside(
  schedule: Schedule,
  planner: VisitPlanner,
  journal: Journal,
  party: number,
  random: Random,
) {
  const turns = Math.floor(random() * 5)
  const free = freeHours(schedule)
  const pushed: { readonly party: number; readonly before: number }[] = []
  const offer: Offer = {
    priceOf: pushingPrice(schedule, journal, 2 + random() * 40, random),
    makeRoom(talk, start) {
      for (const other of partiesAt(schedule, talk, start)) {
        if (journal.isTouched(other)) continue
        pushed.push({ party: other, before: schedule.partyCost[other] ?? 0 })
        journal.lift(other, fewOf(schedule, other, random, [talk, start]))
      }
    },
  }
  journal.lift(party, fewOf(schedule, party, random))
  insertParty(schedule, planner, party, offer)
  for (let turn = 0; turn < pushed.length; turn++) {
    const next = pushed[turn]
    if (!next) continue
    insertParty(schedule, planner, next.party, free)
    if (turn >= turns || (schedule.partyCost[next.party] ?? 0) <= next.before) continue
    journal.lift(next.party, fewOf(schedule, next.party, random))
    insertParty(schedule, planner, next.party, offer)
  }
}

function pushingPrice(schedule: Schedule, journal: Journal, fee: number, random: Random) {
  return (talk: ModelTalk, start: number) => {
    const cost = talk.costAt[start] ?? never
    if (schedule.fits(talk, start)) return cost
    const others = partiesAt(schedule, talk, start)
    if (others.length === 0 || others.some(journal.isTouched)) return never
    return cost + others.length * fee * (0.2 + random())
  }
}

/** A table of five talks is filled in a fraction of a millisecond, one of ten is not. */
const few = 5

/** Chooses the talks of a party to place anew: all, or where it has many, a few by chance. */
export function fewOf(
  schedule: Schedule,
  party: number,
  random: Random,
  inTheWay?: readonly [ModelTalk, number],
) {
  const talks = talksOf(schedule, party)
  if (talks.length <= few) return () => true
  const part = few / talks.length
  const chosen = talks.filter(
    (talk) =>
      schedule.starts[talk.index] === nowhere ||
      (inTheWay && isInTheWay(schedule, talk, inTheWay)) ||
      random() < part,
  )
  return (talk: ModelTalk) => chosen.includes(talk)
}

function isInTheWay(
  { model, starts }: Schedule,
  talk: ModelTalk,
  [wanted, at]: readonly [ModelTalk, number],
) {
  return talk.resources.some((index) => {
    if (!wanted.resources.includes(index)) return false
    const pause = model.resources[index]?.pause ?? 0
    const start = starts[talk.index] ?? nowhere
    return start < at + wanted.length + pause && at < start + talk.length + pause
  })
}

/** Parties whose talks stand where this one would; those of pools of rooms are not looked for. */
export function partiesAt({ model, sitter }: Schedule, talk: ModelTalk, start: number) {
  const parties: number[] = []
  for (const index of talk.resources) {
    const pause = model.resources[index]?.pause ?? 0
    const sitting = sitter[index]
    for (let tick = start - pause; tick < start + talk.length + pause; tick++) {
      const party = model.talks[(sitting?.[tick] ?? 0) - 1]?.party
      if (party !== undefined && !parties.includes(party)) parties.push(party)
    }
  }
  return parties
}
