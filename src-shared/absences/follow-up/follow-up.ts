import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { AbsenceMark, ClockTime, DayPart } from '../absence-mark.ts'
import { minuteOf } from '../clock-time.ts'
import type { ReportedLine } from '../registers/register-view.ts'
import { type CallAttempt, wasReached } from './call-attempt.ts'

/** Somebody to call about a pupil, in the order of the family's own list. */
export type CallTarget = {
  readonly guardianId: string | null
  readonly contactId: string | null
  readonly name: string
  /** A relation of `guardian.ts`, or the kind of contact. */
  readonly about: string
  readonly numbers: readonly string[]
  /** Of those who answer for the child: a guardian who may be told. */
  readonly mayBeTold: boolean
}

export type LoggedCall = Pick<CallAttempt, 'at' | 'result' | 'note'> & {
  readonly staffName: string
  readonly targetName: string
}

/**
 * `to-call`: nobody was reached yet. `waiting`: somebody is under way, or was reached and does not
 * know. `escalated`: it lasted too long, the principal sees it.
 */
export type FollowUpState = 'to-call' | 'waiting' | 'escalated'

export type FollowUpRow = {
  readonly pupilId: PupilId
  readonly name: string
  readonly groupName: string
  readonly parts: readonly DayPart[]
  readonly state: FollowUpState
  /** When a teacher saw the empty chair. */
  readonly since: string
  /** Numbers are hidden: the file opens them with a reason. */
  readonly isHidden: boolean
  readonly targets: readonly CallTarget[]
  /** Whom to call now; -1 when there is nobody. */
  readonly next: number
  readonly calls: readonly LoggedCall[]
  /** Guardians were told today (Sweden: they must be). */
  readonly isTold: boolean
}

export type OpenGroup = {
  readonly groupId: GroupId
  readonly groupName: string
  readonly part: DayPart
  readonly pupilCount: number
  readonly teachers: readonly string[]
  readonly remindedAt: string | null
}

/** A mark that somebody should look at. */
export type ReviewRow = {
  readonly pupilId: PupilId
  readonly name: string
  readonly groupName: string
  readonly mark: AbsenceMark
  readonly reported: ReportedLine | null
}

/** An absence that is not valid and of which no guardian heard yet. */
export type UntoldRow = {
  readonly pupilId: PupilId
  readonly name: string
  readonly groupName: string
  readonly part: DayPart
  readonly guardians: readonly { readonly guardianId: string; readonly name: string }[]
}

export type FollowUp = {
  readonly day: Day
  readonly isSchoolDay: boolean
  readonly nextSchoolDay: Day | null
  readonly lastSchoolDay: Day | null
  /** The part that runs, or ran last. */
  readonly part: DayPart
  readonly nowTime: ClockTime
  readonly callFrom: ClockTime
  readonly counts: {
    readonly expected: number
    readonly present: number
    readonly reported: number
    readonly unexplained: number
    readonly notRegistered: number
  }
  readonly toCall: readonly FollowUpRow[]
  readonly openGroups: readonly OpenGroup[]
  readonly reviews: readonly ReviewRow[]
  /** Empty where the law does not ask it. */
  readonly untold: readonly UntoldRow[]
  /** When and by whom the day was finished. */
  readonly finished: { readonly at: string; readonly by: string } | null
}

type When = {
  readonly nowTime: ClockTime
  readonly callFrom: ClockTime
  readonly escalateMinutes: number
  /** The clock when the empty chair was seen. */
  readonly sinceTime: ClockTime
}

/** How far the search for one pupil is; `calls` of today, the oldest first. */
export function followUpState(
  calls: readonly Pick<CallAttempt, 'result'>[],
  when: When,
): FollowUpState {
  const { nowTime, callFrom, escalateMinutes, sinceTime } = when
  const from = Math.max(minuteOf(callFrom), minuteOf(sinceTime))
  const last = calls.at(-1)
  if (minuteOf(nowTime) - from >= escalateMinutes) return 'escalated'
  return last && wasReached(last.result) ? 'waiting' : 'to-call'
}

/** Whom to call next: after somebody who could not be reached the one below, and round again. */
export function nextTarget(
  targets: readonly CallTarget[],
  calls: readonly Pick<CallAttempt, 'guardianId' | 'contactId' | 'result'>[],
): number {
  const last = calls.at(-1)
  if (targets.length === 0) return -1
  if (!last) return 0
  const at = targets.findIndex(
    ({ guardianId, contactId }) => guardianId === last.guardianId && contactId === last.contactId,
  )
  if (at === -1) return 0
  return wasReached(last.result) ? at : (at + 1) % targets.length
}
