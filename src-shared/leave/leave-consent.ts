import type { Authority } from '#shared/families/guardian.ts'
import type { LeaveAnswer, LeaveConsent, LeaveRequest } from './leave-request.ts'

/** `not-asked` where the school does not want it of everybody. */
export type ConsentState = 'not-asked' | 'complete' | 'waiting' | 'objected'

type Holder = { readonly guardianId: string; readonly authority: Authority }

/** Guardians who decide over the child; who has none, or of whom nobody knows it, is not asked. */
export const holdsAuthority = ({ authority }: Pick<Holder, 'authority'>) =>
  authority === 'joint' ||
  authority === 'sole' ||
  authority === 'legal-guardian' ||
  authority === 'foster'

/** The standing answer of one guardian: of several the latest; null when there is none. */
export function answerOf(
  { askedBy, source }: Pick<LeaveRequest, 'askedBy' | 'source'>,
  consents: readonly LeaveConsent[],
  guardianId: string,
): LeaveAnswer | null {
  const latest = consents
    .filter((consent) => consent.guardianId === guardianId)
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
    .at(-1)
  if (latest) return latest.answer
  return source === 'guardian' && askedBy === guardianId ? 'agrees' : null
}

/** Where a request stands with everybody who holds authority. One who objects outweighs the others. */
export function consentState(
  request: Pick<LeaveRequest, 'askedBy' | 'source'>,
  consents: readonly LeaveConsent[],
  holders: readonly Holder[],
): ConsentState {
  const answers = holders
    .filter(holdsAuthority)
    .map(({ guardianId }) => answerOf(request, consents, guardianId))
  if (answers.includes('objects')) return 'objected'
  return answers.includes(null) ? 'waiting' : 'complete'
}
