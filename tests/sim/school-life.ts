import { eq } from 'drizzle-orm'
import { GroupId, SchoolYearId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { SchoolId } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { calendarEvents } from '../../src-main/calendar/calendar-table.ts'
import { guardianLinks, guardians } from '../../src-main/families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../../src-main/groups/groups-table.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import type { SchoolDatabase } from '../../src-main/platform/open-database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { preferences, staff } from '../../src-main/staff/staff-table.ts'
import type { SyncedDesk } from '../sync/test-desk.ts'
import { heidi } from '../sync/test-hub.ts'
import type { Random } from './random.ts'

export const teacher = '0197c000-0000-7000-8000-0000000000f2'
/** Works at the office, but not always: the role comes and goes. */
export const piet = '0197c000-0000-7000-8000-0000000000f3'
const yearId = SchoolYearId.parse('0197c000-0000-7000-8000-0000000000c1')
const groupIds = [
  '0197c000-0000-7000-8000-0000000000b1',
  '0197c000-0000-7000-8000-0000000000b2',
].map((id) => GroupId.parse(id))

/** Marks whose it is and what, so that a value is known wherever it turns up. */
export const token = (id: string, what: string, step: number) =>
  `[${id.slice(0, 8)}.${what}.${step}]`

const person = (id: string, role: 'office' | 'teacher') => ({
  id: StaffId.parse(id),
  firstName: role,
  prefix: null,
  lastName: 'Smit',
  userName: id,
  email: null,
  role,
  language: null,
  seesMedical: false,
  isActive: true,
})

type Ids = () => string

/** A school with two groups, eight pupils and a teacher for the first group. */
export const foundSchool = (schoolId: string, makeId: Ids) => (database: SchoolDatabase) =>
  database.write({ staffId: heidi, path: 'test' }, (db) => {
    db.save(schools, {
      id: SchoolId.parse(schoolId),
      name: 'De Linde',
      country: 'nl',
      language: 'nl',
      timeZone: 'Europe/Amsterdam',
      idleLockMinutes: 5,
      keepsNationalNumber: true,
    })
    db.save(staff, person(heidi, 'office'))
    db.save(staff, person(teacher, 'teacher'))
    db.save(staff, person(piet, 'office'))
    const [startsOn, endsOn] = [Day.parse('2026-08-01'), Day.parse('2027-07-31')]
    db.save(schoolYears, { id: yearId, name: '2026-2027', startsOn, endsOn })
    for (const [n, id] of groupIds.entries()) {
      const group = { id, schoolYearId: yearId, name: `Groep ${n}`, kind: 'class' } as const
      db.save(groups, { ...group, yearGrades: [] })
    }
    teach(db, groupIds[0] ?? GroupId.parse(''))
    const ids = Array.from({ length: 8 }, (_, n) =>
      addPupil(db, groupIds[n % 2] ?? GroupId.parse(''), makeId, 0),
    )
    // Each pupil has a guardian, and a second one together with somebody of the same group.
    for (const [n, id] of ids.entries()) {
      const other = ids[(n + 2) % 8] ?? id
      addGuardian(db, [id], 0)
      addGuardian(db, [id, other], 1)
    }
  })

function teach(db: WriteDb, groupId: GroupId) {
  const id = linkId('groupStaff', groupId, teacher)
  db.save(groupStaff, { id, groupId, staffId: StaffId.parse(teacher), task: 'teacher' })
}

function addPupil(db: WriteDb, groupId: GroupId, makeId: Ids, step: number) {
  const id = PupilId.parse(makeId())
  db.save(pupils, {
    id,
    firstName: token(id, 'firstName', step),
    lastName: 'Bakker',
    sex: 'unknown',
    homeLanguages: [],
    protectionLevel: 0,
    note: token(id, 'note', step),
    // A teacher must never get this, wherever it is looked for.
    nationalNumber: `SECRET ${step}`,
    nationalNumberKind: 'local',
  })
  const membership = linkId('memberships', id, groupId)
  db.save(memberships, { id: membership, pupilId: id, groupId })
  return id
}

export type Life = {
  readonly desk: SyncedDesk
  readonly random: Random
  readonly makeId: Ids
  readonly step: number
}

/** One thing that an office does, on what this desk happens to know. */
export function changeSomething({ desk, random, makeId, step }: Life) {
  const isOld = desk.desk.schema < Number.POSITIVE_INFINITY
  desk.write((db) => {
    const known = db.select().from(pupils).orderBy(pupils.id).all()
    const one = known.length > 0 ? random.pick(known) : null
    const dice = random.below(100)
    if (dice < 50) editPupil(db, random, step)
    else if (dice < 57) addPupil(db, random.pick(groupIds), makeId, step)
    else if (dice < 66) moveSomebody(db, random)
    else if (dice < 75 && one) {
      // Brothers and sisters share a guardian.
      const pupilIds = [one.id, ...(random.happens(0.5) ? [random.pick(known).id] : [])]
      addGuardian(db, pupilIds, step)
    } else if (dice < 78) changeEvent(db, random, { step, isOld })
    else if (dice < 82) changeTeacher(db, random)
    else if (dice < 89 && one)
      db.save(pupils, { ...one, protectionLevel: random.pick([0, 1, 2] as const) })
    else if (dice < 94) {
      const links = db.select().from(guardianLinks).orderBy(guardianLinks.id).all()
      if (links.length > 0) db.remove(guardianLinks, random.pick(links).id)
    } else if (known.length > 4 && one) db.remove(pupils, one.id)
  })
}

/** An appointment, of which desks of the first release know less. */
function changeEvent(
  db: WriteDb,
  random: Random,
  { step, isOld }: { readonly step: number; readonly isOld: boolean },
) {
  const id = linkId('calendarEvents', 'sim', String(random.below(3)))
  const present = db.select().from(calendarEvents).where(eq(calendarEvents.id, id)).get()
  const at = '2026-12-24T08:00:00Z'
  const newest = {
    location: `location ${step}`,
    audience: random.pick(['staff', 'school'] as const),
  }
  const known = {
    ...{ id, key: id, title: `title ${step}`, startsAt: at, endsAt: at },
    ...{ exceptions: [], isCancelled: false },
  }
  // A desk of the first release has no such columns, and says nothing about them.
  if (isOld) db.save(calendarEvents, { ...known, ...present, title: known.title })
  else db.save(calendarEvents, { ...known, ...present, ...newest })
}

/** Few pupils and few fields, so that desks meet each other on them. */
export function editPupil(db: WriteDb, random: Random, step: number) {
  const known = db.select().from(pupils).orderBy(pupils.id).all()
  const few = random.happens(0.7) ? known.slice(0, 3) : known
  if (few.length === 0) return
  const one = random.pick(few)
  const field = random.pick(['note', 'note', 'alias', 'firstName', 'email'] as const)
  db.save(pupils, { ...one, [field]: token(one.id, field, step) })
}

/** What everybody may write: a setting of their own. */
export function changePreference(desk: SyncedDesk, random: Random, step: number) {
  desk.write((db) => {
    const { staffId } = desk.joined
    const key = random.pick(['density', 'columns'])
    const id = linkId('preferences', staffId, key)
    db.save(preferences, { id, staffId: StaffId.parse(staffId), key, value: step })
  })
}

/** Somebody's role is taken away, or given back. */
export function changeRole(desk: SyncedDesk) {
  desk.write((db) => {
    const found = db.select().from(staff).all()
    const one = found.find(({ id }) => id === piet)
    if (one) db.save(staff, { ...one, role: one.role === 'office' ? 'teacher' : 'office' })
  })
}

function moveSomebody(db: WriteDb, random: Random) {
  const all = db.select().from(memberships).orderBy(memberships.id).all()
  if (all.length === 0) return
  const one = random.pick(all)
  db.save(memberships, { ...one, until: one.until === null ? Day.parse('2026-10-01') : null })
}

function addGuardian(db: WriteDb, pupilIds: readonly PupilId[], step: number) {
  const [first = ''] = pupilIds
  // Two desks that add the same one make the same row.
  const id = linkId('guardians', first, String(step % 2)) as (typeof guardians.$inferInsert)['id']
  const [firstName, email] = [token(id, 'firstName', step), token(id, 'email', step)]
  db.save(guardians, { id, firstName, lastName: 'Bakker', sex: 'unknown', email })
  for (const pupilId of pupilIds) {
    db.save(guardianLinks, {
      id: linkId('guardianLinks', pupilId, id) as (typeof guardianLinks.$inferInsert)['id'],
      pupilId,
      guardianId: id,
      relation: 'parent',
      authority: 'unknown',
      informationRight: 'on-request',
      contactOrder: 1,
      mayCollect: false,
      portalAccess: false,
      receivesLetters: true,
      noContact: false,
      note: `SECRET ${step}`,
    })
  }
}

function changeTeacher(db: WriteDb, random: Random) {
  const held = db.select().from(groupStaff).orderBy(groupStaff.id).all()
  const one = held.find(() => random.happens(0.5))
  if (one) db.remove(groupStaff, one.id)
  else teach(db, random.pick(groupIds))
}
