import type { Day } from '#shared/platform/day.ts'
import { type Closed, type GuardianAccount, isInUse, isOff } from './guardian-account.ts'
import { type CodeState, codeStateOf, type LinkCode } from './link-code-row.ts'

/** Where one guardian stands with one child, as the office's list says it. */
export const standings = [
  'none',
  'made',
  'printed',
  'sent',
  'failed',
  'expired',
  'revoked',
  'refused',
  'waiting',
  'never-signed-in',
  'active',
  'locked',
  'closed',
] as const
export type Standing = (typeof standings)[number]

type Known = {
  readonly closed: Closed | null
  /** The newest of this tie. */
  readonly code: LinkCode | null
  /** Whether any code of this tie was used: then the child is in the account. */
  readonly isLinked: boolean
  readonly account: GuardianAccount | null
}

export function standingOf({ closed, code, isLinked, account }: Known, today: Day): Standing {
  if (closed) return 'closed'
  if (account && isOff(account)) return 'locked'
  if (isLinked && account && isInUse(account)) {
    return account.signedInOn ? 'active' : 'never-signed-in'
  }
  if (account?.state === 'waiting') return 'waiting'
  const state: CodeState | null = code && codeStateOf(code, today)
  // Used by an account that is no more: the guardian needs another.
  return state === null || state === 'used' ? 'none' : state
}

/** Whether the office can make a code for this tie now, or make another. */
export const mayHaveCode = (standing: Standing): boolean =>
  !['closed', 'active', 'never-signed-in', 'locked', 'waiting'].includes(standing)
