import { and, asc, desc, eq } from 'drizzle-orm'
import { ok, refuse } from '#shared/platform/result.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { passwordTrouble } from '#shared/staff/password.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import type { Session, SessionContract } from '#shared/staff/staff-contract.ts'
import { groupStaff } from '../groups/groups-table.ts'
import type { ReadDb, Service } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { schools } from '../school/school-table.ts'
import { isPasswordOf, keepPassword } from './credentials-table.ts'
import { endInvitation, isInvited } from './invitations.ts'
import { keepSecondFactor, secondFactorOf, takeCode } from './second-factor.ts'
import { createSignInBrake } from './sign-in-brake.ts'
import { staff } from './staff-table.ts'

type Parts = {
  readonly database: () => SchoolDatabase
  readonly isPractice: () => boolean
  /** Told who sits at the desk now; null when nobody does. */
  readonly onSession: (session: Session | null) => void
  /** Whether anybody may go on here: a computer that the portal has not seen for long may not. */
  readonly mayEnter?: () => Promise<boolean>
  /** Milliseconds that only ever go on, whatever happens to the wall clock. */
  readonly millis?: () => number
}

/**
 * Who sits at this desk. It is read from the file at every call, so that a role that changes or
 * somebody who leaves is felt at once.
 */
export function createSession({
  database,
  isPractice,
  onSession,
  mayEnter: isEntryOpen = async () => true,
  millis = () => performance.now(),
}: Parts) {
  const brake = createSignInBrake(millis)
  let signedIn: StaffId | null = null

  const current = () => (signedIn ? sessionOf(database().read, signedIn) : null)

  function begin(staffId: StaffId) {
    signedIn = staffId
    const session = current()
    onSession(session)
    return session
  }

  function forget() {
    signedIn = null
  }

  const service: Service<SessionContract> = {
    current,

    async signIn(db, { userName, password, code }, { now }) {
      const name = userName.trim().toLowerCase()
      const seconds = brake.waitFor(name)
      if (seconds > 0) return refuse('session.wait', { seconds })

      // Counted before the answer is known, so that many tries at once count as many.
      brake.count(name)
      const person = db.select().from(staff).where(eq(staff.userName, name)).get()
      const mayEnter = person?.isActive ? person.id : null
      if (!(await isPasswordOf(db, mayEnter, password)) || !mayEnter) {
        return refuse('session.refused')
      }
      const second = secondFactorOf(db, mayEnter)
      if (second && !code) return refuse('session.needs-code')
      const typed = { staffId: mayEnter, typed: code ?? '', millis: Date.parse(now) }
      if (second && !takeCode(database().sqlite, db, typed)) return refuse('session.code-wrong')
      brake.release(name)
      // After the password: who has none learns nothing about this computer.
      if (!(await isEntryOpen())) return refuse('session.lease')
      const session = begin(mayEnter)
      return session ? ok(session) : refuse('session.refused')
    },

    async acceptInvitation(db, { userName, code, password }, { today }) {
      const name = userName.trim().toLowerCase()
      const seconds = brake.waitFor(name)
      if (seconds > 0) return refuse('session.wait', { seconds })
      const school = db.select({ name: schools.name }).from(schools).get()
      const trouble = passwordTrouble(password, [name, school?.name ?? ''])
      if (trouble) return refuse(trouble)

      brake.count(name)
      const person = db.select().from(staff).where(eq(staff.userName, name)).get()
      const invited = person?.isActive ? person.id : null
      if (!(await isInvited(db, invited, code, today)) || !invited) {
        return refuse('session.invitation-wrong')
      }
      brake.release(name)
      if (!(await isEntryOpen())) return refuse('session.lease')
      const { sqlite } = database()
      await keepPassword(sqlite, invited, password)
      keepSecondFactor(sqlite, invited, { secret: null, step: 0 })
      await endInvitation(sqlite, invited)
      const session = begin(invited)
      return session ? ok(session) : refuse('session.invitation-wrong')
    },

    async signOut() {
      forget()
      onSession(null)
      return null
    },

    async actAs(db, { role }) {
      if (!isPractice()) return refuse('session.practice-only')
      const person = somebodyWhoIs(db, role)
      const session = person && begin(person.id)
      return session ? ok(session) : refuse('session.practice-only')
    },
  }

  return { service, current, begin, forget }
}

function sessionOf(db: ReadDb, staffId: StaffId): Session | null {
  const person = db.select().from(staff).where(eq(staff.id, staffId)).get()
  if (!person?.isActive) return null
  const { role, seesMedical, language } = person
  return { staffId, name: displayName(person), role, seesMedical, language }
}

/** In the practice school: a teacher with a group before one without, since only that shows pupils. */
function somebodyWhoIs(db: ReadDb, role: StaffRole) {
  return db
    .select({ id: staff.id })
    .from(staff)
    .leftJoin(groupStaff, eq(groupStaff.staffId, staff.id))
    .where(and(eq(staff.role, role), eq(staff.isActive, true)))
    .orderBy(desc(groupStaff.task), asc(staff.userName))
    .get()
}
