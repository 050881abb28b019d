import { z } from 'zod'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { Moment } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { MeetingDayId, MinuteOfDay, type ResourceId, type RoundId, TimeSpan } from './round.ts'

export const PartyId = z.uuid().brand('PartyId')
export type PartyId = z.output<typeof PartyId>
export const TalkId = z.uuid().brand('TalkId')
export type TalkId = z.output<typeof TalkId>

/** What a party said of the round's hours. What is in neither cannot be; both empty is no answer. */
export const Wishes = z.object({
  preferred: z.array(TimeSpan).max(200),
  possible: z.array(TimeSpan).max(200),
})
export type Wishes = z.output<typeof Wishes>

/** Who comes together: a guardian alone, or those of one home. */
export type MeetingParty = {
  /** UUIDv5 of round and guardians. */
  readonly id: PartyId
  readonly roundId: RoundId
  readonly guardianIds: readonly GuardianId[]
  readonly wishes: Wishes | null
  /** The other party of separated guardians who are not to meet. */
  readonly apartFrom: PartyId | null
  /** BCP 47; null without an interpreter. */
  readonly interpreter: string | null
  /** No account, or asked for it: invited by letter, answered by the office. */
  readonly isOnPaper: boolean
  readonly invitedAt: Moment | null
  readonly remindedAt: Moment | null
  /** Told wishes, booked or confirmed. */
  readonly answeredAt: Moment | null
  /** Does not come at all. */
  readonly declinedAt: Moment | null
}

/** Where a talk is: a day of the round and the minute at which it begins. */
export const TalkPlace = z.object({ dayId: MeetingDayId, from: MinuteOfDay })
export type TalkPlace = z.output<typeof TalkPlace>

/** As one value, since a place is taken once or not at all (`decided-once.ts`). */
export const placeText = ({ dayId, from }: TalkPlace) => `${dayId} ${from}`
export function placeOf(text: string | null): TalkPlace | null {
  if (text === null) return null
  const [dayId, from] = text.split(' ')
  return TalkPlace.parse({ dayId, from: Number(from) })
}

export const placers = ['guardian', 'office', 'planner'] as const
export const outcomes = ['reached', 'not-reached', 'on-paper'] as const

export type MeetingTalk = {
  /** UUIDv5 of round, party and pupil. */
  readonly id: TalkId
  readonly roundId: RoundId
  readonly partyId: PartyId
  /** Of a household's talk the eldest child with this teacher. */
  readonly pupilId: PupilId
  readonly alsoPupilIds: readonly PupilId[]
  /** Teachers first, then whatever else the talk needs, by resource. */
  readonly resourceIds: readonly ResourceId[]
  /** The same teachers as members of staff, who get the talk on their own computer. */
  readonly staffIds: readonly string[]
  readonly minutes: number
  readonly isByVideo: boolean
  /** The school asked for this talk: it goes before what guardians ask. */
  readonly isInvited: boolean
  /** `placeText`; null while it has no place. */
  readonly place: string | null
  readonly placedBy: (typeof placers)[number] | null
  /** No planner moves it. */
  readonly isPinned: boolean
  /** The guardian said yes to this place. */
  readonly confirmedAt: Moment | null
  /** What the guardian would like to talk about. */
  readonly question: string | null
  readonly cancelledAt: Moment | null
  readonly outcome: (typeof outcomes)[number] | null
}

/** What a teacher writes for themselves; nobody else gets it. */
export type MeetingNote = {
  /** The talk's id. */
  readonly id: TalkId
  readonly staffId: string
  readonly text: string | null
  readonly followUp: string | null
  readonly followUpDoneAt: Moment | null
}
