import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Decision, Observation } from '#shared/absences/absence-mark.ts'
import type { AbsenceReport } from '#shared/absences/absence-report.ts'
import type { Touched } from '#shared/counters/entries-of.ts'
import type { Day } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { absenceDecisions, absenceMarks, absenceReports } from '../absences/absences-table.ts'
import type { ReadDb } from '../platform/database.ts'

/** What was said of each pupil since a day. */
export type Absences = {
  readonly touched: ReadonlyMap<PupilId, readonly Touched[]>
  readonly reports: ReadonlyMap<PupilId, readonly AbsenceReport[]>
}

/**
 * Of one pupil, or of the whole school. Arrays and text instead of objects: a school of a thousand
 * has tens of thousands of these rows, and they are read while somebody waits.
 */
export function readAbsences(db: ReadDb, since: Day, only: PupilId | null): Absences {
  const touched = new Map<PupilId, Touched[]>()
  const add = (pupilId: PupilId, place: Touched) => {
    const known = touched.get(pupilId)
    if (known) known.push(place)
    else touched.set(pupilId, [place])
  }
  for (const [pupilId, day, part, text] of readMarks(db, since, only)) {
    add(pupilId, { day, part, observation: parsed<Observation>(text), decision: null })
  }
  for (const [pupilId, day, part, text] of readDecisions(db, since, only)) {
    add(pupilId, { day, part, observation: null, decision: parsed<Decision>(text) })
  }
  return { touched, reports: readReports(db, since, only) }
}

/** Text that this table wrote itself. */
function parsed<Value>(text: string | null): Value | null {
  const value: Value | null = text === null ? null : JSON.parse(text)
  return value
}

function readMarks(db: ReadDb, since: Day, only: PupilId | null) {
  const { pupilId, day, part, observation } = absenceMarks
  return db
    .select({ pupilId, day, part, text: sql<string | null>`${observation}` })
    .from(absenceMarks)
    .where(and(gte(day, since), only ? eq(pupilId, only) : undefined))
    .values()
}

function readDecisions(db: ReadDb, since: Day, only: PupilId | null) {
  const { pupilId, day, part, decision } = absenceDecisions
  return db
    .select({ pupilId, day, part, text: sql<string | null>`${decision}` })
    .from(absenceDecisions)
    .where(and(gte(day, since), only ? eq(pupilId, only) : undefined))
    .values()
}

function readReports(db: ReadDb, since: Day, only: PupilId | null) {
  const { pupilId, until, withdrawnAt } = absenceReports
  const rows: AbsenceReport[] = db
    .select()
    .from(absenceReports)
    .where(
      and(
        or(isNull(until), gte(until, since)),
        isNull(withdrawnAt),
        only ? eq(pupilId, only) : undefined,
      ),
    )
    .all()
  return Map.groupBy(rows, (row) => row.pupilId)
}
