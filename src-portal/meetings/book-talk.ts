import { type PlaceRefusal, type RoundSheet, whyNotAt } from '#shared/meetings/places.ts'
import { isOpenTo } from '#shared/meetings/round.ts'
import { placeText, type TalkId, type TalkPlace } from '#shared/meetings/talk.ts'
import { Day } from '#shared/platform/day.ts'
import { ok, type Result, refuse } from '#shared/platform/result.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { HubParts } from '../sync/hub-parts.ts'
import { type PortalRows, writeAsPortal } from '../sync/portal-writes.ts'
import { readSheet } from './round-sheet.ts'

export type BookRefusal = 'talk.not-yours' | 'round.not-open' | PlaceRefusal

export type Booking = {
  readonly schoolId: string
  readonly guardianId: string
  readonly roundId: string
  readonly talkId: TalkId
  /** Null gives the place back. */
  readonly place: TalkPlace | null
  readonly question: string | null
}

type Parts = Pick<HubParts, 'seal' | 'now' | 'today'>

/**
 * Books, moves or gives back a place for a guardian. The portal is the only writer and looks at the
 * round after it has its turn, so a place is taken once, whatever happens in the same second.
 */
export async function bookTalk(
  tx: SchoolTx,
  parts: Parts,
  booking: Booking,
): Promise<Result<null, BookRefusal>> {
  return writeAsPortal(tx, parts, booking.schoolId, async (rows) => {
    const sheet = await readSheet(tx, booking.roundId)
    const refusal = sheet ? whyNotBook(sheet, booking, Day.parse(parts.today())) : 'talk.not-yours'
    if (refusal) return refuse(refusal)
    await keepBooking(rows, booking, new Date(parts.now()).toISOString())
    return ok(null)
  })
}

/** Why a guardian may not do this, or null. */
export function whyNotBook(
  sheet: RoundSheet,
  { guardianId, talkId, place }: Pick<Booking, 'guardianId' | 'talkId' | 'place'>,
  today: Day,
): BookRefusal | null {
  const talk = sheet.talks.find(({ id }) => id === talkId)
  const party = sheet.parties.find(({ id }) => id === talk?.partyId)
  const isOwn = party?.guardianIds.some((id) => id === guardianId) ?? false
  if (!talk || !isOwn || talk.cancelledAt !== null) return 'talk.not-yours'
  const own = sheet.talks.filter(({ partyId }) => partyId === talk.partyId)
  const hasSeveral = new Set(own.map(({ pupilId }) => pupilId)).size > 1
  if (sheet.round.mode !== 'booking' && sheet.round.state === 'open') return 'round.not-open'
  if (!isOpenTo(sheet.round, today, hasSeveral)) return 'round.not-open'
  return place && whyNotAt(sheet, talk, place)
}

async function keepBooking(rows: PortalRows, booking: Booking, at: string) {
  const { talkId, place, question } = booking
  const talk = await rows.find('meetingTalks', talkId)
  await rows.save('meetingTalks', talkId, {
    place: place && placeText(place),
    placedBy: place ? 'guardian' : null,
    confirmedAt: place ? at : null,
    question,
  })
  const partyId = String(talk?.partyId)
  const party = await rows.find('meetingParties', partyId)
  if (!party?.answeredAt) await rows.save('meetingParties', partyId, { answeredAt: at })
}
