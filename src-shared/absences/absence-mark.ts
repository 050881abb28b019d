import { z } from 'zod'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'

/** The parts of a school day that a register is kept for; a half day is one of them. */
export const dayParts = ['morning', 'afternoon'] as const
export const DayPart = z.enum(dayParts)
export type DayPart = z.output<typeof DayPart>

/** A time of the school's own clock, `08:30`. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type ClockTime = z.output<typeof ClockTime>

/**
 * Time of one part of a day that a pupil was not there.
 *
 * `absent` is the whole part, `late` from its start, `left-early` to its end, `away` in between.
 */
export const spellKinds = ['absent', 'late', 'left-early', 'away'] as const
export const SpellKind = z.enum(spellKinds)
export type SpellKind = z.output<typeof SpellKind>

/** What proves an absence; Flanders counts notes of parents apart from certificates (domain.md 3.2). */
export const evidenceKinds = ['parents-note', 'certificate', 'dixit', 'document'] as const
export const EvidenceKind = z.enum(evidenceKinds)
export type EvidenceKind = z.output<typeof EvidenceKind>

export type Spell = {
  readonly kind: SpellKind
  /** Lesson minutes that were missed, at most those of the part. */
  readonly minutes: number
  readonly from: ClockTime | null
  readonly until: ClockTime | null
  /** One of `absence-codes.ts`; null while nobody said why. */
  readonly code: string | null
  /** Null while nobody could tell: unexplained, or told and still to be judged. */
  readonly isAuthorised: boolean | null
  readonly evidence: EvidenceKind | null
  /** The report that explains it. */
  readonly reportId: string | null
}

/** Who has the last word on a mark: the office before the teacher before what was reported. */
export const markSources = ['nobody', 'guardian', 'leave', 'teacher', 'office'] as const
export type MarkSource = (typeof markSources)[number]

/**
 * Why somebody should look at a mark: a teacher saw a child that was reported absent, or something
 * else was seen since the office decided. Nothing is deleted by either (sync.md 3.2).
 */
export type MarkReview = 'present-though-reported' | 'changed-since-decision'

/** What is known of one pupil in one part of a day, worked out by `deriveMark`. */
export type AbsenceMark = {
  readonly pupilId: PupilId
  readonly day: Day
  readonly part: DayPart
  /** The most that can be said in one word: who was late and left early is `late`. */
  readonly kind: 'present' | SpellKind
  /** Empty for who was present all the time. In order of the day. */
  readonly spells: readonly Spell[]
  readonly source: MarkSource
  readonly review: MarkReview | null
}

/** Lesson minutes missed, all or those that are authorised, not authorised, or not judged yet. */
export function minutesOf(mark: AbsenceMark, isAuthorised?: boolean | null) {
  return mark.spells
    .filter((spell) => isAuthorised === undefined || spell.isAuthorised === isAuthorised)
    .reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Absent the whole part, and nobody said why. */
export const isUnexplained = ({ spells }: AbsenceMark) =>
  spells.some(({ kind, code }) => kind === 'absent' && code === null)

/** What a teacher saw in a register, or the office decided: kept whole, so that it never mixes. */
const SeenSpell = z.object({
  kind: z.enum(['late', 'left-early', 'away']),
  minutes: z.number().int().min(1).max(600),
  from: ClockTime.nullable(),
  until: ClockTime.nullable(),
  code: z.string().min(1).max(40).nullable(),
})
export type SeenSpell = z.output<typeof SeenSpell>

export const Observation = z.object({
  kind: z.enum(['present', 'absent']),
  /** Why the pupil is absent, if the teacher knows. */
  code: z.string().min(1).max(40).nullable(),
  /** Several entries of a part that the pupil was partly there for. */
  spells: z.array(SeenSpell).max(6),
  /** The staff member, and the moment. */
  by: z.string().min(1),
  at: z.iso.datetime(),
})
export type Observation = z.output<typeof Observation>

export const Decision = Observation.extend({ evidence: EvidenceKind.nullable() })
export type Decision = z.output<typeof Decision>

/** What a teacher touched in a register. The id is made of pupil, day and part. */
export type SeenMark = {
  readonly id: string
  readonly pupilId: PupilId
  readonly day: Day
  readonly part: DayPart
  readonly observation: Observation | null
}

/** What the office decided, apart from what was seen, with the same id. */
export type DecidedMark = {
  readonly id: string
  readonly pupilId: PupilId
  readonly day: Day
  readonly part: DayPart
  readonly decision: Decision | null
}
