import { and, eq } from 'drizzle-orm'
import { type Counter, contestKey } from '#shared/counters/counter.ts'
import type { CounterReport } from '#shared/counters/counter-rows.ts'
import type {
  CounterDetail,
  CounterRow,
  CountersContract,
} from '#shared/counters/counters-contract.ts'
import { figureKeys, figures, isFigureKey } from '#shared/counters/figures.ts'
import { pupilYear } from '#shared/counters/statistics.ts'
import { ok, refuse } from '#shared/platform/result.ts'
import { shownName, shownSortName } from '#shared/pupils/mask.ts'
import { sortedByName } from '#shared/pupils/person-name.ts'
import { whoIsVisible } from '../groups/groups-table.ts'
import type { Context, ReadDb, Service } from '../platform/database.ts'
import { linkId } from '../platform/ids.ts'
import { type CountedRecord, createCounterBook } from './counter-book.ts'
import { counterContests, counterFigures, counterReports } from './counters-table.ts'
import { reportSheet } from './report-sheet.ts'
import { schoolStatistics } from './school-statistics.ts'
import { staffNames } from './staff-names.ts'

/** Legal counters and statistics. `changed` must hear of every commit. */
export function createCounters() {
  const book = createCounterBook()

  const service: Service<CountersContract> = {
    list(db, _input, caller) {
      const { frame, records } = book.read(db, caller)
      const rows = [...records.values()].flatMap((record) => rowsOf(record, caller))
      const sorted = sortedByName(rows, caller.country)
      return { country: frame.country, year: frame.year, rows: sorted.toSorted(byUrgency) }
    },

    ofPupil(db, { pupilId }, caller) {
      const record = book.read(db, caller).records.get(pupilId)
      if (!record) return []
      const nameOf = staffNames(db)
      return record.counters.filter(isShown).map(
        (counter): CounterDetail => ({
          ...counter,
          contests: contestsOf(record, counter).map((contest) => ({
            ...contest,
            byName: nameOf(contest.by),
          })),
          report: reportOf(record, counter),
        }),
      )
    },

    contest(db, { pupilId, kind, day, part, reason }, caller) {
      const record = book.read(db, caller).records.get(pupilId)
      const isLine = record?.counters.some(
        (counter) =>
          counter.kind === kind &&
          counter.lines.some((line) => line.day === day && line.part === part),
      )
      if (!record || !isLine) return refuse('counter.not-found')
      const id = linkId('counterContests', pupilId, kind, day, part)
      const { staffId: by, now: at } = caller
      db.save(counterContests, { id, pupilId, kind, day, part, reason, by, at, withdrawnAt: null })
      db.describe(shownName(record.pupil))
      return ok(null)
    },

    withdrawContest(db, { pupilId, kind, day, part }, { now }) {
      const id = linkId('counterContests', pupilId, kind, day, part)
      const contest = db.select().from(counterContests).where(eq(counterContests.id, id)).get()
      if (!contest || contest.withdrawnAt) return refuse('counter.not-found')
      db.save(counterContests, { ...contest, withdrawnAt: now })
      return ok(null)
    },

    prepare(db, { pupilId, kind, from, actions }, caller) {
      const record = book.read(db, caller).records.get(pupilId)
      const counter = record?.counters.find((each) => each.kind === kind && each.from === from)
      if (!record || !counter) return refuse('counter.not-found')
      if (!counter.from || !counter.until || !counter.reachedOn) {
        return refuse('counter.nothing-to-report')
      }
      const known = reportOf(record, counter)
      const id = known?.id ?? linkId('counterReports', pupilId, kind, counter.until)
      db.save(counterReports, {
        sentOn: null,
        sentTo: null,
        sentBy: null,
        ...known,
        id,
        pupilId,
        kind,
        from: counter.from,
        until: counter.until,
        total: counter.total,
        actions,
        preparedBy: caller.staffId,
        preparedAt: caller.now,
      })
      db.describe(shownName(record.pupil))
      return ok(id)
    },

    sheet(db, { reportId }, caller) {
      const report = findReport(db, reportId)
      const record = report && book.read(db, caller).records.get(report.pupilId)
      if (!report || !record) return refuse('counter.report-not-found')
      return ok(reportSheet(db, { report, record, counter: counterOf(record, report) }, caller))
    },

    recordSent(db, { reportId, sentOn, sentTo }, { staffId }) {
      const report = findReport(db, reportId)
      if (!report) return refuse('counter.report-not-found')
      if (sentOn && sentOn < report.from) return refuse('counter.sent-before-reached')
      db.save(counterReports, {
        ...report,
        sentOn,
        sentTo: sentOn ? sentTo : null,
        sentBy: sentOn ? staffId : null,
      })
      return ok(null)
    },

    figures(db, _input, { country }) {
      const own = new Map(
        db
          .select()
          .from(counterFigures)
          .all()
          .map((row) => [row.key, row]),
      )
      return figureKeys
        .filter((key) => figures[key].country === country)
        .map((key) => {
          const { value: usual, source, document } = figures[key]
          const mine = own.get(key)
          return {
            key,
            value: mine?.value ?? usual,
            usual,
            source,
            document,
            reason: mine?.reason ?? null,
          }
        })
    },

    setFigure(db, { key, value, reason }) {
      if (!isFigureKey(key)) return refuse('counter.figure-unknown')
      const id = linkId('counterFigures', key)
      if (value !== null) db.save(counterFigures, { id, key, value, reason })
      else if (db.select().from(counterFigures).where(eq(counterFigures.id, id)).get()) {
        db.remove(counterFigures, id)
      }
      return ok(null)
    },

    pupilYear(db, { pupilId }, caller) {
      if (!whoIsVisible(db, caller)(pupilId)) return null
      const { frame, records } = book.read(db, caller)
      const record = records.get(pupilId)
      return record ? pupilYear(record.entries, record.calendar, frame) : null
    },

    statistics: (db, { groupId }, caller) =>
      schoolStatistics(book.read(db, caller), groupId, whoIsVisible(db, caller)),
  }

  return { service, changed: book.changed, forget: book.forget }
}

