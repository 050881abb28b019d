import { runningYear } from '#shared/groups/group.ts'
import { dayAt, type Moment } from '#shared/platform/day.ts'
import type { ExportedDelta, ExportedSchool } from '../exported-school.ts'
import type { ChangesSince } from './changes-since.ts'
import { leavingId } from './cover-id.ts'
import type { DeltaReading } from './delta-reading.ts'
import { findGone } from './find-gone.ts'
import { ownersOf, type SchoolRows } from './school-rows.ts'

type Wanted = { readonly since: Moment; readonly now: Moment; readonly changes: ChangesSince }

/** What of an export changed since a moment, and what was in the one of then and is not in this. */
export function readDelta(
  rows: SchoolRows,
  exported: ExportedSchool,
  { since, now, changes }: Wanted,
): ExportedDelta {
  const sinceDay = dayAt(since, exported.school.timeZone)
  const yearThen = runningYear(rows.years, sinceDay) ?? null
  const oldYear = yearThen && yearThen.id !== exported.year?.id ? yearThen : null
  const reading = { rows, exported, changes, sinceDay, oldYear }
  return { since, now, changed: findChanged(reading), gone: findGone(reading) }
}

const records = ['pupils', 'guardians', 'groups', 'staff', 'memberships', 'groupStaff']
const parts = ['enrolments', 'guardianLinks', 'phones', 'externalKeys', 'memberships', 'groupStaff']

/**
 * A record changed when its own row did, or one that is written with it. A pupil or group that
 * changed goes with all its ties: it may have been protected, or elsewhere, and be new to whoever
 * gets this.
 */
function findChanged({ rows, exported, changes, oldYear }: DeltaReading): ReadonlySet<string> {
  const changed = new Set<string>()
  const add = (ids: Iterable<string>) => {
    for (const id of ids) changed.add(id)
  }
  for (const table of records) add(changes.rowsOf(table))
  for (const table of parts) {
    for (const id of changes.rowsOf(table)) add(rows.ownersOfRow(id))
    for (const { was } of changes.removedFrom(table)) add(ownersOf(was))
  }
  for (const pupil of rows.pupils)
    if (changed.has(pupil.id)) changed.add(leavingId(pupil, pupil.id))
  for (const group of exported.groups) {
    if (oldYear || changed.has(group.id)) add([group.id, ...group.staff.map(({ id }) => id)])
  }
  for (const { id, memberships, guardians } of exported.pupils) {
    if (oldYear) add(memberships.map((each) => each.id))
    if (changed.has(id))
      add([...memberships.map((each) => each.id), ...guardians.map(guardianIdOf)])
  }
  // A sibling that got protection hides what the guardians of both had.
  for (const id of changes.rowsOf('pupils')) add(rows.linksOf(id).map(guardianIdOf))
  return changed
}

const guardianIdOf = ({ guardianId }: { readonly guardianId: string }) => guardianId
