import { and, asc, eq, gte, lte, ne } from 'drizzle-orm'
import {
  type Group,
  GroupId,
  runningYear,
  type SchoolYearFields,
  SchoolYearId,
} from '#shared/groups/group.ts'
import type { GroupsContract } from '#shared/groups/groups-contract.ts'
import { changed } from '#shared/platform/changed.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import type { ReadDb, Service, WriteDb } from '../platform/database.ts'
import { assignStaff } from './assign-staff.ts'
import { listGroups, listIncomplete } from './group-lists.ts'
import { groupStaff, groups, memberships, schoolYears } from './groups-table.ts'
import { placePupils, takePupilOut } from './place-pupils.ts'

/** School years, the groups in them, who is in a group and who works with it. */
export const groupsService: Service<GroupsContract> = {
  years: (db) => db.select().from(schoolYears).orderBy(asc(schoolYears.startsOn)).all(),

  saveYear(db, { id, fields }, { newId }) {
    if (fields.endsOn <= fields.startsOn) return refuse('year.ends-before-it-starts')
    if (id && !findYear(db, id)) return refuse('year.not-found')
    const other = overlappingYear(db, fields, id)
    if (other) return refuse('year.overlaps', { name: other.name })

    const yearId = id ?? SchoolYearId.parse(newId())
    db.save(schoolYears, { ...fields, id: yearId })
    db.describe(fields.name)
    return ok(yearId)
  },

  list(db, { schoolYearId }, context) {
    const year = schoolYearId
      ? findYear(db, schoolYearId)
      : runningYear(db.select().from(schoolYears).all(), context.today)
    return year ? listGroups(db, year, context) : []
  },

  incomplete: (db, { groupId }, context) => listIncomplete(db, groupId, context),

  add(db, { schoolYearId, fields }, { newId }) {
    if (!findYear(db, schoolYearId)) return refuse('year.not-found')
    const group = { ...fields, id: GroupId.parse(newId()), schoolYearId }
    if (isNameTaken(db, group)) return refuse('group.name-taken', { name: group.name })

    db.save(groups, group)
    db.describe(group.name)
    return ok(group.id)
  },

  change(db, { id, fields }) {
    const known = findGroup(db, id)
    if (!known) return refuse('group.not-found')
    const group = changed(known, fields)
    if (isNameTaken(db, group)) return refuse('group.name-taken', { name: group.name })

    db.save(groups, group)
    db.describe(group.name)
    return ok(null)
  },

  remove(db, { id }) {
    const group = findGroup(db, id)
    if (!group) return refuse('group.not-found')
    // Also pupils of the past: their file names the group they were in.
    const pupils = db.select().from(memberships).where(eq(memberships.groupId, id)).all()
    if (pupils.length > 0) return refuse('group.not-empty', { count: pupils.length })

    const assigned = db.select().from(groupStaff).where(eq(groupStaff.groupId, id)).all()
    for (const each of assigned) db.remove(groupStaff, each.id)
    db.remove(groups, id)
    db.describe(group.name)
    return ok(null)
  },

  place: placePupils,
  takeOut: takePupilOut,
  assignStaff,
}

function findYear(db: ReadDb, id: SchoolYearId) {
  return db.select().from(schoolYears).where(eq(schoolYears.id, id)).get()
}

function findGroup(db: ReadDb, id: GroupId) {
  return db.select().from(groups).where(eq(groups.id, id)).get()
}

function overlappingYear(
  db: WriteDb,
  { startsOn, endsOn }: SchoolYearFields,
  id: SchoolYearId | null,
) {
  return db
    .select()
    .from(schoolYears)
    .where(
      and(
        lte(schoolYears.startsOn, endsOn),
        gte(schoolYears.endsOn, startsOn),
        id ? ne(schoolYears.id, id) : undefined,
      ),
    )
    .get()
}

/** `4a` and `4A` are one name on a door; the register asks for unique names (`domain.md` 3.1). */
function isNameTaken(db: WriteDb, { id, schoolYearId, name }: Group) {
  return db
    .select()
    .from(groups)
    .where(and(eq(groups.schoolYearId, schoolYearId), ne(groups.id, id)))
    .all()
    .some((other) => other.name.toLowerCase() === name.toLowerCase())
}