/** A sum of nought is no news. */
const isShown = ({ total, state, lines }: Counter) =>
  total > 0 || state !== 'calm' || lines.length > 0

function rowsOf(record: CountedRecord, { country }: Context): readonly CounterRow[] {
  const { pupil, classes } = record
  const shown = record.counters.filter(({ total, state }) => total > 0 || state !== 'calm')
  return shown.map((counter) => {
    const { lines: _, ...rest } = counter
    return {
      ...rest,
      key: `${pupil.id} ${counter.kind} ${counter.from}`,
      pupilId: pupil.id,
      name: shownName(pupil),
      sortName: shownSortName(pupil, country),
      groupName: classes.at(-1)?.groupName ?? '',
      report: reportOf(record, counter),
    }
  })
}

const urgency = ['due', 'near', 'calm', 'done']

/** What is due first, by deadline; then what is nearest to its limit. */
function byUrgency(a: CounterRow, b: CounterRow): number {
  return (
    urgency.indexOf(a.state) - urgency.indexOf(b.state) ||
    (a.deadline ?? '9').localeCompare(b.deadline ?? '9') ||
    b.total / Math.max(1, b.limit) - a.total / Math.max(1, a.limit)
  )
}

/** The report that was made of a counter: it shares a day with it. */
function reportOf({ reports }: CountedRecord, { kind, from, until, reachedOn }: Counter) {
  if (!from || !until || !reachedOn) return null
  const mine = reports.filter(
    (report) => report.kind === kind && report.from <= until && report.until >= from,
  )
  return mine.find(({ sentOn }) => sentOn !== null) ?? mine[0] ?? null
}

const counterOf = (record: CountedRecord, { id }: CounterReport) =>
  record.counters.find((counter) => reportOf(record, counter)?.id === id) ?? null

function contestsOf({ contests }: CountedRecord, { kind, lines }: Counter) {
  const shown = new Set(lines.map(({ day, part }) => part && contestKey(kind, day, part)))
  return contests.filter(
    (contest) => contest.kind === kind && shown.has(contestKey(kind, contest.day, contest.part)),
  )
}

const findReport = (db: ReadDb, id: string) =>
  db
    .select()
    .from(counterReports)
    .where(and(eq(counterReports.id, id)))
    .get()
