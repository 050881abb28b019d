import { randomUUID } from 'node:crypto'
import { GroupId, SchoolYearId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { SchoolId } from '#shared/school/school.ts'
import { StaffId } from '#shared/staff/staff.ts'
import { guardianLinks, guardians } from '../../src-main/families/families-table.ts'
import { groupStaff, groups, memberships, schoolYears } from '../../src-main/groups/groups-table.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { linkId } from '../../src-main/platform/ids.ts'
import type { SchoolDatabase } from '../../src-main/platform/open-database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { schools } from '../../src-main/school/school-table.ts'
import { staff } from '../../src-main/staff/staff-table.ts'
import type { SyncedDesk } from '../sync/test-desk.ts'
import { heidi } from '../sync/test-hub.ts'
import type { Random } from './random.ts'

export const teacher = '0197c000-0000-7000-8000-0000000000f2'
const yearId = SchoolYearId.parse('0197c000-0000-7000-8000-0000000000c1')
const groupIds = [
  '0197c000-0000-7000-8000-0000000000b1',
  '0197c000-0000-7000-8000-0000000000b2',
].map((id) => GroupId.parse(id))

const person = (id: string, role: 'office' | 'teacher') => ({
  id: StaffId.parse(id),
  firstName: role,
  prefix: null,
  lastName: 'Smit',
  userName: role,
  email: null,
  role,
  language: null,
  seesMedical: false,
  isActive: true,
})

/** A school with two groups, eight pupils and a teacher for the first group. */
export const foundSchool = (schoolId: string) => (database: SchoolDatabase) =>
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
    const [startsOn, endsOn] = [Day.parse('2026-08-01'), Day.parse('2027-07-31')]
    db.save(schoolYears, { id: yearId, name: '2026-2027', startsOn, endsOn })
    for (const [n, id] of groupIds.entries()) {
      db.save(groups, {
        id,
        schoolYearId: yearId,
        name: `Groep ${n}`,
        kind: 'class',
        yearGrades: [],
      })
    }
    teach(db, groupIds[0] ?? GroupId.parse(''))
    for (let n = 0; n < 8; n++) addPupil(db, groupIds[n % 2] ?? GroupId.parse(''), `Pupil ${n}`)
  })

function teach(db: WriteDb, groupId: GroupId) {
  const id = linkId('groupStaff', groupId, teacher)
  db.save(groupStaff, { id, groupId, staffId: StaffId.parse(teacher), task: 'teacher' })
}

function addPupil(db: WriteDb, groupId: GroupId, firstName: string) {
  const id = PupilId.parse(randomUUID())
  db.save(pupils, {
    id,
    firstName,
    lastName: 'Bakker',
    sex: 'unknown',
    homeLanguages: [],
    protectionLevel: 0,
    // A teacher must never get this, wherever it is looked for.
    nationalNumber: `SECRET ${firstName}`,
    nationalNumberKind: 'local',
  })
  const membership = linkId('memberships', id, groupId)
  db.save(memberships, { id: membership, pupilId: id, groupId })
}

/** One thing that an office does, on what this desk happens to know. */
export function changeSomething(desk: SyncedDesk, random: Random, step: number) {
  desk.write((db) => {
    const known = db.select().from(pupils).all()
    const one = known.length > 0 ? random.pick(known) : null
    const dice = random.below(100)
    if (dice < 45 && one) {
      const value = `v${step}`
      const change = random.pick([{ note: value }, { firstName: value }, { alias: value }])
      db.save(pupils, { ...one, ...change })
    } else if (dice < 55) addPupil(db, random.pick(groupIds), `New ${step}`)
    else if (dice < 65) moveSomebody(db, random)
    else if (dice < 75 && one) addGuardian(db, one.id, step)
    else if (dice < 82) changeTeacher(db, random)
    else if (dice < 88 && one)
      db.save(pupils, { ...one, protectionLevel: random.pick([0, 1, 2] as const) })
    else if (dice < 94) {
      const links = db.select().from(guardianLinks).all()
      if (links.length > 0) db.remove(guardianLinks, random.pick(links).id)
    } else if (known.length > 4 && one) db.remove(pupils, one.id)
  })
}

function moveSomebody(db: WriteDb, random: Random) {
  const all = db.select().from(memberships).all()
  if (all.length === 0) return
  const one = random.pick(all)
  db.save(memberships, { ...one, until: one.until === null ? Day.parse('2026-10-01') : null })
}

function addGuardian(db: WriteDb, pupilId: PupilId, step: number) {
  // Two desks that add the same one make the same row.
  const id = linkId('guardians', pupilId, String(step % 2)) as (typeof guardians.$inferInsert)['id']
  db.save(guardians, { id, firstName: `Guardian ${step}`, lastName: 'Bakker', sex: 'unknown' })
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
  })
}

function changeTeacher(db: WriteDb, random: Random) {
  const held = db.select().from(groupStaff).all()
  const one = held.find(() => random.happens(0.5))
  if (one) db.remove(groupStaff, one.id)
  else teach(db, random.pick(groupIds))
}
