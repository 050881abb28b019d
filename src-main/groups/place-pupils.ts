import { and, eq, inArray, ne } from 'drizzle-orm'
import { type Group, type GroupId, type GroupMembership, isMemberOn } from '#shared/groups/group.ts'
import type { GroupsContract } from '#shared/groups/groups-contract.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName } from '#shared/pupils/mask.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { Service, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { pupils } from '../pupils/pupils-table.ts'
import { groups, memberships } from './groups-table.ts'

type Handlers = Service<GroupsContract>

/**
 * Puts pupils in a group from a day on. A class takes the pupil out of the other classes of that
 * school year, the day before; a set does not, since a pupil goes to sets from a class.
 */
export const placePupils: Handlers['place'] = (db, { pupilIds, groupId, from }) => {
  const group = db.select().from(groups).where(eq(groups.id, groupId)).get()
  if (!group) return refuse('group.not-found')
  const ids = [...new Set(pupilIds)]
  const known = ids.map((id) => db.select().from(pupils).where(eq(pupils.id, id)).get())
  if (known.some((pupil) => !pupil || pupil.mergedInto)) return refuse('pupil.not-found')

  const otherClasses = group.kind === 'class' ? classesBeside(db, group) : []
  const moved = ids.filter((pupilId) => {
    const hasLeft = leaveClasses(db, pupilId, otherClasses, from)
    return enter(db, pupilId, group.id, from) || hasLeft
  })
  const [first] = known
  db.describe(first && ids.length === 1 ? `${shownName(first)}, ${group.name}` : group.name)
  return ok(moved.length)
}

/** Ends a pupil's time in a group; a time that would end before it began never was. */
export const takePupilOut: Handlers['takeOut'] = (db, { pupilId, groupId, until }) => {
  const pupil = db.select().from(pupils).where(eq(pupils.id, pupilId)).get()
  if (!pupil) return refuse('pupil.not-found')
  const membership = find(db, pupilId, groupId)
  if (!membership) return refuse('group.not-found')

  end(db, membership, until)
  db.describe(shownName(pupil))
  return ok(null)
}

function classesBeside(db: WriteDb, { id, schoolYearId }: Group) {
  return db
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.schoolYearId, schoolYearId), eq(groups.kind, 'class'), ne(groups.id, id)))
    .all()
    .map((other) => other.id)
}

function leaveClasses(db: WriteDb, pupilId: PupilId, classes: readonly GroupId[], from: Day) {
  const standing = db
    .select()
    .from(memberships)
    .where(and(eq(memberships.pupilId, pupilId), inArray(memberships.groupId, classes)))
    .all()
    .filter(({ until }) => !until || until >= from)
  for (const membership of standing) end(db, membership, addDays(from, -1))
  return standing.length > 0
}

function end(db: WriteDb, membership: GroupMembership, until: Day) {
  if (membership.from && membership.from > until) db.remove(memberships, membership.id)
  else db.save(memberships, { ...membership, until })
}

/** Whether anything changed: who is in the group already stays there, from the day it was. */
function enter(db: WriteDb, pupilId: PupilId, groupId: GroupId, from: Day) {
  const known = find(db, pupilId, groupId)
  if (known && isMemberOn(from, known) && !known.until) return false
  db.save(memberships, {
    id: linkId('memberships', pupilId, groupId),
    pupilId,
    groupId,
    // One row for a pupil and a group: who comes back within the year was there all along.
    from: known ? earliest(known.from, from) : from,
    until: null,
  })
  return true
}

/** No day stands for: since before anybody wrote it down. */
function earliest(a: Day | null, b: Day) {
  return a !== null && a > b ? b : a
}

function find(db: WriteDb, pupilId: PupilId, groupId: GroupId) {
  return db
    .select()
    .from(memberships)
    .where(and(eq(memberships.pupilId, pupilId), eq(memberships.groupId, groupId)))
    .get()
}
