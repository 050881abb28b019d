import { z } from 'zod'
import { GuardianId } from '#shared/families/guardian.ts'
import { GroupId } from '#shared/groups/group.ts'
import { command, defineContract, office, pupilStaff, query } from '#shared/platform/contract.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import { ConsentFields, type ConsentPurpose } from './consent.ts'

export type ConsentRow = {
  readonly pupilId: PupilId
  readonly name: string
  readonly standing: Readonly<Record<ConsentPurpose, 'granted' | 'refused' | 'unknown'>>
}

export const consentsContract = defineContract('consents', {
  /** Pupils against purposes, for one group. */
  matrix: query(pupilStaff, z.object({ groupId: GroupId })).answers<readonly ConsentRow[]>(),
  record: command(
    office,
    z.object({ pupilId: PupilId, guardianId: GuardianId.nullable(), fields: ConsentFields }),
  ).answers<Result<null, 'pupil.not-found' | 'guardian.not-found'>>(),
})
export type ConsentsContract = typeof consentsContract
