import type { GuardianId, GuardianLink } from '#shared/families/guardian.ts'
import type { Day } from '#shared/platform/day.ts'

/** `waiting`: registered, the link in the mail was not followed yet. `none`: it never was, and is over. */
export const accountStates = ['none', 'waiting', 'active', 'locked'] as const
export type AccountState = (typeof accountStates)[number]

/** What the portal tells of a guardian's account; the id is the guardian's, who has one at most. */
export type GuardianAccount = {
  readonly id: GuardianId
  readonly state: AccountState
  /** The address the guardian signs in with: not always the one in the file. */
  readonly email: string | null
  readonly isConfirmed: boolean
  readonly askedAt: string | null
  readonly activatedAt: string | null
  readonly signedInOn: Day | null
  readonly lockedBy: 'office' | 'inactivity' | null
  /** Why the last mail did not arrive: the answer of the mail server, such as `550`. */
  readonly mailFailure: string | null
  /** From here on the office writes. */
  readonly isLocked: boolean
  readonly lockReason: string | null
  readonly lockedAt: string | null
  readonly unlockedAt: string | null
}

type Lock = Pick<GuardianAccount, 'state' | 'lockedBy' | 'isLocked'>

/** What the office wants counts before the portal has heard of it; what nobody used only the portal knows. */
export const isOff = ({ state, lockedBy, isLocked }: Lock): boolean =>
  isLocked || (state === 'locked' && lockedBy !== 'office')

/** Whether somebody could sign in with it. */
export const isInUse = (account: Lock): boolean =>
  !isOff(account) && (account.state === 'active' || account.state === 'locked')

export type AccountSettings = {
  readonly id: string
  /** Days that a new code may be used. */
  readonly codeDays: number
  readonly needsCapitalAndDigit: boolean
}

export const plainAccountSettings = { codeDays: 30, needsCapitalAndDigit: false } as const

/** Why a tie may not open the portal, or null; the portal decides by the same facts. */
export type Closed = 'no-contact' | 'no-access' | 'no-authority' | 'protected' | 'left'

type Tie = Pick<GuardianLink, 'portalAccess' | 'noContact' | 'authority' | 'informationRight'>
type Child = { readonly protectionLevel: number; readonly isHere: boolean }

const withAuthority = ['joint', 'sole', 'legal-guardian', 'foster']

/**
 * A parent without authority has a right to information on request (NL: article 1:377c BW), so that
 * right opens the portal; a protected child's is for who has authority alone (domain.md 1A 23).
 */
export function whyClosed(tie: Tie, { protectionLevel, isHere }: Child): Closed | null {
  if (tie.noContact) return 'no-contact'
  if (!tie.portalAccess) return 'no-access'
  const hasAuthority = withAuthority.includes(tie.authority)
  if (!hasAuthority && tie.authority !== 'unknown' && tie.informationRight === 'none') {
    return 'no-authority'
  }
  if (protectionLevel > 0 && !hasAuthority) return 'protected'
  return isHere ? null : 'left'
}
