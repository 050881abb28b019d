import { eq } from 'drizzle-orm'
import { ok, refuse } from '#shared/platform/result.ts'
import { StaffId } from '#shared/staff/staff.ts'
import type { StaffContract } from '#shared/staff/staff-contract.ts'
import type { Service } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { qrCode } from '../platform/qr-code.ts'
import { schools } from '../school/school-table.ts'
import { hasPassword, isPasswordOf } from './credentials-table.ts'
import { keepSecondFactor, makeTotp, secondFactorOf, stepOf } from './second-factor.ts'
import { staff } from './staff-table.ts'

type Methods = Pick<
  Service<StaffContract>,
  'secondFactor' | 'beginSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor'
>

/** One's own second factor at this computer: it works without any network. */
export function ownSecondFactor(database: () => SchoolDatabase): Methods {
  /** Shown and not proven yet; gone when Balie closes. */
  const begun = new Map<string, string>()

  return {
    secondFactor: (db, _input, { staffId }) => ({
      isOn: secondFactorOf(db, StaffId.parse(staffId)) !== null,
      isPossible: hasPassword(db, StaffId.parse(staffId)),
    }),

    async beginSecondFactor(db, _input, { staffId }) {
      const school = db.select({ name: schools.name }).from(schools).get()
      const person = db
        .select({ userName: staff.userName })
        .from(staff)
        .where(eq(staff.id, StaffId.parse(staffId)))
        .get()
      const { secret, address } = makeTotp(person?.userName ?? '', school?.name ?? '')
      begun.set(staffId, secret)
      return { secret, qr: qrCode(address) }
    },

    async confirmSecondFactor(_db, { code }, { staffId, now }) {
      const secret = begun.get(staffId)
      const step = secret ? stepOf(secret, code, Date.parse(now)) : null
      if (!secret || step === null) return refuse('staff.second-wrong')
      keepSecondFactor(database().sqlite, StaffId.parse(staffId), { secret, step })
      begun.delete(staffId)
      return ok(null)
    },

    async removeSecondFactor(db, { password }, { staffId }) {
      const id = StaffId.parse(staffId)
      if (!(await isPasswordOf(db, id, password))) return refuse('staff.password-wrong')
      keepSecondFactor(database().sqlite, id, { secret: null, step: 0 })
      return ok(null)
    },
  }
}
