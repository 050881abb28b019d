import { type SQL, sql } from 'drizzle-orm'
import type { AbsenceEntry } from '#shared/counters/absence-entry.ts'
import { compulsoryOn, isFiveInYear } from '#shared/counters/compulsory-age.ts'
import { type Counter, contestKey } from '#shared/counters/counter.ts'
import type { CounterContest, CounterReport } from '#shared/counters/counter-rows.ts'
import { countersOf } from '#shared/counters/counters-of.ts'
import { entriesOf } from '#shared/counters/entries-of.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { halfDaysIn } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import {
  absenceDecisions,
  absenceMarks,
  absenceNotices,
  absenceReports,
  callAttempts,
} from '../absences/absences-table.ts'
import { leaveRequests } from '../leave/leave-table.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import { counterContests, counterReports } from './counters-table.ts'
import { type Frame, readFrame } from './frame.ts'
import { readAbsences } from './read-absences.ts'
import { readAround } from './read-around.ts'
import {
  type ClassTime,
  type CountedPupil,
  readClasses,
  readFirstDays,
  readPupils,
} from './read-pupils.ts'

/** One pupil with everything that is counted of it. */
export type CountedRecord = {
  readonly pupil: CountedPupil
  /** Since the first day that is looked at, in order. */
  readonly classes: readonly ClassTime[]
  readonly calendar: SchoolCalendar
  /** Absence since the first day that is looked at, up to today. */
  readonly entries: readonly AbsenceEntry[]
  readonly counters: readonly Counter[]
  readonly contests: readonly CounterContest[]
  readonly reports: readonly CounterReport[]
}

export type CounterBook = {
  readonly frame: Frame
  readonly records: ReadonlyMap<PupilId, CountedRecord>
}

/** Tables whose rows are about one pupil: only that pupil is counted again. */
const aboutPupils = {
  absenceMarks,
  absenceDecisions,
  absenceReports,
  callAttempts,
  absenceNotices,
  counterContests,
  counterReports,
  leaveRequests,
} as const

/** Tables on which everything rests: all is read anew when somebody asks. */
const aboutAll = new Set([
  'schools',
  'schoolYears',
  'groups',
  'memberships',
  'enrolments',
  'dayPatterns',
  'dayExceptions',
  'pupilDayExceptions',
  'absenceSettings',
  'counterFigures',
])

/**
 * The counters of the whole school, kept in memory beside the file: read once, and after a change only
 * for the pupils whom it is about. `changed` must hear of every commit.
 */
export function createCounterBook() {
  let book: { frame: Frame; records: Map<PupilId, CountedRecord> } | null = null
  const changedRows = new Map<keyof typeof aboutPupils, Set<string>>()
  const stale = new Set<PupilId>()

  function forget() {
    book = null
    changedRows.clear()
    stale.clear()
  }

  function refresh(db: ReadDb, frame: Frame, records: Map<PupilId, CountedRecord>): boolean {
    for (const [name, ids] of changedRows) {
      for (const id of ids) {
        const pupilId = pupilOf(db, name, id)
        // The row is gone, and with it whom it was about.
        if (!pupilId) return false
        stale.add(pupilId)
      }
    }
    changedRows.clear()
    for (const pupilId of stale) {
      const [record] = readRecords(db, frame, pupilId)
      if (record) records.set(pupilId, record)
      else records.delete(pupilId)
    }
    stale.clear()
    return true
  }

  return {
    /** As it is now. */
    read(db: ReadDb, caller: Pick<Context, 'today' | 'country'>): CounterBook {
      const isOfToday = book?.frame.today === caller.today && book.frame.country === caller.country
      if (book && isOfToday && refresh(db, book.frame, book.records)) return book
      forget()
      const frame = readFrame(db, caller)
      const records = readRecords(db, frame, null)
      book = { frame, records: new Map(records.map((record) => [record.pupil.id, record])) }
      return book
    },
    changed(rows: ReadonlyMap<string, ReadonlySet<string>>) {
      if (!book) return
      for (const [table, ids] of rows) {
        if (aboutAll.has(table)) return forget()
        if (table === 'pupils') addPupils(ids, book.records, stale)
        if (!isAboutPupils(table)) continue
        changedRows.set(table, new Set([...(changedRows.get(table) ?? []), ...ids]))
      }
    },
    forget,
  }
}

const isAboutPupils = (table: string): table is keyof typeof aboutPupils => table in aboutPupils

function addPupils(
  ids: ReadonlySet<string>,
  known: ReadonlyMap<PupilId, unknown>,
  stale: Set<PupilId>,
) {
  // A pupil that is not known has no class yet; its membership comes as a change of its own.
  for (const id of known.keys()) if (ids.has(id)) stale.add(id)
}

function pupilOf(db: ReadDb, name: keyof typeof aboutPupils, id: string): PupilId | undefined {
  const table = aboutPupils[name]
  const isThat: SQL = sql`${table.id} = ${id}`
  return db.select({ pupilId: table.pupilId }).from(table).where(isThat).get()?.pupilId
}

function readRecords(db: ReadDb, frame: Frame, only: PupilId | null): readonly CountedRecord[] {
  const { since, today, timeZone, country } = frame
  const classes = readClasses(db, since, only)
  const { touched, reports } = readAbsences(db, since, only)
  const around = readAround(db, { since, only, timeZone, country })
  const firstDays = country === 'be' ? readFirstDays(db, today, only) : null
  return readPupils(db, only).flatMap((pupil) => {
    const times = classes.get(pupil.id)
    if (!times) return []
    const calendar = frame.days.ofPupil(pupil.id, times)
    const entries = entriesOf({
      pupilId: pupil.id,
      touched: touched.get(pupil.id) ?? [],
      reports: reports.get(pupil.id) ?? [],
      calendar,
      codes: frame.codes,
      within: { from: since, until: today },
    })
    const contests = around.contests.get(pupil.id) ?? []
    const made = around.reports.get(pupil.id) ?? []
    const firstDay = firstDays?.get(pupil.id)
    const counters = countersOf(country, {
      entries,
      calendar,
      publicHolidays: frame.days.publicHolidays,
      isCompulsoryOn: compulsoryOn(pupil.birthDate, country),
      // Who comes only next year has no half days yet.
      isFiveYearOld:
        isFiveInYear(pupil.birthDate, frame.year.from) &&
        halfDaysIn(calendar, frame.year.from, frame.year.until) > 0,
      firstDay: firstDay && firstDay > frame.year.from ? firstDay : frame.year.from,
      year: frame.year,
      today,
      contested: new Set(contests.map(({ kind, day, part }) => contestKey(kind, day, part))),
      sent: made.filter(({ sentOn }) => sentOn !== null),
      refused: around.refused.get(pupil.id) ?? [],
      toldOn: around.toldOn.get(pupil.id) ?? new Set(),
      figureOf: frame.figureOf,
    })
    return { pupil, classes: times, calendar, entries, counters, contests, reports: made }
  })
}
