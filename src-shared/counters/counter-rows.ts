import type { DayPart } from '#shared/absences/absence-mark.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { CounterKind } from './counter.ts'

/** Somebody of the office says that a half day should not count, and why. */
export type CounterContest = {
  /** UUIDv5 of pupil, counter, day and part. */
  readonly id: string
  readonly pupilId: PupilId
  readonly kind: CounterKind
  readonly day: Day
  readonly part: DayPart
  readonly reason: string
  readonly by: string
  readonly at: string
  /** The line counts again. */
  readonly withdrawnAt: string | null
}

/**
 * A report sheet. Balie prepares it and does not send it: somebody does that in the system of the
 * government and writes down here that it was done.
 */
export type CounterReport = {
  /** UUIDv5 of pupil, counter and last day. */
  readonly id: string
  readonly pupilId: PupilId
  readonly kind: CounterKind
  readonly from: Day
  readonly until: Day
  /** In the unit of the counter. */
  readonly total: number
  /** What the school did so far, for the sheet. */
  readonly actions: string
  readonly preparedBy: string
  readonly preparedAt: string
  /** The day on which it was sent, null while nobody did; `sentTo` says where. */
  readonly sentOn: Day | null
  readonly sentTo: string | null
  readonly sentBy: string | null
}

/** A figure that the school put instead of Balie's. */
export type CounterFigure = {
  /** UUIDv5 of the key. */
  readonly id: string
  readonly key: string
  readonly value: number
  readonly reason: string
}
