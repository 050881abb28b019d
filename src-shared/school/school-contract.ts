import { z } from 'zod'
import {
  administrators,
  command,
  defineContract,
  everyone,
  pupilStaff,
  query,
} from '#shared/platform/contract.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import { type School, SchoolFields } from './school.ts'

/** The start screen by role: what the office sees before anything else. */
export type TodayOverview = {
  readonly today: Day
  readonly pupilCount: number
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly pupilCount: number
    readonly incompleteCount: number
  }[]
  readonly incompleteCount: number
  readonly duplicateCount: number
  readonly startingSoon: readonly {
    readonly id: PupilId
    readonly name: string
    readonly on: Day
  }[]
  readonly leavingSoon: readonly { readonly id: PupilId; readonly name: string; readonly on: Day }[]
  readonly birthdays: readonly {
    readonly id: PupilId
    readonly name: string
    readonly groupName: string
    /** `2026-11-23` in this year. */
    readonly on: Day
    readonly turns: number
  }[]
}

export const schoolContract = defineContract('school', {
  find: query(everyone, z.object({})).answers<School>(),
  change: command(administrators, SchoolFields.omit({ country: true }).partial()).answers<
    Result<null, 'school.not-found'>
  >(),
  today: query(pupilStaff, z.object({})).answers<TodayOverview>(),
})
export type SchoolContract = typeof schoolContract
