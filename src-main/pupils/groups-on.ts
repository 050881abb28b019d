import { inArray, type SQL } from 'drizzle-orm'
import { type Group, isMemberOn, runningYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { groups, memberships, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb } from '../platform/database.ts'

type When = { readonly today: Day }

/** Groups that each pupil is in on a day. A group of last year that nobody ended does not count. */
export function groupsOn(db: ReadDb, when: When) {
  return groupsByPupil(db, when, undefined)
}

/** The same for a few pupils. */
export function groupsOfPupils(db: ReadDb, ids: readonly PupilId[], when: When) {
  return groupsByPupil(db, when, inArray(memberships.pupilId, [...ids]))
}

function groupsByPupil(db: ReadDb, { today }: When, only: SQL | undefined) {
  const running = groupsOfYear(db, today)
  const byPupil = new Map<PupilId, Group[]>()
  const rows = db
    .select({
      pupilId: memberships.pupilId,
      groupId: memberships.groupId,
      from: memberships.from,
      until: memberships.until,
    })
    .from(memberships)
    .where(only)
    .values()
  for (const [pupilId, groupId, from, until] of rows) {
    const group = running.get(groupId)
    if (!group || !isMemberOn(today, { from, until })) continue
    const known = byPupil.get(pupilId)
    if (known) known.push(group)
    else byPupil.set(pupilId, [group])
  }
  return byPupil
}

function groupsOfYear(db: ReadDb, today: Day) {
  const year = runningYear(db.select().from(schoolYears).all(), today)
  const all = db.select().from(groups).all()
  const running = all.filter((group) => !year || group.schoolYearId === year.id)
  return new Map(running.map((group) => [group.id, group]))
}

/** `4A`, and `3A, 4A` for a pupil of two classes; lesson sets do not count. */
export function classNames(inGroups: readonly Group[]) {
  return inGroups
    .filter(({ kind }) => kind === 'class')
    .map(({ name }) => name)
    .sort()
    .join(', ')
}
