import { z } from 'zod'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

/**
 * How a call about a missing pupil ended, each with what follows: `under-way` and `reached-unknown`
 * keep the pupil on the list, the three `no-…` go on to the next number, the rest clear it.
 */
export const callResults = [
  'reached-ill',
  'reached-other',
  'under-way',
  'reached-unknown',
  'no-answer',
  'voicemail',
  'wrong-number',
] as const
export const CallResult = z.enum(callResults)
export type CallResult = z.output<typeof CallResult>

/** Somebody who answers for the child knows about the absence now. */
export const wasReached = (result: CallResult) =>
  result === 'reached-ill' ||
  result === 'reached-other' ||
  result === 'under-way' ||
  result === 'reached-unknown'

/** One call; calls are added, never changed. */
export type CallAttempt = {
  readonly id: string
  readonly pupilId: PupilId
  readonly day: Day
  readonly at: string
  readonly staffId: string
  readonly guardianId: string | null
  readonly contactId: string | null
  readonly result: CallResult
  readonly note: string | null
}
