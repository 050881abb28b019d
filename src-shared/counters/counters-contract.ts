import { z } from 'zod'
import { DayPart } from '#shared/absences/absence-mark.ts'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { type Counter, counterKinds, type Days } from './counter.ts'
import type { CounterContest, CounterReport } from './counter-rows.ts'
import type { FigureKey, FigureSource } from './figures.ts'
import type { GroupYear, PupilYear, WeekChart } from './statistics.ts'

const CounterKindSchema = z.enum(counterKinds)

/** One counter of one pupil in the list; its sum is asked for apart. */
export type CounterRow = Omit<Counter, 'lines'> & {
  /** Pupil, counter and first day. */
  readonly key: string
  readonly pupilId: PupilId
  readonly name: string
  readonly sortName: string
  readonly groupName: string
  readonly report: CounterReport | null
}

export type CounterList = {
  readonly country: Country
  readonly year: Days
  readonly rows: readonly CounterRow[]
}

/** A counter with its whole sum, and what people said about its lines. */
export type CounterDetail = Counter & {
  readonly contests: readonly (CounterContest & { readonly byName: string })[]
  readonly report: CounterReport | null
}

export type FigureRow = {
  readonly key: FigureKey
  /** What holds. */
  readonly value: number
  /** Balie's own. */
  readonly usual: number
  readonly source: FigureSource
  readonly document: string
  /** Why the school has another. */
  readonly reason: string | null
}

/** A report on paper: HTML with its styles inside. */
export type ReportSheet = { readonly title: string; readonly html: string }

export type CounterRefusal =
  | 'counter.not-found'
  | 'counter.nothing-to-report'
  | 'counter.report-not-found'
  | 'counter.sent-before-reached'
  | 'counter.figure-unknown'

const Line = z.object({
  pupilId: PupilId,
  kind: CounterKindSchema,
  day: Day,
  part: DayPart,
})
const WhichCounter = z.object({
  pupilId: PupilId,
  kind: CounterKindSchema,
  /** First day of the counter; null where it has none. */
  from: Day.nullable(),
})

export const countersContract = defineContract('counters', {
  /** Everything that is counted and is not nought, what is due first. */
  list: query(office, z.object({})).answers<CounterList>(),
  ofPupil: query(office, z.object({ pupilId: PupilId })).answers<readonly CounterDetail[]>(),
  contest: command(office, Line.extend({ reason: z.string().trim().min(1).max(500) })).answers<
    Result<null, 'counter.not-found'>
  >(),
  withdrawContest: command(office, Line).answers<Result<null, 'counter.not-found'>>(),
  /** Writes down that a report is prepared, and what the school did so far. */
  prepare: command(office, WhichCounter.extend({ actions: z.string().trim().max(4000) })).answers<
    Result<string, 'counter.not-found' | 'counter.nothing-to-report'>
  >(),
  /** The sheet to copy into the government's own system. Balie sends nothing. */
  sheet: query(office, z.object({ reportId: z.uuid() })).answers<
    Result<ReportSheet, 'counter.report-not-found'>
  >(),
  /** Somebody sent it, and says when and where; with null it was not sent after all. */
  recordSent: command(
    office,
    z.object({
      reportId: z.uuid(),
      sentOn: Day.nullable(),
      sentTo: z.string().trim().max(200),
    }),
  ).answers<Result<null, 'counter.report-not-found' | 'counter.sent-before-reached'>>(),
  figures: query(office, z.object({})).answers<readonly FigureRow[]>(),
  setFigure: command(
    office,
    z.object({
      key: z.string().max(60),
      /** Null is Balie's own again. */
      value: z.number().int().min(0).max(10_000).nullable(),
      reason: z.string().trim().max(500),
    }),
  ).answers<Result<null, 'counter.figure-unknown'>>(),
  /** A pupil's school year, week by week. */
  pupilYear: query(pupilStaff, z.object({ pupilId: PupilId })).answers<PupilYear | null>(),
  /** Groups beside each other, and the weeks of the school or of one group. */
  statistics: query(pupilStaff, z.object({ groupId: z.uuid().nullable() })).answers<{
    readonly groups: readonly GroupYear[]
    readonly weeks: WeekChart
  }>(),
})
export type CountersContract = typeof countersContract
