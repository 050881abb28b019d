import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { AbsenceCode } from '../absence-codes.ts'
import type { AbsenceMark, DayPart, SeenSpell, SpellKind } from '../absence-mark.ts'
import type { AbsenceReport } from '../absence-report.ts'
import type { LessonPart } from '../derive-mark.ts'
import type { Register } from './register.ts'

/** What was reported of a pupil for this part, for the line on the tile. */
export type ReportedLine = Pick<
  AbsenceReport,
  'id' | 'source' | 'reportedAt' | 'from' | 'until' | 'code' | 'weekdays'
>

export type RegisterPupil = {
  readonly pupilId: PupilId
  readonly name: string
  readonly mark: AbsenceMark
  /** Filled in by a report, a leave or the office: a tap does not change it. */
  readonly isLocked: boolean
  readonly reported: ReportedLine | null
  /** Who marked last, and when; null for what nobody touched. */
  readonly markedBy: string | null
  readonly markedAt: string | null
  /** The last five school days, the oldest first; null where the pupil had no lessons. */
  readonly lastDays: readonly { readonly day: Day; readonly kind: 'present' | SpellKind | null }[]
  readonly place: number | null
}

export type RegisterView = {
  readonly groupId: GroupId
  readonly groupName: string
  readonly day: Day
  /** The parts of this day with lessons; empty on a day without school. */
  readonly lessons: readonly LessonPart[]
  readonly part: DayPart
  readonly register: Pick<Register, 'closedAt' | 'remindedAt'> & {
    readonly closedBy: string | null
    readonly remindedBy: string | null
  }
  /** A teacher writes for own groups. */
  readonly mayWrite: boolean
  readonly pupils: readonly RegisterPupil[]
  readonly codes: readonly AbsenceCode[]
  readonly nextSchoolDay: Day | null
  readonly lastSchoolDay: Day | null
  /** By the school's clock. */
  readonly nowTime: string
}

/** One group of a day, for the list of registers. */
export type RegisterRow = {
  readonly groupId: GroupId
  readonly groupName: string
  readonly parts: readonly {
    readonly part: DayPart
    readonly closedAt: string | null
    readonly closedBy: string | null
    readonly remindedAt: string | null
    /** The part has begun by the clock, so an open register is late. */
    readonly hasBegun: boolean
    readonly present: number
    readonly absent: number
    readonly unexplained: number
    readonly late: number
  }[]
  readonly pupilCount: number
  readonly teachers: readonly string[]
  readonly isOwn: boolean
}

/** What a tap or key of a register writes. */
export type Marked = {
  readonly kind: 'present' | 'absent'
  readonly code: string | null
  readonly spells: readonly SeenSpell[]
}

/** When a register is finished only who comes in late is still written down in it. */
export const mayMarkClosed = ({ kind, spells }: Marked) =>
  kind === 'present' && spells.some((spell) => spell.kind === 'late')
