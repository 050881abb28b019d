import { and, eq, inArray, isNull } from 'drizzle-orm'
import { type Group, type GroupId, isMemberOn, runningYear } from '#shared/groups/group.ts'
import type { OverviewRequest } from '#shared/overviews/overview.ts'
import type { Day } from '#shared/platform/day.ts'
import { displayName, sortedByName } from '#shared/pupils/person-name.ts'
import { type Pupil, PupilId } from '#shared/pupils/pupil.ts'
import { mayReveal, seesEveryPupil } from '#shared/staff/rights.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { groupStaff, groups, memberships, schoolYears } from '../../groups/groups-table.ts'
import type { Context, ReadDb } from '../../platform/database.ts'
import { pupils } from '../../pupils/pupils-table.ts'
import { staff } from '../../staff/staff-table.ts'
import { compareGroups } from './group-order.ts'
import { type ListedPupil, listPupil } from './listed-pupil.ts'

/** Pupils that belong on the same pages: a class, or those chosen in a list. */
export type Section = {
  /** Null for pupils chosen one by one. */
  readonly group: Group | null
  readonly teachers: string
  readonly pupils: readonly ListedPupil[]
  /** Protected pupils who are not on it. */
  readonly hiddenCount: number
}

/** Whom a print job is about, as far as the caller may see them; classes without pupils fall out. */
export function readSections(
  db: ReadDb,
  request: OverviewRequest,
  context: Context,
): readonly Section[] {
  const showsProtected = request.includeProtected && mayReveal(context)
  const drafts =
    request.pupilIds.length > 0
      ? [chosenPupils(db, request, context)]
      : chosenGroups(db, request, context)
  return drafts
    .map(({ group, teachers, listed }) => {
      const shown = listed.filter(({ isProtected }) => showsProtected || !isProtected)
      return {
        group,
        teachers,
        pupils: inOrder(shown, request.order, context),
        hiddenCount: listed.length - shown.length,
      }
    })
    .filter((section) => section.pupils.length > 0 || section.hiddenCount > 0)
}

type Draft = Pick<Section, 'group' | 'teachers'> & { readonly listed: readonly ListedPupil[] }

function chosenPupils(db: ReadDb, { pupilIds }: OverviewRequest, context: Context): Draft {
  const ids = pupilIds.map((id) => PupilId.parse(id))
  const found = unmerged(db, ids)
  const byPupil = groupsByPupil(db, ids, context.today)
  const own = ownGroupIds(db, context)
  const visible = found.filter(
    ({ id }) =>
      seesEveryPupil(context) || (byPupil.get(id) ?? []).some((group) => own.has(group.id)),
  )
  return {
    group: null,
    teachers: '',
    listed: visible.map((pupil) => listPupil(pupil, byPupil.get(pupil.id) ?? [], context)),
  }
}

function chosenGroups(db: ReadDb, { groupIds }: OverviewRequest, context: Context): Draft[] {
  const { today } = context
  const years = db.select().from(schoolYears).all()
  const running = runningYear(years, today)
  const own = ownGroupIds(db, context)
  const wanted = new Set(groupIds)
  const printed = db
    .select()
    .from(groups)
    .all()
    .filter(({ id }) => seesEveryPupil(context) || own.has(id))
    .filter((group) =>
      wanted.size > 0
        ? wanted.has(group.id)
        : group.kind === 'class' && group.schoolYearId === running?.id,
    )
    .sort(compareGroups)
  const members = membersOf(db, printed, (group) => {
    const year = years.find(({ id }) => id === group.schoolYearId)
    // A list of last year shows who was in the class when the year ended.
    if (!year || year.id === running?.id) return today
    return year.endsOn < today ? year.endsOn : year.startsOn
  })
  const found = new Map(
    unmerged(db, [...members.values()].flat()).map((pupil) => [pupil.id, pupil]),
  )
  const teachers = teachersOf(db, printed)
  return printed.map((group) => ({
    group,
    teachers: (teachers.get(group.id) ?? []).join(' · '),
    listed: (members.get(group.id) ?? []).flatMap((id) => {
      const pupil = found.get(id)
      return pupil ? [listPupil(pupil, [group], context)] : []
    }),
  }))
}

function membersOf(db: ReadDb, of: readonly Group[], dayOf: (group: Group) => Day) {
  const ids = of.map(({ id }) => id)
  const rows = db.select().from(memberships).where(inArray(memberships.groupId, ids)).all()
  const days = new Map(of.map((group) => [group.id, dayOf(group)]))
  const members = new Map<GroupId, PupilId[]>()
  for (const row of rows) {
    const day = days.get(row.groupId)
    if (!day || !isMemberOn(day, row)) continue
    const known = members.get(row.groupId)
    if (known) known.push(row.pupilId)
    else members.set(row.groupId, [row.pupilId])
  }
  return members
}

function unmerged(db: ReadDb, ids: readonly PupilId[]): Pupil[] {
  return db
    .select()
    .from(pupils)
    .where(and(inArray(pupils.id, [...ids]), isNull(pupils.mergedInto)))
    .all()
}

function groupsByPupil(db: ReadDb, ids: readonly PupilId[], today: Day) {
  const running = runningYear(db.select().from(schoolYears).all(), today)
  const rows = db
    .select()
    .from(memberships)
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(inArray(memberships.pupilId, [...ids]))
    .all()
  const now = rows.filter(
    (row) => row.groups.schoolYearId === running?.id && isMemberOn(today, row.memberships),
  )
  const byPupil = new Map<PupilId, Group[]>()
  for (const row of now) {
    const { pupilId } = row.memberships
    byPupil.set(pupilId, [...(byPupil.get(pupilId) ?? []), row.groups])
  }
  return byPupil
}

function ownGroupIds(db: ReadDb, context: Context): ReadonlySet<GroupId> {
  if (seesEveryPupil(context)) return new Set()
  const me = StaffId.parse(context.staffId)
  const rows = db.select().from(groupStaff).where(eq(groupStaff.staffId, me)).all()
  return new Set(rows.map(({ groupId }) => groupId))
}

function teachersOf(db: ReadDb, of: readonly Group[]) {
  const names = new Map<GroupId, string[]>()
  const rows = db
    .select()
    .from(groupStaff)
    .innerJoin(staff, eq(staff.id, groupStaff.staffId))
    .where(
      and(
        eq(groupStaff.task, 'teacher'),
        inArray(
          groupStaff.groupId,
          of.map(({ id }) => id),
        ),
      ),
    )
    .all()
  for (const row of rows) {
    const { groupId } = row.groupStaff
    names.set(groupId, [...(names.get(groupId) ?? []), displayName(row.staff)])
  }
  return names
}

function inOrder(
  listed: readonly ListedPupil[],
  order: OverviewRequest['order'],
  { country }: Context,
): readonly ListedPupil[] {
  const byLastName = sortedByName(listed, country)
  if (order === 'lastName') return byLastName
  if (order === 'birthDate') {
    const born = ({ pupil }: ListedPupil) => pupil.birthDate ?? '9'
    return byLastName.toSorted((a, b) => born(a).localeCompare(born(b)))
  }
  return sortedByName(
    byLastName.map((each) => ({ each, sortName: each.name })),
    country,
  ).map(({ each }) => each)
}
