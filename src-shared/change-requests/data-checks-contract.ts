import { z } from 'zod'
import { GuardianId } from '#shared/families/guardian.ts'
import { GroupId } from '#shared/groups/group.ts'
import { command, defineContract, office, query } from '#shared/platform/contract.ts'
import { Day, type Moment } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import {
  type ConfirmationWay,
  type DataCheck,
  DataCheckId,
  type DataConfirmation,
} from './data-check.ts'

export type DataCheckRow = DataCheck & {
  readonly isOpen: boolean
  /** Empty for the whole school. */
  readonly groupNames: string
  /** Guardians who were asked, and how many of them said what. */
  readonly asked: number
  readonly right: number
  readonly requested: number
}

export type CheckedGuardian = {
  readonly guardianId: GuardianId
  readonly name: string
  readonly children: readonly {
    readonly id: PupilId
    readonly name: string
    readonly groupName: string
  }[]
  /** Can answer on the portal; who cannot gets a sheet. */
  readonly hasAccount: boolean
  /** On the printed sheet: six signs that lead back to this guardian and round. */
  readonly code: string
  readonly answer: {
    readonly at: Moment
    readonly way: ConfirmationWay
    readonly source: DataConfirmation['source']
  } | null
  readonly haystack: string
}

export type DataCheckRefusal = 'check.not-found' | 'check.no-guardians' | 'check.closed'

/** A sheet to print: a whole HTML document, one family's page after another. */
export type CheckSheets = {
  readonly title: string
  readonly html: string
  readonly count: number
  /** Protected families, who get no sheet. */
  readonly leftOut: number
}

const theCheck = z.object({ id: DataCheckId })

export const dataChecksContract = defineContract('dataChecks', {
  list: query(office, z.object({})).answers<readonly DataCheckRow[]>(),
  progress: query(office, theCheck).answers<Result<readonly CheckedGuardian[], DataCheckRefusal>>(),
  start: command(
    office,
    z.object({
      name: z.string().trim().min(1).max(80),
      groupIds: z.array(GroupId).min(1).max(200).nullable(),
      endsOn: Day,
    }),
  ).answers<Result<DataCheckId, DataCheckRefusal>>(),
  /** Asks the portal to mail everybody who has not answered yet. */
  remind: command(office, theCheck).answers<Result<null, DataCheckRefusal>>(),
  close: command(office, theCheck).answers<Result<null, DataCheckRefusal>>(),
  /** Everything was right, on paper or at the counter. */
  confirm: command(office, theCheck.extend({ guardianId: GuardianId })).answers<
    Result<null, DataCheckRefusal>
  >(),
  /** Sheets for these guardians; empty for everybody who has no account and has not answered. */
  sheets: query(office, theCheck.extend({ guardianIds: z.array(GuardianId).max(2000) })).answers<
    Result<CheckSheets, DataCheckRefusal>
  >(),
})
export type DataChecksContract = typeof dataChecksContract
