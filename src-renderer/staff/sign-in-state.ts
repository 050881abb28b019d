import type { StaffRow } from '#shared/staff/staff-contract.ts'

/** Whether somebody can sign in, and if not why. */
export function signInState({ isActive, hasPassword }: StaffRow) {
  if (!isActive) return 'left'
  return hasPassword ? 'ready' : 'no-password'
}
