import { eq } from 'drizzle-orm'
import type { MeetingsContract } from '#shared/meetings/meetings-contract.ts'
import { type RoundSheet, whyNotAt } from '#shared/meetings/places.ts'
import { type MeetingTalk, placeOf, placeText, type TalkId } from '#shared/meetings/talk.ts'
import { changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { seesEveryPupil } from '#shared/staff/rights.ts'
import type { Context, ReadDb, Service } from '../../platform/database.ts'
import { meetingNotes, meetingParties, meetingTalks } from '../meetings-table.ts'
import { readSheet } from '../read-sheet.ts'

type TalkCommands = Pick<
  Service<MeetingsContract>,
  'saveParty' | 'saveTalk' | 'place' | 'pin' | 'cancel' | 'setOutcome' | 'saveNote' | 'accept'
>

/** What happens to a talk: where it is, who comes, what became of it. */
export const talkCommands: TalkCommands = {
  saveParty(db, { partyId, apartFrom, declines, ...fields }, { now }) {
    const party = db.select().from(meetingParties).where(eq(meetingParties.id, partyId)).get()
    if (!party) return refuse('party.not-found')
    const other = apartFrom ?? party.apartFrom
    const declinedAt = declines ? (party.declinedAt ?? now) : null
    const answeredAt = fields.wishes || declines ? (party.answeredAt ?? now) : party.answeredAt
    db.save(meetingParties, { ...party, ...fields, apartFrom, declinedAt, answeredAt })
    // Keeping apart holds for both.
    const counterpart =
      other && db.select().from(meetingParties).where(eq(meetingParties.id, other)).get()
    if (counterpart) {
      db.save(meetingParties, { ...counterpart, apartFrom: apartFrom ? partyId : null })
    }
    return ok(null)
  },

  saveTalk(db, { talkId, ...fields }) {
    const found = findTalk(db, talkId)
    if (!found) return refuse('talk.not-found')
    const { sheet, talk } = found
    if (sheet.round.state === 'closed') return refuse('round.closed')
    const staffIds = sheet.resources.flatMap(({ id, staffId }) =>
      staffId && fields.resourceIds.includes(id) ? [staffId] : [],
    )
    const wanted: MeetingTalk = { ...changed(talk, fields), staffIds }
    const place = placeOf(talk.place)
    const refusal = place && whyNotAt(sheet, wanted, place)
    if (refusal) return refuse(refusal)
    db.save(meetingTalks, wanted)
    return ok(null)
  },

  place(db, { talkId, place, swap }) {
    const found = findTalk(db, talkId)
    if (!found) return refuse('talk.not-found')
    const { sheet, talk } = found
    if (sheet.round.state === 'closed') return refuse('round.closed')
    const other = sheet.talks.find(({ id }) => id === swap)
    const moved = moveTo(talk, place && placeText(place))
    const moves = other ? [moved, moveTo(other, talk.place)] : [moved]
    const refusal = whyNotAll(sheet, moves)
    if (refusal) return refuse(refusal)
    for (const each of moves) db.save(meetingTalks, each)
    return ok(null)
  },

  pin(db, { talkId, isPinned }) {
    const found = findTalk(db, talkId)
    if (!found) return refuse('talk.not-found')
    db.save(meetingTalks, { ...found.talk, isPinned })
    return ok(null)
  },

  cancel(db, { talkId, isCancelled }, { now }) {
    const found = findTalk(db, talkId)
    if (!found) return refuse('talk.not-found')
    const { talk } = found
    if (isCancelled) db.save(meetingTalks, { ...moveTo(talk, null), cancelledAt: now })
    else db.save(meetingTalks, { ...talk, cancelledAt: null })
    return ok(null)
  },

  setOutcome(db, { talkId, outcome }, caller) {
    const found = findTalk(db, talkId)
    if (!found || !isOwn(found.talk, caller)) return refuse('talk.not-found')
    db.save(meetingTalks, { ...found.talk, outcome })
    return ok(null)
  },

  saveNote(db, { talkId, text, followUp, isDone }, caller) {
    const found = findTalk(db, talkId)
    if (!found?.talk.staffIds.includes(caller.staffId)) return refuse('talk.not-found')
    db.save(meetingNotes, {
      id: talkId,
      staffId: caller.staffId,
      text: text || null,
      followUp: followUp || null,
      followUpDoneAt: followUp && isDone ? caller.now : null,
    })
    return ok(null)
  },

  accept(db, { roundId, moves }) {
    const sheet = readSheet(db, roundId)
    if (!sheet) return refuse('round.not-found')
    if (sheet.round.state === 'closed') return refuse('round.closed')
    const talks = new Map(sheet.talks.map((each) => [each.id, each]))
    const wanted = moves.flatMap(({ talkId, from, to }) => {
      const talk = talks.get(talkId)
      return talk && talk.place === from
        ? [{ ...moveTo(talk, to), placedBy: to ? ('planner' as const) : null }]
        : []
    })
    // Somebody booked or moved a card meanwhile: the plan was made for another round.
    if (wanted.length < moves.length || whyNotAll(sheet, wanted)) return refuse('proposal.stale')
    for (const each of wanted) db.save(meetingTalks, each)
    db.describe(sheet.round.name)
    return ok(null)
  },
}

/** The talk at its new place: what a guardian said yes to was the old one. */
const moveTo = (talk: MeetingTalk, place: string | null): MeetingTalk => ({
  ...talk,
  place,
  placedBy: place === null ? null : 'office',
  confirmedAt: place === talk.place ? talk.confirmedAt : null,
})

/** Why these talks cannot all be where they are put, or null; looked at as if all had moved. */
function whyNotAll(sheet: RoundSheet, moved: readonly MeetingTalk[]) {
  const now = new Map(moved.map((each) => [each.id, each]))
  const after = { ...sheet, talks: sheet.talks.map((each) => now.get(each.id) ?? each) }
  for (const talk of moved) {
    const place = placeOf(talk.place)
    const refusal = place && whyNotAt(after, talk, place)
    if (refusal) return refusal
  }
  return null
}

function findTalk(db: ReadDb, talkId: TalkId) {
  const talk = db.select().from(meetingTalks).where(eq(meetingTalks.id, talkId)).get()
  const sheet = talk && readSheet(db, talk.roundId)
  return talk && sheet ? { talk, sheet } : null
}

const isOwn = ({ staffIds }: MeetingTalk, caller: Context) =>
  seesEveryPupil(caller) || staffIds.includes(caller.staffId)
