import type { MeetingDay, MeetingResource, MeetingRound, TimeSpan } from './round.ts'
import { type MeetingParty, type MeetingTalk, placeOf, type TalkPlace } from './talk.ts'

/** The grid of all meetings in minutes. */
export const gridMinutes = 5

/** Why a talk cannot be at a place. */
export type PlaceRefusal =
  /** The day is not of this round, or the talk would end after it. */
  | 'place.outside'
  /** A teacher, interpreter or room is not there then. */
  | 'place.not-free'
  /** Somebody needed is in another talk, or in the pause after one. */
  | 'place.taken'
  /** The teacher would have more talks in a row than the round allows. */
  | 'place.no-rest'
  /** The family is in another talk then, or on its way from one. */
  | 'place.own-talk'
  /** The other party of separated guardians is there just before, then or just after. */
  | 'place.apart'

/** Everything of one round that decides where a talk can be. */
export type RoundSheet = {
  readonly round: MeetingRound
  readonly days: readonly MeetingDay[]
  readonly resources: readonly MeetingResource[]
  readonly parties: readonly MeetingParty[]
  readonly talks: readonly MeetingTalk[]
}

type Stretch = { readonly dayId: string; readonly from: number; readonly until: number }

const meet = (a: Stretch, b: Stretch, gap = 0) =>
  a.dayId === b.dayId && a.from < b.until + gap && b.from < a.until + gap

const covers = (spans: readonly TimeSpan[], { dayId, from, until }: Stretch) => {
  return joined(spans).some(
    (each) => each.dayId === dayId && each.from <= from && until <= each.until,
  )
}

/** When a talk is, or null while it has no place or was called off. */
export function stretchOf(talk: MeetingTalk): Stretch | null {
  const place = talk.cancelledAt === null ? placeOf(talk.place) : null
  return place && { ...place, until: place.from + talk.minutes }
}

/**
 * Why `talk` cannot be at `place`, or null. The one rule of places: the portal asks it when a guardian
 * books, the board when a card is put down, and the portal again when a desk sends what it did.
 */
export function whyNotAt(
  sheet: RoundSheet,
  talk: MeetingTalk,
  place: TalkPlace,
): PlaceRefusal | null {
  const wanted = { ...place, until: place.from + talk.minutes }
  const day = sheet.days.find(({ id }) => id === place.dayId)
  if (!day || wanted.from < day.from || wanted.until > day.until) return 'place.outside'
  const needed = sheet.resources.filter(({ id }) => talk.resourceIds.includes(id))
  if (needed.length < talk.resourceIds.length) return 'place.not-free'
  if (needed.some(({ free }) => !covers(free, wanted))) return 'place.not-free'
  const others = sheet.talks.filter(({ id }) => id !== talk.id)
  if (needed.some((each) => isTaken(sheet, others, each, wanted))) return 'place.taken'
  if (needed.some((each) => hasNoRest(sheet, others, each, wanted))) return 'place.no-rest'
  return whyNotForFamily(sheet, others, talk, wanted)
}

function isTaken(
  { round }: RoundSheet,
  others: readonly MeetingTalk[],
  { id, kind, capacity }: MeetingResource,
  wanted: Stretch,
) {
  const gap = kind === 'teacher' ? round.pauseMinutes : 0
  const present = others.filter((each) => {
    const stretch = each.resourceIds.includes(id) ? stretchOf(each) : null
    return stretch !== null && meet(stretch, wanted, gap)
  })
  return present.length >= capacity
}

/**
 * Minutes of talk without a break of at least one talk; shorter gaps neither count nor end the row.
 * One talk that is longer than the limit by itself is allowed.
 */
function hasNoRest(
  { round }: RoundSheet,
  others: readonly MeetingTalk[],
  { id, kind }: MeetingResource,
  wanted: Stretch,
) {
  if (round.mostInARow === null || kind !== 'teacher') return false
  const all = others
    .flatMap((each) => (each.resourceIds.includes(id) ? (stretchOf(each) ?? []) : []))
    .filter(({ dayId }) => dayId === wanted.dayId)
    .concat(wanted)
    .toSorted((a, b) => a.from - b.from)
  let inARow = 0
  let end = Number.NEGATIVE_INFINITY
  for (const { from, until } of all) {
    const isAfresh = from - end >= round.minutes
    inARow = isAfresh ? until - from : inARow + until - from
    if (!isAfresh && inARow > round.mostInARow * round.minutes) return true
    end = until
  }
  return false
}

function whyNotForFamily(
  sheet: RoundSheet,
  others: readonly MeetingTalk[],
  talk: MeetingTalk,
  wanted: Stretch,
): PlaceRefusal | null {
  const own = others.filter(({ partyId }) => partyId === talk.partyId)
  const clashes = own.some((each) => {
    const stretch = stretchOf(each)
    return stretch !== null && meet(stretch, wanted, walkBetween(sheet, talk, each))
  })
  if (clashes) return 'place.own-talk'
  const apart = sheet.parties.find(({ id }) => id === talk.partyId)?.apartFrom
  const isNear = others.some((each) => {
    const stretch = each.partyId === apart ? stretchOf(each) : null
    // A talk's length between them: one has left before the other comes.
    return stretch !== null && meet(stretch, wanted, sheet.round.minutes)
  })
  return apart && isNear ? 'place.apart' : null
}

/** Minutes between two talks of one family; none for talks by video. */
export function walkBetween(
  { round, resources }: Pick<RoundSheet, 'round' | 'resources'>,
  a: MeetingTalk,
  b: MeetingTalk,
): number {
  if (a.isByVideo || b.isByVideo) return 0
  const buildingOf = ({ resourceIds }: MeetingTalk) =>
    resources.find(({ id }) => id === resourceIds[0])?.building ?? null
  return buildingOf(a) === buildingOf(b) ? 0 : round.walkMinutes
}

/** Painted hours that lie end to end as one, in the order of days and hours. */
export function joined(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const sorted = spans.toSorted((a, b) => a.dayId.localeCompare(b.dayId) || a.from - b.from)
  const whole: TimeSpan[] = []
  for (const span of sorted) {
    const last = whole.at(-1)
    if (last && last.dayId === span.dayId && span.from <= last.until) {
      whole[whole.length - 1] = { ...last, until: Math.max(last.until, span.until) }
    } else whole.push(span)
  }
  return whole
}

/** Where talks of a teacher begin: one after the other, from the beginning of each free stretch. */
export function rhythmOf(
  { minutes, pauseMinutes }: Pick<MeetingRound, 'minutes' | 'pauseMinutes'>,
  { free }: Pick<MeetingResource, 'free'>,
): readonly TalkPlace[] {
  const step = minutes + pauseMinutes
  return joined(free).flatMap(({ dayId, from, until }) => {
    const count = Math.max(0, Math.floor((until - from - minutes) / step) + 1)
    return Array.from({ length: count }, (_, n) => ({ dayId, from: from + n * step }))
  })
}

/** Every place that a talk can have now. */
export function freePlaces(sheet: RoundSheet, talk: MeetingTalk): readonly TalkPlace[] {
  const teacher = sheet.resources.find(({ id }) => id === talk.resourceIds[0])
  if (!teacher) return []
  return rhythmOf(sheet.round, teacher).filter((place) => whyNotAt(sheet, talk, place) === null)
}
