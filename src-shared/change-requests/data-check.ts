import { z } from 'zod'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { GroupId } from '#shared/groups/group.ts'
import type { Day, Moment } from '#shared/platform/day.ts'

export const DataCheckId = z.uuid().brand('DataCheckId')
export type DataCheckId = z.output<typeof DataCheckId>

/** A round in which the school asks guardians whether what it knows is still right. */
export type DataCheck = {
  readonly id: DataCheckId
  readonly name: string
  /** Guardians with a child in one of these groups; null asks everybody. */
  readonly groupIds: GroupId[] | null
  readonly startedOn: Day
  readonly endsOn: Day
  /** The portal mails who has not answered each time that this moment changes. */
  readonly remindedAt: Moment | null
  readonly closedAt: Moment | null
}

/** `right`: all was right; `request`: something was not, and was asked. */
export type ConfirmationWay = 'right' | 'request'

/**
 * A guardian said that everything is right, or asked what was not. Rows are added, never changed: the
 * last one is the day of the last confirmation. Outside a round `checkId` is null.
 */
export type DataConfirmation = {
  readonly id: string
  readonly guardianId: GuardianId
  readonly checkId: DataCheckId | null
  readonly confirmedAt: Moment
  readonly source: 'portal' | 'paper'
  readonly way: ConfirmationWay
}

/** Whether guardians may still answer. */
export const isOpen = (check: Pick<DataCheck, 'endsOn' | 'closedAt'>, today: Day) =>
  check.closedAt === null && check.endsOn >= today
