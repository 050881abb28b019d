import { z } from 'zod'
import {
  administrators,
  anybody,
  command,
  defineContract,
  everyone,
  query,
  task,
} from '#shared/platform/contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import { type Staff, StaffFields, StaffId } from './staff.ts'

export type StaffRow = Staff & {
  readonly name: string
  readonly groupNames: string
  readonly hasPassword: boolean
  /** Beside the password a code of the telephone, at this computer. */
  readonly hasSecondFactor: boolean
}

export type StaffRefusal =
  | 'staff.not-found'
  | 'staff.user-name-taken'
  | 'staff.last-administrator'
  | 'staff.role-needs-office'
  | 'staff.password-too-short'
  | 'staff.password-common'
  | 'staff.password-wrong'
  | 'staff.second-wrong'
  | 'staff.left'

export type SecondFactorStart = {
  /** For who cannot scan. */
  readonly secret: string
  readonly qr: { readonly size: number; readonly path: string }
}

/** At least 12 characters (security.md 6.1); common passwords are refused by name. */
export const Password = z.string().min(1).max(200)

export const staffContract = defineContract('staff', {
  list: query(administrators, z.object({})).answers<readonly StaffRow[]>(),
  add: command(administrators, z.object({ fields: StaffFields })).answers<
    Result<StaffId, StaffRefusal>
  >(),
  change: command(administrators, z.object({ id: StaffId, fields: StaffFields.partial() })).answers<
    Result<null, StaffRefusal>
  >(),
  /** A task, since stretching a password takes longer than a frame. */
  setPassword: task(administrators, z.object({ id: StaffId, password: Password })).answers<
    Result<null, StaffRefusal>
  >(),
  /** A code on a slip, with which somebody chooses a password at this computer; an older one ends. */
  invite: task(administrators, z.object({ id: StaffId })).answers<
    Result<{ readonly code: string; readonly endsOn: Day }, StaffRefusal>
  >(),
  /** Possible for who signs in here with a password; nobody does in the practice school. */
  secondFactor: query(everyone, z.object({})).answers<{
    readonly isOn: boolean
    readonly isPossible: boolean
  }>(),
  /** What the telephone is to read; nothing counts before one of its codes was given. */
  beginSecondFactor: task(everyone, z.object({})).answers<SecondFactorStart>(),
  confirmSecondFactor: task(everyone, z.object({ code: z.string().max(20) })).answers<
    Result<null, StaffRefusal>
  >(),
  removeSecondFactor: task(everyone, z.object({ password: Password })).answers<
    Result<null, StaffRefusal>
  >(),
  changeOwnPassword: task(everyone, z.object({ current: Password, wanted: Password })).answers<
    Result<null, StaffRefusal>
  >(),
  /** Settings of one person: saved filters, columns, last print choices, shortcuts, theme. */
  preferences: query(everyone, z.object({})).answers<Readonly<Record<string, unknown>>>(),
  setPreference: command(
    everyone,
    z.object({ key: z.string().min(1).max(80), value: z.json() }),
  ).answers<null>(),
})
export type StaffContract = typeof staffContract

/** Who sits at this desk. */
export type Session = {
  readonly staffId: StaffId
  readonly name: string
  readonly role: Staff['role']
  readonly seesMedical: boolean
  readonly language: Staff['language']
}

export type SignInRefusal =
  | 'session.refused'
  | 'session.wait'
  | 'session.lease'
  /** The password is right; now a code of the telephone. */
  | 'session.needs-code'
  | 'session.code-wrong'
export type InvitationRefusal =
  | 'session.invitation-wrong'
  | 'session.wait'
  | 'session.lease'
  | 'staff.password-too-short'
  | 'staff.password-common'

export const sessionContract = defineContract('session', {
  current: query(anybody, z.object({})).answers<Session | null>(),
  /** `code` is of the telephone, for who has a second factor. */
  signIn: task(
    anybody,
    z.object({
      userName: z.string().max(200),
      password: Password,
      code: z.string().max(20).optional(),
    }),
  ).answers<Result<Session, SignInRefusal>>(),
  /** With the code of a slip somebody chooses a password, and is in. */
  acceptInvitation: task(
    anybody,
    z.object({ userName: z.string().max(200), code: z.string().max(40), password: Password }),
  ).answers<Result<Session, InvitationRefusal>>(),
  signOut: task(anybody, z.object({})).answers<null>(),
  /** Practice school only: look at it as another role. */
  actAs: task(everyone, z.object({ role: StaffFields.shape.role })).answers<
    Result<Session, 'session.practice-only'>
  >(),
})
export type SessionContract = typeof sessionContract
