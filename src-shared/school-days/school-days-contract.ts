import { z } from 'zod'
import { GroupId, type SchoolYear, SchoolYearId } from '#shared/groups/group.ts'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import {
  type DayException,
  DayExceptionFields,
  type PupilDayException,
  PupilDayExceptionFields,
} from './day-exception.ts'
import { type DayPattern, DayPatternFields } from './day-pattern.ts'
import { type HolidayProposal, HolidayRegion } from './holiday-proposal.ts'
import { type Term, TermFields } from './term.ts'

/** All of the school's days but the exceptions of single pupils; `schoolDays()` takes it. */
export type SchoolDaysRows = {
  readonly country: Country
  readonly years: readonly SchoolYear[]
  readonly terms: readonly Term[]
  readonly patterns: readonly DayPattern[]
  readonly exceptions: readonly DayException[]
}

export type PupilDayExceptionRow = PupilDayException & { readonly pupilName: string }

/** What already was done on days that somebody is about to change. */
export type Touched = {
  readonly registers: number
  readonly reports: number
  readonly rounds: number
  readonly events: number
}

export type SchoolDaysRefusal =
  | 'exception.not-found'
  | 'exception.outside-years'
  | 'exception.name-needed'
  | 'pattern.not-found'
  | 'term.not-found'
  | 'year.not-found'
  | 'group.not-found'
  | 'pupil.not-found'

const byId = z.object({ id: z.uuid() })
const Period = z.object({
  startsOn: Day,
  endsOn: Day,
  groupIds: z.array(GroupId).max(200).nullable(),
})

export const schoolDaysContract = defineContract('schoolDays', {
  find: query(pupilStaff, z.object({})).answers<SchoolDaysRows>(),
  /** Of the pupils that the caller may see, those that have not ended, by name. */
  ofPupils: query(pupilStaff, z.object({})).answers<readonly PupilDayExceptionRow[]>(),
  /** One week for several groups; null among them is the week of the school. */
  savePattern: command(
    office,
    DayPatternFields.omit({ groupId: true }).extend({
      groupIds: z.array(GroupId.nullable()).min(1).max(200),
    }),
  ).answers<Result<null, SchoolDaysRefusal>>(),
  removePattern: command(office, byId).answers<Result<null, SchoolDaysRefusal>>(),
  saveException: command(
    office,
    z.object({ id: z.uuid().nullable(), fields: DayExceptionFields }),
  ).answers<Result<string, SchoolDaysRefusal>>(),
  removeException: command(office, byId).answers<Result<null, SchoolDaysRefusal>>(),
  savePupilException: command(
    office,
    z.object({ id: z.uuid().nullable(), fields: PupilDayExceptionFields }),
  ).answers<Result<string, SchoolDaysRefusal>>(),
  removePupilException: command(office, byId).answers<Result<null, SchoolDaysRefusal>>(),
  saveTerm: command(office, z.object({ id: z.uuid().nullable(), fields: TermFields })).answers<
    Result<string, SchoolDaysRefusal>
  >(),
  removeTerm: command(office, byId).answers<Result<null, SchoolDaysRefusal>>(),
  /**
   * The holidays of a region that fall in a school year, beside what the school has; without a region
   * those of the region whose days the school has most of.
   */
  proposals: query(
    office,
    z.object({ region: HolidayRegion.nullable(), schoolYearId: SchoolYearId }),
  ).answers<{
    readonly region: HolidayRegion | null
    readonly proposals: readonly HolidayProposal[]
  }>(),
  /** Takes these over, and sets the days of those that the school has already. */
  acceptProposals: command(
    office,
    z.object({
      region: HolidayRegion,
      schoolYearId: SchoolYearId,
      keys: z.array(z.string().max(200)).min(1).max(100),
    }),
  ).answers<Result<number, SchoolDaysRefusal>>(),
  /** How many registers and other things lie on these days, of these groups or of all. */
  touched: query(office, Period).answers<Touched>(),
})
export type SchoolDaysContract = typeof schoolDaysContract
