import { gte } from 'drizzle-orm'
import { type CodeBook, codeBook } from '#shared/absences/absence-codes.ts'
import { usualSettings } from '#shared/absences/absence-settings.ts'
import type { Days } from '#shared/counters/counter.ts'
import { type FigureOf, figuresWith } from '#shared/counters/figures.ts'
import { runningYear } from '#shared/groups/group.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { type SchoolDays, schoolDays } from '#shared/school-days/calendar/school-days.ts'
import { absenceSettings } from '../absences/absences-table.ts'
import { schoolYears } from '../groups/groups-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { schools } from '../school/school-table.ts'
import { dayExceptions, dayPatterns, pupilDayExceptions } from '../school-days/school-days-table.ts'
import { counterFigures } from './counters-table.ts'
import { yearsOf } from './read-pupils.ts'

/**
 * How long before the school year is looked back, in days: what was reached in spring can still be
 * reported, and the four lesson weeks before the summer count on into the new year.
 */
const daysBefore = 120

/** What is the same for every pupil. */
export type Frame = {
  readonly today: Day
  readonly country: Country
  readonly timeZone: string
  /** The running school year. */
  readonly year: Days
  /** The first day that is looked at. */
  readonly since: Day
  readonly days: SchoolDays
  readonly codes: CodeBook
  readonly figureOf: FigureOf
}

export function readFrame(
  db: ReadDb,
  { today, country }: Pick<Context, 'today' | 'country'>,
): Frame {
  const running = runningYear(db.select().from(schoolYears).all(), today)
  const years = yearsOf(db, running)
  const year = { from: running?.startsOn ?? today, until: running?.endsOn ?? today }
  const since = addDays(year.from, -daysBefore)
  const settings = db.select().from(absenceSettings).get() ?? usualSettings()
  return {
    today,
    country,
    timeZone: db.select().from(schools).get()?.timeZone ?? 'UTC',
    year,
    since,
    days: schoolDays({
      country,
      years,
      patterns: db.select().from(dayPatterns).all(),
      exceptions: db.select().from(dayExceptions).where(gte(dayExceptions.endsOn, since)).all(),
      pupilExceptions: db
        .select()
        .from(pupilDayExceptions)
        .where(gte(pupilDayExceptions.endsOn, since))
        .all(),
    }),
    codes: codeBook(country, settings.ownCodes, settings.hidesIllness),
    figureOf: figuresWith(db.select().from(counterFigures).all()),
  }
}
