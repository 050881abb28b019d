import { type Group, type GroupId, runningYear, type SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { hidesAddress } from '#shared/pupils/mask.ts'
import { type Pupil, statusOn } from '#shared/pupils/pupil.ts'
import type { SchoolRows } from './school-rows.ts'

export type Wanted = {
  /** Groups whose pupils go along; null for the whole school. */
  readonly groupIds: readonly GroupId[] | null
  readonly withProtected: boolean
  readonly today: Day
}

export type Along = {
  readonly year: SchoolYear | null
  /** The day whose pupils and groups these are: today, or the last day of a year that is over. */
  readonly asOf: Day
  readonly groups: readonly Group[]
  readonly pupils: readonly Pupil[]
  readonly protectedLeftOut: number
  /** Who applied and has no first day yet, and who left. */
  readonly notHereLeftOut: number
}

/**
 * Who may leave the house: pupils at school or coming, of the chosen groups of the running year.
 * Whoever applied is no pupil yet, and whoever left is no business of a tool that is fed today.
 */
export function whoGoesAlong(rows: SchoolRows, wanted: Wanted): Along {
  const { groupIds, withProtected, today } = wanted
  const year = runningYear(rows.years, today) ?? null
  const asOf = year && year.endsOn < today ? year.endsOn : today
  const chosen = groupIds && new Set<string>(groupIds)
  const groups = rows.groups.filter(
    ({ id, schoolYearId }) => schoolYearId === year?.id && (chosen === null || chosen.has(id)),
  )
  const members = new Set(groups.map(({ id }) => id))
  const asked = rows.pupils.filter(
    ({ id }) =>
      chosen === null ||
      rows
        .membershipsOf(id)
        .some((place) => members.has(place.groupId) && !isOver(place.until, asOf)),
  )
  const here = asked.filter(({ id }) => isHere(rows, id, asOf))
  const pupils = here.filter((pupil) => withProtected || !hidesAddress(pupil))
  return {
    year,
    asOf,
    groups,
    pupils,
    protectedLeftOut: here.length - pupils.length,
    notHereLeftOut: asked.length - here.length,
  }
}

export const isOver = (until: Day | null, day: Day) => until !== null && until < day

function isHere(rows: SchoolRows, pupilId: string, day: Day) {
  const status = statusOn(day, rows.enrolmentsOf(pupilId))
  return status === 'current' || status === 'future'
}
