import type { RoundSheet } from './places.ts'
import { stretchOf } from './places.ts'
import type { MeetingTalk } from './talk.ts'

/** What a card warns of; nothing when all is as the family would have it. */
export type CardNotes = {
  /** Minutes between this talk and the family's talk before it on that day; 0 when it follows at once. */
  readonly waitMinutes: number
  /** Wholly or partly outside the hours that were asked for. */
  readonly isOutsideWish: boolean
}

/** A wait that is worth telling: two short talks would have fitted in. */
export const longWait = 15

export function cardNotes({ parties, talks }: RoundSheet, talk: MeetingTalk): CardNotes {
  const own = stretchOf(talk)
  if (!own) return { waitMinutes: 0, isOutsideWish: false }
  const wishes = parties.find(({ id }) => id === talk.partyId)?.wishes
  const isAsked = (wishes?.preferred ?? []).some(
    ({ dayId, from, until }) => dayId === own.dayId && from <= own.from && own.until <= until,
  )
  const before = talks
    .filter(({ id, partyId }) => partyId === talk.partyId && id !== talk.id)
    .flatMap((each) => stretchOf(each) ?? [])
    .filter(({ dayId, until }) => dayId === own.dayId && until <= own.from)
  const last = Math.max(...before.map(({ until }) => until), Number.NEGATIVE_INFINITY)
  return {
    waitMinutes: before.length > 0 ? own.from - last : 0,
    isOutsideWish:
      wishes !== null && wishes !== undefined && wishes.preferred.length > 0 && !isAsked,
  }
}

/** Whether a card belongs among what needs attention. */
export const needsAttention = ({ waitMinutes, isOutsideWish }: CardNotes) =>
  isOutsideWish || waitMinutes >= longWait
