import { eq, inArray } from 'drizzle-orm'
import type { GroupId } from '#shared/groups/group.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { SchoolDaysContract } from '#shared/school-days/school-days-contract.ts'
import { groups } from '../groups/groups-table.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { dayPatterns } from './school-days-table.ts'

type Handlers = Service<SchoolDaysContract>

export const savePattern: Handlers['savePattern'] = (db, { groupIds, ...week }) => {
  const named = groupIds.filter((id) => id !== null)
  const names = namesOf(db, named)
  if (names.length < new Set(named).size) return refuse('group.not-found')

  for (const groupId of groupIds) {
    db.save(dayPatterns, { ...week, groupId, id: patternId(groupId, week.startsOn) })
  }
  db.describe([...names, week.startsOn].join(', '))
  return ok(null)
}

export const removePattern: Handlers['removePattern'] = (db, { id }) => {
  const pattern = db.select().from(dayPatterns).where(eq(dayPatterns.id, id)).get()
  if (!pattern) return refuse('pattern.not-found')
  const names = namesOf(db, pattern.groupId ? [pattern.groupId] : [])

  db.remove(dayPatterns, id)
  db.describe([...names, pattern.startsOn].join(', '))
  return ok(null)
}

/** One week for a group and a day, also when two desks write it offline. */
export const patternId = (groupId: string | null, startsOn: string) =>
  linkId('dayPatterns', groupId ?? '', startsOn)

function namesOf(db: ReadDb, ids: readonly GroupId[]): readonly string[] {
  const found = db
    .select({ name: groups.name })
    .from(groups)
    .where(inArray(groups.id, [...ids]))
    .all()
  return found.map(({ name }) => name)
}
