import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { AbsenceCode } from './absence-codes.ts'
import { type CodeBook, natureOf } from './absence-codes.ts'
import type { AbsenceMark, ClockTime, DayPart } from './absence-mark.ts'

/** The columns of the day: each pupil is in exactly one of them. */
export const dayStates = ['present', 'late', 'ill', 'leave', 'other', 'unexplained'] as const
export type DayState = (typeof dayStates)[number]

const ofLeave = ['leave', 'religion', 'holiday', 'agreed']

/** In which column a mark stands. */
export function dayStateOf(mark: AbsenceMark, codes: CodeBook): DayState {
  if (mark.kind === 'late') return 'late'
  const [spell] = mark.spells
  if (mark.kind !== 'absent' || !spell) return 'present'
  if (spell.code === null) return 'unexplained'
  const nature = natureOf(codes, spell.code, mark.day)
  if (nature === 'illness') return 'ill'
  return nature && ofLeave.includes(nature) ? 'leave' : 'other'
}

/** Whether a pupil is in the building at a time of the clock, as far as the mark tells. */
export function isInBuilding(mark: AbsenceMark, nowTime: ClockTime): boolean {
  return !mark.spells.some(({ kind, from, until }) => {
    if (kind === 'absent') return true
    if (kind === 'left-early') return from === null || from <= nowTime
    if (kind === 'away') return (from ?? '00:00') <= nowTime && nowTime < (until ?? '23:59')
    return until !== null && nowTime < until
  })
}

export type DayOverviewPupil = {
  readonly pupilId: PupilId
  readonly name: string
  readonly state: DayState
  readonly mark: AbsenceMark
}

export type DayOverview = {
  readonly day: Day
  readonly isSchoolDay: boolean
  readonly nextSchoolDay: Day | null
  readonly lastSchoolDay: Day | null
  readonly part: DayPart
  readonly parts: readonly DayPart[]
  readonly groups: readonly {
    readonly groupId: GroupId
    readonly groupName: string
    readonly isClosed: boolean
    readonly pupils: readonly DayOverviewPupil[]
  }[]
  /** Seen in the building, and those of whom nobody said anything yet. */
  readonly inBuilding: { readonly seen: number; readonly notRegistered: number }
  readonly codes: readonly AbsenceCode[]
}
