import { eq } from 'drizzle-orm'
import type { MeetingsContract } from '#shared/meetings/meetings-contract.ts'
import { type MeetingDay, MeetingDayId, RoundId } from '#shared/meetings/round.ts'
import { placeOf } from '#shared/meetings/talk.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Service, WriteDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import {
  meetingDays,
  meetingParties,
  meetingResources,
  meetingRounds,
  meetingTalks,
} from '../meetings-table.ts'
import { findRound, readSheet } from '../read-sheet.ts'
import { saveTeacher } from './save-resource.ts'

type RoundCommands = Pick<
  Service<MeetingsContract>,
  'add' | 'change' | 'remove' | 'copy' | 'setState' | 'setDays'
>

/** The round itself: its rules, its days and how far it is. */
export const roundCommands: RoundCommands = {
  add(db, { fields }, { newId }) {
    const id = RoundId.parse(newId())
    db.save(meetingRounds, { ...fields, id, state: 'draft' })
    db.describe(fields.name)
    return ok(id)
  },

  change(db, { roundId, fields }) {
    const round = findRound(db, roundId)
    if (!round) return refuse('round.not-found')
    if (round.state === 'closed') return refuse('round.closed')
    db.save(meetingRounds, { ...round, ...fields })
    db.describe(fields.name)
    return ok(null)
  },

  remove(db, { roundId }) {
    const sheet = readSheet(db, roundId)
    if (!sheet) return refuse('round.not-found')
    if (sheet.round.state !== 'draft') return refuse('round.has-talks')
    for (const { id } of sheet.talks) db.remove(meetingTalks, id)
    for (const { id } of sheet.parties) db.remove(meetingParties, id)
    for (const { id } of sheet.resources) db.remove(meetingResources, id)
    for (const { id } of sheet.days) db.remove(meetingDays, id)
    db.remove(meetingRounds, roundId)
    db.describe(sheet.round.name)
    return ok(null)
  },

  copy(db, { roundId, firstDay }, { newId }) {
    const sheet = readSheet(db, roundId)
    if (!sheet) return refuse('round.not-found')
    const { round, days, resources } = sheet
    const id = RoundId.parse(newId())
    const shift = daysBetween(days[0]?.day ?? firstDay, firstDay)
    const moved = (day: Day | null) => day && addDays(day, shift)
    const dates = { opensOn: moved(round.opensOn), closesOn: moved(round.closesOn) }
    db.save(meetingRounds, { ...round, ...dates, id, state: 'draft' })
    const copies = new Map<string, MeetingDayId>()
    for (const day of days) {
      const copy = { ...day, id: MeetingDayId.parse(newId()), roundId: id }
      copies.set(day.id, copy.id)
      db.save(meetingDays, { ...copy, day: addDays(day.day, shift) })
    }
    for (const { id: _old, roundId: _round, ...fields } of resources) {
      const free = fields.free.flatMap((span) => {
        const dayId = copies.get(span.dayId)
        return dayId ? [{ ...span, dayId }] : []
      })
      saveTeacher(db, id, { ...fields, free }, newId)
    }
    db.describe(round.name)
    return ok(id)
  },

  setState(db, { roundId, state }) {
    const round = findRound(db, roundId)
    if (!round) return refuse('round.not-found')
    db.save(meetingRounds, { ...round, state })
    db.describe(round.name)
    return ok(null)
  },

  setDays(db, { roundId, days }) {
    const sheet = readSheet(db, roundId)
    if (!sheet) return refuse('round.not-found')
    if (sheet.round.state === 'closed') return refuse('round.closed')
    const wanted = days.map((each): MeetingDay => {
      // A sitting is known by its day and hour, so that two desks that plan make the same one.
      const id = MeetingDayId.parse(linkId('meetingDays', roundId, each.day, String(each.from)))
      return { ...each, id, roundId }
    })
    const kept = new Set(wanted.map(({ id }) => id))
    const isUsed = sheet.talks.some(({ place }) => {
      const at = placeOf(place)
      return at !== null && !kept.has(at.dayId)
    })
    if (isUsed) return refuse('round.has-talks')
    for (const { id } of sheet.days) if (!kept.has(id)) db.remove(meetingDays, id)
    for (const day of wanted) db.save(meetingDays, day)
    openTeachers(db, roundId, sheet.days, wanted)
    db.describe(sheet.round.name)
    return ok(null)
  },
}

/** Teachers are there on a new day until somebody paints it otherwise. */
function openTeachers(
  db: WriteDb,
  roundId: RoundId,
  before: readonly MeetingDay[],
  days: readonly MeetingDay[],
) {
  const known = new Map(before.map((each) => [each.id, each]))
  const resources = db
    .select()
    .from(meetingResources)
    .where(eq(meetingResources.roundId, roundId))
    .all()
  for (const resource of resources) {
    const free = days.flatMap(({ id, from, until }) => {
      if (!known.has(id)) return [{ dayId: id, from, until }]
      const own = resource.free.filter(({ dayId }) => dayId === id)
      const wasLate = known.get(id)?.until ?? until
      // The hours that the day got at its end.
      return wasLate < until ? [...own, { dayId: id, from: wasLate, until }] : own
    })
    db.save(meetingResources, { ...resource, free })
  }
}

const daysBetween = (from: Day, to: Day) =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
