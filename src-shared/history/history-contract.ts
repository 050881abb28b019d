import { z } from 'zod'
import { command, defineContract, everyone, job, office, query } from '#shared/platform/contract.ts'
import type { Result } from '#shared/platform/result.ts'

/** One thing somebody did: one transaction, undone as a whole. */
export type ActionRow = {
  readonly id: string
  readonly at: string
  readonly staffName: string
  /** The contract method, `pupils.change`: its wording is in the messages of `history`. */
  readonly path: string
  /** Whom or what it was about, `Anna van den Berg`. */
  readonly subject: string | null
  readonly changeCount: number
  readonly isUndone: boolean
  readonly isOwn: boolean
}

/** One field that was changed: from what to what, when and by whom. */
export type ChangeRow = {
  readonly id: number
  readonly at: string
  readonly staffName: string
  readonly table: string
  readonly rowId: string
  /** Null when the whole row was made or removed. */
  readonly field: string | null
  readonly from: unknown
  readonly to: unknown
  readonly path: string
}

export type HistoryRefusal =
  | 'history.nothing-to-undo'
  | 'history.nothing-to-redo'
  | 'history.changed-since'
  | 'history.not-found'
  | 'history.not-yours'

export const historyContract = defineContract('history', {
  /** The caller's last 50 actions, newest first. */
  lastActions: query(everyone, z.object({})).answers<readonly ActionRow[]>(),
  /** Jobs, since an action may be the import of a whole school; a small one answers at once. */
  undo: job(everyone, z.object({ actionId: z.uuid().nullable() })).answers<
    Result<ActionRow, HistoryRefusal>
  >(),
  redo: job(everyone, z.object({})).answers<Result<ActionRow, HistoryRefusal>>(),
  /** Everything that happened to a row, or to one field of it, newest first. */
  ofRow: query(
    office,
    z.object({ table: z.string().max(60), rowId: z.uuid(), field: z.string().max(60).nullable() }),
  ).answers<readonly ChangeRow[]>(),
  /** Everything about a pupil: own row, links, enrolments, memberships, consents. */
  ofPupil: query(office, z.object({ pupilId: z.uuid() })).answers<readonly ChangeRow[]>(),
  /** Puts one field back to what it was before a change. */
  revert: command(office, z.object({ changeId: z.number().int() })).answers<
    Result<null, HistoryRefusal>
  >(),
})
export type HistoryContract = typeof historyContract
