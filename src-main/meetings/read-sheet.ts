import { asc, eq } from 'drizzle-orm'
import type { RoundSheet } from '#shared/meetings/places.ts'
import type { RoundId } from '#shared/meetings/round.ts'
import type { ReadDb } from '../platform/database.ts'
import {
  meetingDays,
  meetingParties,
  meetingResources,
  meetingRounds,
  meetingTalks,
} from './meetings-table.ts'

/** Everything of a round, or null when it is not here. */
export function readSheet(db: ReadDb, roundId: RoundId): RoundSheet | null {
  const round = findRound(db, roundId)
  if (!round) return null
  const days = db.select().from(meetingDays).where(eq(meetingDays.roundId, roundId))
  const resources = db.select().from(meetingResources).where(eq(meetingResources.roundId, roundId))
  const parties = db.select().from(meetingParties).where(eq(meetingParties.roundId, roundId))
  const talks = db.select().from(meetingTalks).where(eq(meetingTalks.roundId, roundId))
  return {
    round,
    days: days.orderBy(asc(meetingDays.day), asc(meetingDays.from)).all(),
    resources: resources.orderBy(asc(meetingResources.id)).all(),
    parties: parties.orderBy(asc(meetingParties.id)).all(),
    talks: talks.orderBy(asc(meetingTalks.id)).all(),
  }
}

export const findRound = (db: ReadDb, roundId: RoundId) =>
  db.select().from(meetingRounds).where(eq(meetingRounds.id, roundId)).get()
