import type { SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import type { ExportedSchool } from '../exported-school.ts'
import type { ChangesSince } from './changes-since.ts'
import type { SchoolRows } from './school-rows.ts'

export type DeltaReading = {
  readonly rows: SchoolRows
  readonly exported: ExportedSchool
  readonly changes: ChangesSince
  /** The day of the last export, in the school's own calendar. */
  readonly sinceDay: Day
  /** The school year that ran then, when it is over: all its groups are gone. */
  readonly oldYear: SchoolYear | null
}

type Place = { readonly id: string; readonly until: Day | null }

/** Ended since: because the day came, or because somebody said so. */
export function isOverSince({ exported, changes, sinceDay }: DeltaReading, { id, until }: Place) {
  if (until === null || until >= exported.today) return false
  return until >= sinceDay || changes.rowsOf('memberships').has(id)
}
