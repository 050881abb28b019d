import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Group, isMemberOn, runningYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { seesEveryPupil, type Viewer } from '#shared/staff/rights.ts'
import { guardianLinks } from '../../families/families-table.ts'
import { groups, memberships, schoolYears } from '../../groups/groups-table.ts'
import type { ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'

export type Sibling = { readonly firstName: string; readonly groupName: string }

/**
 * Brothers and sisters in a class of this day, found through a shared guardian. Protected ones are
 * never named: a sibling's list must not give them away (`domain.md` 3.3).
 */
export function readSiblings(
  db: ReadDb,
  ids: readonly PupilId[],
  { today, ...viewer }: Viewer & { readonly today: Day },
) {
  // A teacher has no business with classes of others.
  const isSeen = (id: PupilId) => seesEveryPupil(viewer) || ids.includes(id)
  const own = db
    .select()
    .from(guardianLinks)
    .where(inArray(guardianLinks.pupilId, [...ids]))
    .all()
  const guardianIds = [...new Set(own.map(({ guardianId }) => guardianId))]
  const all = db
    .select({ pupilId: guardianLinks.pupilId, guardianId: guardianLinks.guardianId })
    .from(guardianLinks)
    .where(inArray(guardianLinks.guardianId, guardianIds))
    .all()
  const byGuardian = Map.groupBy(all, ({ guardianId }) => guardianId)
  const known = siblingsById(db, [...new Set(all.map(({ pupilId }) => pupilId))], today)

  return new Map(
    ids.map((id) => {
      const others = own
        .filter(({ pupilId }) => pupilId === id)
        .flatMap(({ guardianId }) => byGuardian.get(guardianId) ?? [])
        .map(({ pupilId }) => pupilId)
        .filter((other) => other !== id && isSeen(other))
      return [id, [...new Set(others)].flatMap((other) => known.get(other) ?? [])]
    }),
  )
}

function siblingsById(db: ReadDb, ids: readonly PupilId[], today: Day) {
  const running = runningYear(db.select().from(schoolYears).all(), today)
  const rows = db
    .select()
    .from(pupils)
    .innerJoin(memberships, eq(memberships.pupilId, pupils.id))
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(inArray(pupils.id, [...ids]), isNull(pupils.mergedInto), eq(pupils.protectionLevel, 0)),
    )
    .all()
  const isNow = (row: (typeof rows)[number]) =>
    row.groups.schoolYearId === running?.id &&
    row.groups.kind === ('class' satisfies Group['kind']) &&
    isMemberOn(today, row.memberships)
  return new Map<PupilId, Sibling>(
    rows
      .filter(isNow)
      .map((row) => [
        row.pupils.id,
        { firstName: row.pupils.firstName, groupName: row.groups.name },
      ]),
  )
}
