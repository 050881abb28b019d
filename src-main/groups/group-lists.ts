import { asc, eq } from 'drizzle-orm'
import { type GroupId, runningYear, type SchoolYear } from '#shared/groups/group.ts'
import type { GroupRow, IncompletePupil } from '#shared/groups/groups-contract.ts'
import type { Day } from '#shared/platform/day.ts'
import { shownName, shownSortName } from '#shared/pupils/mask.ts'
import { displayName, sortedByName } from '#shared/pupils/person-name.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { staff } from '../staff/staff-table.ts'
import { groupStaff, groups, schoolYears, whoIsVisible } from './groups-table.ts'
import { classNameOf, placedPupils } from './placed-pupils-table.ts'

/** The groups of one school year with how many pupils they have on a day in it. */
export function listGroups(db: ReadDb, year: SchoolYear, { today }: Context): GroupRow[] {
  const pupils = placedPupils(db, { day: dayIn(year, today), year })
  const counts = new Map<GroupId, { pupils: number; incomplete: number }>()
  for (const { groups, missing } of pupils) {
    for (const { id } of groups) {
      const count = counts.get(id) ?? { pupils: 0, incomplete: 0 }
      counts.set(id, {
        pupils: count.pupils + 1,
        incomplete: count.incomplete + (missing.length > 0 ? 1 : 0),
      })
    }
  }
  const staffByGroup = Map.groupBy(readStaff(db), ({ groupId }) => groupId)
  const rows = db.select().from(groups).where(eq(groups.schoolYearId, year.id)).all()
  return rows
    .map((group) => ({
      ...group,
      schoolYearName: year.name,
      pupilCount: counts.get(group.id)?.pupils ?? 0,
      incompleteCount: counts.get(group.id)?.incomplete ?? 0,
      staff: (staffByGroup.get(group.id) ?? []).map(({ id, task, ...name }) => ({
        id,
        name: displayName(name),
        task,
      })),
    }))
    .sort(byName)
}

/** Who lacks what, of one group or of the whole school. */
export function listIncomplete(
  db: ReadDb,
  groupId: GroupId | null,
  caller: Context,
): IncompletePupil[] {
  const { today, country } = caller
  const year = groupId
    ? yearOf(db, groupId)
    : runningYear(db.select().from(schoolYears).all(), today)
  const isVisible = whoIsVisible(db, caller)
  const rows = placedPupils(db, { day: year ? dayIn(year, today) : today, year })
    .filter(({ missing }) => missing.length > 0)
    .filter(({ groups }) => groupId === null || groups.some(({ id }) => id === groupId))
    .filter(({ id }) => isVisible(id))
    .map((pupil) => ({
      pupilId: pupil.id,
      name: shownName(pupil),
      sortName: shownSortName(pupil, country),
      groupName: classNameOf(pupil),
      missing: pupil.missing,
    }))
  return sortedByName(rows, country)
}

/** Today, or the nearest day of a year that is over or has yet to come. */
function dayIn({ startsOn, endsOn }: SchoolYear, today: Day) {
  if (today < startsOn) return startsOn
  return today > endsOn ? endsOn : today
}

function yearOf(db: ReadDb, groupId: GroupId) {
  return db
    .select({
      id: schoolYears.id,
      name: schoolYears.name,
      startsOn: schoolYears.startsOn,
      endsOn: schoolYears.endsOn,
    })
    .from(groups)
    .innerJoin(schoolYears, eq(schoolYears.id, groups.schoolYearId))
    .where(eq(groups.id, groupId))
    .get()
}

function readStaff(db: ReadDb) {
  return db
    .select({
      groupId: groupStaff.groupId,
      task: groupStaff.task,
      id: staff.id,
      firstName: staff.firstName,
      prefix: staff.prefix,
      lastName: staff.lastName,
    })
    .from(groupStaff)
    .innerJoin(staff, eq(staff.id, groupStaff.staffId))
    .orderBy(asc(staff.lastName), asc(staff.firstName))
    .all()
}

// `10A` after `2A`, as on the doors of the corridor.
const { compare } = new Intl.Collator('nl', { numeric: true })
const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  compare(a.name, b.name)
