import { eq } from 'drizzle-orm'
import type { MeetingsContract } from '#shared/meetings/meetings-contract.ts'
import { joined } from '#shared/meetings/places.ts'
import { type ResourceFields, ResourceId, type RoundId } from '#shared/meetings/round.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { Service, WriteDb } from '../../platform/database.ts'
import { linkId } from '../../platform/ids.ts'
import { meetingResources, meetingTalks } from '../meetings-table.ts'
import { findRound } from '../read-sheet.ts'

type ResourceCommands = Pick<Service<MeetingsContract>, 'saveResource' | 'removeResource'>

/** Who and what talks need beside the family, with their hours. */
export const resourceCommands: ResourceCommands = {
  saveResource(db, { roundId, id, fields }, { newId }) {
    const round = findRound(db, roundId)
    if (!round) return refuse('round.not-found')
    if (round.state === 'closed') return refuse('round.closed')
    db.describe(round.name)
    if (id === null) return ok(saveTeacher(db, roundId, fields, newId))
    db.save(meetingResources, { ...fields, free: [...joined(fields.free)], id, roundId })
    return ok(id)
  },

  removeResource(db, { id }) {
    const resource = db.select().from(meetingResources).where(eq(meetingResources.id, id)).get()
    if (!resource) return refuse('resource.not-found')
    const talks = db
      .select()
      .from(meetingTalks)
      .where(eq(meetingTalks.roundId, resource.roundId))
      .all()
    if (talks.some(({ resourceIds }) => resourceIds.includes(id))) {
      return refuse('resource.has-talks')
    }
    db.remove(meetingResources, id)
    return ok(null)
  },
}

/** A teacher has one row in a round, whoever adds it; of interpreters and rooms there may be several. */
export const teacherId = (roundId: RoundId, staffId: string) =>
  ResourceId.parse(linkId('meetingResources', roundId, staffId))

export function saveTeacher(
  db: WriteDb,
  roundId: RoundId,
  fields: ResourceFields,
  newId: () => string,
): ResourceId {
  const id = fields.staffId ? teacherId(roundId, fields.staffId) : ResourceId.parse(newId())
  db.save(meetingResources, { ...fields, free: [...joined(fields.free)], id, roundId })
  return id
}
