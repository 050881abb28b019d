import type { GroupId } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { DayPart } from '../absence-mark.ts'

/**
 * The register of a group for a part of a day. Its id is made of group, day and part, so that two
 * desks that close it offline close the same. It has no row before somebody closed it or asked for it.
 */
export type Register = {
  readonly id: string
  readonly groupId: GroupId
  readonly day: Day
  readonly part: DayPart
  /** Null while it is open, or open again. */
  readonly closedAt: string | null
  readonly closedBy: string | null
  /** The office asked for it. */
  readonly remindedAt: string | null
  readonly remindedBy: string | null
}

/** Where a pupil sits: places are numbered by rows of six, from the board on. */
export type Seat = {
  /** Made of pupil and group. */
  readonly id: string
  readonly pupilId: PupilId
  readonly groupId: GroupId
  readonly place: number
}

/** A day on which the office has accounted for everybody; the id is made of the day. */
export type FinishedDay = {
  readonly id: string
  readonly day: Day
  readonly finishedAt: string | null
  readonly finishedBy: string | null
  /** Why it was finished although a guardian was not told the same day (skollagen 7:17 knows such). */
  readonly reason: string | null
}

export const seatsInRow = 6
export const mostSeats = 60
