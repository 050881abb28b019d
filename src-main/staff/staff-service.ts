import { and, asc, eq, ne } from 'drizzle-orm'
import { runningYear } from '#shared/groups/group.ts'
import { changed } from '#shared/platform/changed.ts'
import { office } from '#shared/platform/contract.ts'
import type { Day } from '#shared/platform/day.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { displayName, sortedByName, sortName } from '#shared/pupils/person-name.ts'
import { passwordTrouble } from '#shared/staff/password.ts'
import { mayManage } from '#shared/staff/rights.ts'
import { type Staff, StaffId } from '#shared/staff/staff.ts'
import type { StaffContract } from '#shared/staff/staff-contract.ts'
import { groupStaff, groups, schoolYears } from '../groups/groups-table.ts'
import type { ReadDb, Service, WriteDb } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { schools } from '../school/school-table.ts'
import { credentials, isPasswordOf, keepPassword } from './credentials-table.ts'
import { makeInvitation } from './invitations.ts'
import { ownSecondFactor } from './own-second-factor.ts'
import { keepSecondFactor } from './second-factor.ts'
import { preferences, staff } from './staff-table.ts'

type Parts = { readonly database: () => SchoolDatabase }

/** Who works here, with which role, and each person's own settings. */
export function createStaff({ database }: Parts): Service<StaffContract> {
  async function setPassword(db: ReadDb, person: Staff, password: string) {
    const school = db.select({ name: schools.name }).from(schools).get()
    const trouble = passwordTrouble(password, [person.userName, school?.name ?? ''])
    if (trouble) return refuse(trouble)

    await keepPassword(database().sqlite, person.id, password)
    return ok(null)
  }

  return {
    list(db, _input, { today, country }) {
      const entries = new Map(
        db
          .select({ id: credentials.staffId, secret: credentials.totpSecret })
          .from(credentials)
          .all()
          .map(({ id, secret }) => [id, secret !== null]),
      )
      const groupNames = groupNamesByStaff(db, today)
      const rows = db
        .select()
        .from(staff)
        .all()
        .map((person) => ({
          ...person,
          name: displayName(person),
          sortName: sortName(person, country),
          groupNames: groupNames.get(person.id)?.join(', ') ?? '',
          hasPassword: entries.has(person.id),
          hasSecondFactor: entries.get(person.id) ?? false,
        }))
      return sortedByName(rows, country)
    },

    add(db, { fields }, caller) {
      if (!mayManage(caller, fields)) return refuse('staff.role-needs-office')
      if (isTaken(db, fields.userName, null)) {
        return refuse('staff.user-name-taken', { userName: fields.userName })
      }
      const id = StaffId.parse(caller.newId())
      db.save(staff, { ...fields, id })
      db.describe(displayName(fields))
      return ok(id)
    },

    change(db, { id, fields }, caller) {
      const known = find(db, id)
      if (!known) return refuse('staff.not-found')
      const wanted = changed(known, fields)
      if (!mayManage(caller, known) || !mayManage(caller, wanted)) {
        return refuse('staff.role-needs-office')
      }
      if (isTaken(db, wanted.userName, id)) {
        return refuse('staff.user-name-taken', { userName: wanted.userName })
      }
      if (isAdministrator(known) && !isAdministrator(wanted) && !hasOtherAdministrator(db, id)) {
        return refuse('staff.last-administrator')
      }
      db.save(staff, wanted)
      db.describe(displayName(wanted))
      return ok(null)
    },

    async setPassword(db, { id, password }, caller) {
      const person = find(db, id)
      if (!person) return refuse('staff.not-found')
      if (!mayManage(caller, person)) return refuse('staff.role-needs-office')
      const answer = await setPassword(db, person, password)
      // Whoever lost the telephone comes to the office, which sees who it is.
      if (answer.ok) keepSecondFactor(database().sqlite, person.id, { secret: null, step: 0 })
      return answer
    },

    ...ownSecondFactor(database),

    async invite(db, { id }, caller) {
      const person = find(db, id)
      if (!person) return refuse('staff.not-found')
      if (!person.isActive) return refuse('staff.left')
      if (!mayManage(caller, person)) return refuse('staff.role-needs-office')
      return ok(await makeInvitation(database().sqlite, person.id, caller.today))
    },

    async changeOwnPassword(db, { current, wanted }, { staffId }) {
      const person = find(db, staffId)
      if (!person) return refuse('staff.not-found')
      if (!(await isPasswordOf(db, person.id, current))) return refuse('staff.password-wrong')
      return setPassword(db, person, wanted)
    },

    preferences(db, _input, { staffId }) {
      const own = db
        .select()
        .from(preferences)
        .where(eq(preferences.staffId, StaffId.parse(staffId)))
        .all()
      return Object.fromEntries(own.map(({ key, value }) => [key, value]))
    },

    setPreference(db, { key, value }, { staffId }) {
      const id = linkId('preferences', staffId, key)
      db.save(preferences, { id, staffId: StaffId.parse(staffId), key, value })
      return null
    },
  }
}

/** Somebody must be able to work with pupils and to let others in. */
function isAdministrator({ role, isActive }: Staff) {
  return isActive && office.some((each) => each === role)
}

function hasOtherAdministrator(db: WriteDb, id: StaffId) {
  return db.select().from(staff).where(ne(staff.id, id)).all().some(isAdministrator)
}

function find(db: ReadDb, id: string) {
  return db
    .select()
    .from(staff)
    .where(eq(staff.id, StaffId.parse(id)))
    .get()
}

function isTaken(db: WriteDb, userName: string, by: StaffId | null) {
  const others = by ? ne(staff.id, by) : undefined
  return !!db
    .select()
    .from(staff)
    .where(and(eq(staff.userName, userName), others))
    .get()
}

function groupNamesByStaff(db: ReadDb, today: Day) {
  const year = runningYear(db.select().from(schoolYears).all(), today)
  if (!year) return new Map<StaffId, string[]>()
  const assigned = db
    .select({ staffId: groupStaff.staffId, name: groups.name })
    .from(groupStaff)
    .innerJoin(groups, eq(groups.id, groupStaff.groupId))
    .where(eq(groups.schoolYearId, year.id))
    .orderBy(asc(groups.name))
    .all()
  const byStaff = Map.groupBy(assigned, ({ staffId }) => staffId)
  return new Map([...byStaff].map(([id, rows]) => [id, rows.map(({ name }) => name)]))
}
