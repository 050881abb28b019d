import { type PlaceRefusal, type RoundSheet, whyNotAt } from '#shared/meetings/places.ts'
import { isOpenTo } from '#shared/meetings/round.ts'
import { placeText, type TalkPlace } from '#shared/meetings/talk.ts'
import { Day } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import { dayOf, isoOf, type PortalParts, type SchoolRows } from '../platform/portal-parts.ts'
import { readSheet } from './round-sheet.ts'

export type BookRefusal = 'talk.not-yours' | 'round.not-open' | PlaceRefusal

export type Booking = {
  readonly schoolId: string
  readonly guardianId: string
  readonly roundId: string
  /** One talk, or all of a visit: all are booked, or none. */
  readonly talks: readonly {
    readonly talkId: string
    /** Null gives the place back. */
    readonly place: TalkPlace | null
    readonly question: string | null
  }[]
}

type Parts = Pick<PortalParts, 'writeRows' | 'now'>

/**
 * Books, moves or gives back places for a guardian. The portal is the only writer and looks at the
 * round after it has its turn, so a place is taken once, whatever happens in the same second.
 */
export async function bookTalks(
  tx: SchoolTx,
  { writeRows, now }: Parts,
  booking: Booking,
): Promise<Result<null, BookRefusal>> {
  return writeRows(tx, booking.schoolId, async (rows) => {
    const sheet = await readSheet(tx, booking.roundId)
    const today = Day.parse(dayOf(now()))
    const refusal = sheet ? whyNotBook(sheet, booking, today) : 'talk.not-yours'
    if (refusal || !sheet) return refuse(refusal ?? 'talk.not-yours')
    await keepBooking(rows, sheet, booking, isoOf(now()))
    return ok(null)
  })
}

/** Why a guardian may not do all this, or null. */
export function whyNotBook(
  sheet: RoundSheet,
  { guardianId, talks }: Pick<Booking, 'guardianId' | 'talks'>,
  today: Day,
): BookRefusal | null {
  const wanted = new Map(talks.map((each) => [each.talkId, each.place]))
  const own = new Set(ownParties(sheet, guardianId).map(({ id }) => id))
  const after = sheet.talks.map((talk) => {
    const place = wanted.get(talk.id)
    return place === undefined ? talk : { ...talk, place: place && placeText(place) }
  })
  const isOwn = ({ talkId }: { readonly talkId: string }) =>
    after.some(({ id, partyId, cancelledAt }) => {
      return id === talkId && own.has(partyId) && cancelledAt === null
    })
  if (!talks.every(isOwn)) return 'talk.not-yours'
  if (!mayChoose(sheet, guardianId, today)) return 'round.not-open'
  for (const { talkId, place } of talks) {
    const talk = after.find(({ id }) => id === talkId)
    const refusal = talk && place && whyNotAt({ ...sheet, talks: after }, talk, place)
    if (refusal) return refusal
  }
  return null
}

export const ownParties = ({ parties }: RoundSheet, guardianId: string) =>
  parties.filter(({ guardianIds }) => guardianIds.some((id) => id === guardianId))

/** Whether a guardian may choose a time today: where the school plans, only after it has. */
export function mayChoose(sheet: RoundSheet, guardianId: string, today: Day): boolean {
  const { round } = sheet
  if (round.mode !== 'booking' && round.state === 'open') return false
  return isOpenTo(round, today, hasSeveral(sheet, guardianId))
}

export function hasSeveral(sheet: RoundSheet, guardianId: string): boolean {
  const own = new Set(ownParties(sheet, guardianId).map(({ id }) => id))
  const pupils = sheet.talks.filter(({ partyId }) => own.has(partyId)).map(({ pupilId }) => pupilId)
  return new Set(pupils).size > 1
}

async function keepBooking(rows: SchoolRows, sheet: RoundSheet, { talks }: Booking, at: string) {
  const parties = new Set<string>()
  for (const { talkId, place, question } of talks) {
    await rows.save('meetingTalks', talkId, {
      place: place && placeText(place),
      placedBy: place ? 'guardian' : null,
      confirmedAt: place ? at : null,
      question,
    })
    parties.add(sheet.talks.find(({ id }) => id === talkId)?.partyId ?? '')
  }
  for (const { id, answeredAt } of sheet.parties) {
    if (parties.has(id) && answeredAt === null)
      await rows.save('meetingParties', id, { answeredAt: at })
  }
}
