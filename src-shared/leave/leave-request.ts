import { z } from 'zod'
import { addDays, Day } from '#shared/platform/day.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { LeaveKind } from './leave-kind.ts'

export const LeaveId = z.uuid().brand('LeaveId')
export type LeaveId = z.output<typeof LeaveId>

/** Whole days, or one half day of a single day. */
export const leaveParts = ['day', 'morning', 'afternoon'] as const
export const LeavePart = z.enum(leaveParts)
export type LeavePart = z.output<typeof LeavePart>

/** What should be handed in with the request: nothing, it will come, the school has seen it. */
export const documentStates = ['none', 'promised', 'seen'] as const
export const DocumentState = z.enum(documentStates)
export type DocumentState = z.output<typeof DocumentState>

const longest = 400

/** What a guardian fills in, or the office for one who came to the desk. */
export const LeaveFields = z
  .object({
    kind: LeaveKind,
    from: Day,
    until: Day,
    part: LeavePart,
    /** Why, in the guardian's words; health of a family as a rule. */
    reason: z.string().trim().min(1).max(1000),
    document: DocumentState,
    /** The day on which it became known, where it could not be asked before. */
    knownSince: Day.nullable(),
  })
  .refine(({ from, until }) => from <= until, {
    path: ['until'],
    error: 'leave.ends-before-it-starts',
  })
  .refine(({ from, until }) => until <= addDays(from, longest), {
    path: ['until'],
    error: 'leave.too-long',
  })
  .refine(({ from, until, part }) => part === 'day' || from === until, {
    path: ['part'],
    error: 'leave.half-of-one-day',
  })
export type LeaveFields = z.output<typeof LeaveFields>

export const NewLeave = z.object({
  /** Brothers and sisters in one request. */
  pupilIds: z.array(PupilId).min(1).max(12),
  fields: LeaveFields,
})
export type NewLeave = z.output<typeof NewLeave>

/**
 * `withdrawn` is the guardian's own: as a decision, so that it and the school's cannot both stand
 * (sync.md 3.2).
 */
export const leaveOutcomes = ['granted', 'partly', 'refused', 'withdrawn'] as const
export const LeaveOutcome = z.enum(leaveOutcomes)
export type LeaveOutcome = z.output<typeof LeaveOutcome>

/** Why leave is refused, or only partly granted: each is a sentence of the letter. */
export const refusalGrounds = [
  'holiday-is-possible',
  'no-weighty-reason',
  'first-two-weeks',
  'asked-too-late',
  'no-document',
  'days-used-up',
  'tests',
  'own-words',
] as const
export const RefusalGround = z.enum(refusalGrounds)
export type RefusalGround = z.output<typeof RefusalGround>

/** The answer. `from` and `until` are the days that were granted; null where none were. */
export const LeaveDecision = z.object({
  outcome: LeaveOutcome,
  from: Day.nullable(),
  until: Day.nullable(),
  ground: RefusalGround.nullable(),
  /** For the letter; the school's own sentence. */
  words: z.string().trim().max(1000),
  /** Whose decision it is: the school's, or the attendance officer's, written down by the school. */
  authority: z.enum(['school', 'officer', 'guardian']),
  by: z.string().min(1),
  /** As it stands on the letter. */
  byName: z.string(),
  at: z.iso.datetime(),
})
export type LeaveDecision = z.output<typeof LeaveDecision>

/** One child of a request: brothers and sisters share the `requestId`. */
export type LeaveRequest = LeaveFields & {
  readonly id: LeaveId
  readonly requestId: string
  readonly pupilId: PupilId
  readonly source: 'guardian' | 'office'
  /** Guardian or staff member. */
  readonly askedBy: string
  readonly askedAt: string
  /** The file went to the attendance officer on this day. */
  readonly forwardedOn: Day | null
  /** Decided once against what was there (sync.md 3.2); null while it waits. */
  readonly decision: LeaveDecision | null
}

export const leaveStates = [
  'waiting',
  'forwarded',
  'granted',
  'partly',
  'refused',
  'withdrawn',
] as const
export type LeaveState = (typeof leaveStates)[number]

export function stateOf({
  decision,
  forwardedOn,
}: Pick<LeaveRequest, 'decision' | 'forwardedOn'>): LeaveState {
  if (decision) return decision.outcome
  return forwardedOn ? 'forwarded' : 'waiting'
}

/** What of a decided request was not granted: being away then is luxury absence. */
export function refusedDays({
  from,
  until,
  decision,
}: Pick<LeaveRequest, 'from' | 'until' | 'decision'>): readonly { from: Day; until: Day }[] {
  if (decision?.outcome !== 'refused' && decision?.outcome !== 'partly') return []
  if (!decision.from || !decision.until) return [{ from, until }]
  const parts = [
    { from, until: addDays(decision.from, -1) },
    { from: addDays(decision.until, 1), until },
  ]
  return parts.filter((days) => days.from <= days.until)
}

/** How a guardian stands to a request; whoever asked agrees. */
export const LeaveAnswer = z.enum(['agrees', 'objects'])
export type LeaveAnswer = z.output<typeof LeaveAnswer>

/** Added and never changed: of several the latest stands. */
export type LeaveConsent = {
  readonly id: string
  readonly leaveId: LeaveId
  readonly pupilId: PupilId
  readonly guardianId: string
  readonly answer: LeaveAnswer
  /** Who wrote it down: the guardian, or the staff member who heard it. */
  readonly recordedBy: string
  readonly at: string
}
