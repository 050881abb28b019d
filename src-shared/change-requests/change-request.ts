import { z } from 'zod'
import type { GuardianId } from '#shared/families/guardian.ts'
import type { Moment } from '#shared/platform/day.ts'
import type { PupilId } from '#shared/pupils/pupil.ts'
import type { StaffId } from '#shared/staff/staff.ts'
import type { DataCheckId } from './data-check.ts'

export const ChangeRequestId = z.uuid().brand('ChangeRequestId')
export type ChangeRequestId = z.output<typeof ChangeRequestId>
export const ChangePartId = z.uuid().brand('ChangePartId')
export type ChangePartId = z.output<typeof ChangePartId>

/** The tabs of a child's pages on which something can be asked; `own` is the guardian's own card. */
export const askTabs = ['personal', 'address', 'contacts', 'medical', 'own'] as const
export const AskTab = z.enum(askTabs)
export type AskTab = z.output<typeof AskTab>

/** On paper: the office typed over what a guardian wrote down. */
export type RequestSource = 'portal' | 'paper'

/**
 * What a guardian asked in one go on one tab. A request never changes afterwards but for the moments
 * at its end; what becomes of it follows from its parts (`requestState`).
 */
export type ChangeRequest = {
  readonly id: ChangeRequestId
  readonly guardianId: GuardianId
  /** For these children, at least one. Siblings share a request where the data are the same. */
  readonly pupilIds: PupilId[]
  readonly tab: AskTab
  readonly source: RequestSource
  /** Of the tab `medical`: kept from who may not see health data, also while it is pending. */
  readonly isMedical: boolean
  /** Its parts, and no others: a part that is not named here counts for nothing. */
  readonly partIds: ChangePartId[]
  readonly madeAt: Moment
  /** Who typed it over from paper. */
  readonly enteredBy: StaffId | null
  readonly checkId: DataCheckId | null
  /** The guardian took it back; every part that was open then has the decision `withdrawn`. */
  readonly withdrawnAt: Moment | null
  /** When the last part was decided. The answer leaves 60 seconds later, unless it is null again. */
  readonly answeredAt: Moment | null
}

/** Tables of which a guardian may ask something at all (`rules/ask-fields.ts` says which fields). */
export const askTables = [
  'pupils',
  'medicals',
  'households',
  'guardians',
  'phones',
  'contacts',
  'contactLinks',
] as const
export type AskTable = (typeof askTables)[number]

/** Another value for a field, a new row, or the end of a row. */
export const askActs = ['set', 'add', 'end'] as const
export type AskAct = (typeof askActs)[number]

/**
 * `withdrawn` by the guardian; `unchanged` when the record has the value by now. A decision that the
 * office takes back is null again.
 */
export type Decision = 'accepted' | 'rejected' | 'withdrawn' | 'unchanged'

/**
 * One thing that was asked. Values are text as a field of sync has it (`fieldText`): booleans `1` and
 * `0`, lists their JSON, nothing null. Of a new row `asked` is the JSON of `NewPhone` or `NewContact`.
 */
export type ChangePart = {
  readonly id: ChangePartId
  readonly requestId: ChangeRequestId
  readonly position: number
  readonly act: AskAct
  readonly tbl: AskTable
  /**
   * The row it is about. For a new phone its owner (pupil, household, guardian or contact, by the
   * tab); for a new contact a child of the request: it is made for all of them.
   */
  readonly rowId: string
  /** Only of `set`. */
  readonly field: string | null
  /** The value as the guardian saw it; of `end` what the row is called (a number, a name). */
  readonly seen: string | null
  readonly asked: string | null
  /** What the guardian wrote about it: always shown as text. */
  readonly remark: string | null
  readonly isMedical: boolean
  /** The office asked to see a document before it decides. */
  readonly documentAskedAt: Moment | null
  readonly documentSeenAt: Moment | null
  /** Decided once: of two who decide at the same time the first stands (`sync/decided-once.ts`). */
  readonly decision: Decision | null
  /** What was written, when the office made something else of it. */
  readonly decided: string | null
  /** What stood there before, for taking it back. */
  readonly before: string | null
  /** Why not, in the guardian's language. */
  readonly reason: string | null
  readonly decidedAt: Moment | null
  readonly decidedBy: StaffId | null
}

export type RequestState =
  | 'pending'
  | 'accepted'
  | 'partly'
  | 'rejected'
  | 'withdrawn'
  | 'unchanged'

/** What became of a request: pending as long as any part is open. */
export function requestState(parts: readonly Pick<ChangePart, 'decision'>[]): RequestState {
  const decisions = parts.map(({ decision }) => decision)
  if (decisions.includes(null)) return 'pending'
  const accepted = decisions.filter((each) => each === 'accepted' || each === 'unchanged').length
  const refused = decisions.filter((each) => each === 'rejected').length
  if (decisions.every((each) => each === 'unchanged')) return 'unchanged'
  if (accepted > 0 && refused > 0) return 'partly'
  if (accepted > 0) return 'accepted'
  return refused > 0 ? 'rejected' : 'withdrawn'
}

/** The state of one part, in the same words. */
export const partState = (part: Pick<ChangePart, 'decision'>) => requestState([part])

/** A value of a field as parts carry it; nothing and an empty text are the same to a guardian. */
export function fieldText(value: string | number | boolean | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null
  return typeof value === 'boolean' ? String(Number(value)) : String(value)
}

/** Time in which the office can take a decision back before the guardian gets the answer. */
export const answerLeavesAfterSeconds = 60
