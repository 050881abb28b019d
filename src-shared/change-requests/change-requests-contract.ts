import { z } from 'zod'
import { GuardianId, type Relation } from '#shared/families/guardian.ts'
import { GroupId } from '#shared/groups/group.ts'
import { command, defineContract, office, query } from '#shared/platform/contract.ts'
import type { Moment } from '#shared/platform/day.ts'
import type { Language } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import {
  AskTab,
  askTables,
  type ChangePart,
  ChangePartId,
  ChangeRequestId,
  type RequestSource,
  type RequestState,
} from './change-request.ts'
import { DataCheckId } from './data-check.ts'
import type { AskInput } from './rules/ask-fields.ts'
import { AskMode, type AskRule } from './rules/ask-rules.ts'
import type { AskDoubt } from './rules/asked-value.ts'
import type { CarryOutRefusal } from './rules/carry-out.ts'
import type { PartStanding } from './rules/three-way.ts'

/** A request in the queue; who may not see health data gets no medical ones. */
export type RequestRow = {
  readonly id: ChangeRequestId
  /** `Saar, Tim de Vries`: the children it is asked for. */
  readonly pupilNames: string
  readonly groupName: string
  readonly guardianName: string
  readonly tab: AskTab
  readonly source: RequestSource
  readonly madeAt: Moment
  /** What is asked, as `askKey` names it: `households.street`, `phones.add`. */
  readonly subjects: readonly string[]
  /** Everything asked is of the kinds that may be accepted in bulk; `simple` looks closer. */
  readonly seemsSimple: boolean
  /** A document was asked and not seen yet. */
  readonly waitsForDocument: boolean
  readonly state: RequestState
  readonly answeredAt: Moment | null
  readonly answeredBy: string | null
  readonly haystack: string
}

/** Something about a part that the office should see before it decides. */
export type PartCheck =
  | { readonly kind: 'email-taken'; readonly name: string }
  /** Other homes with this postcode are in another town. */
  | { readonly kind: 'town'; readonly town: string }
  /** The school knows a doctor of this name: the child is tied to that one. */
  | { readonly kind: 'known-contact'; readonly name: string }
  /** Somebody of this name may never take the child along. */
  | { readonly kind: 'forbidden-contact'; readonly name: string }
  | { readonly kind: 'document' }

export type PartView = Pick<
  ChangePart,
  | 'id'
  | 'act'
  | 'tbl'
  | 'rowId'
  | 'field'
  | 'seen'
  | 'asked'
  | 'remark'
  | 'documentAskedAt'
  | 'documentSeenAt'
  | 'decision'
  | 'decided'
  | 'before'
  | 'reason'
> & {
  /** The present value, as text; of `end` what the row is called. */
  readonly now: string | null
  readonly standing: PartStanding
  readonly input: AskInput
  /** What of, where a tab holds several rows of a kind: a contact's or an owner's name. */
  readonly of: string | null
  readonly isRisky: boolean
  /** Why it can only be rejected. */
  readonly refusal: CarryOutRefusal | null
  readonly doubt: AskDoubt | null
  readonly checks: readonly PartCheck[]
}

export type Inhabitant = {
  readonly id: string
  readonly kind: 'pupil' | 'guardian'
  readonly name: string
  /** Goes along unless the office says otherwise. */
  readonly isUsual: boolean
}

export type RequestFile = Omit<RequestRow, 'haystack' | 'subjects'> & {
  readonly children: readonly {
    readonly id: PupilId
    readonly name: string
    readonly groupName: string
  }[]
  /** Other children of who asked, for whom nothing was asked. */
  readonly others: readonly {
    readonly id: PupilId
    readonly name: string
    readonly groupName: string
  }[]
  readonly guardian: {
    readonly id: GuardianId
    readonly relation: Relation | null
    readonly hasAuthority: boolean
    readonly language: Language
  }
  readonly enteredBy: string | null
  readonly parts: readonly PartView[]
  /** Of a request about an address: the home and everybody who lives there. */
  readonly home: {
    readonly address: string
    readonly living: readonly Inhabitant[]
    /** Of every guardian of these children: which of them they see in the portal. */
    readonly sees: readonly { readonly name: string; readonly children: string }[]
  } | null
  /** A child is protected and nobody gave a reason to look: no value is in this answer. */
  readonly isLocked: boolean
}

/** What a request that may be accepted in bulk would write. */
export type SimpleRequest = {
  readonly id: ChangeRequestId
  readonly pupilNames: string
  readonly guardianName: string
  readonly parts: readonly Pick<
    PartView,
    'id' | 'act' | 'tbl' | 'field' | 'now' | 'asked' | 'input'
  >[]
}

/** One field of the form in which the office types over what came on paper. */
export type PaperField = {
  readonly tab: AskTab
  readonly act: ChangePart['act']
  readonly tbl: ChangePart['tbl']
  readonly rowId: string
  readonly field: string | null
  readonly now: string | null
  readonly of: string | null
  readonly input: AskInput
  readonly isRequired: boolean
}

export type PaperForm = {
  readonly guardianName: string
  readonly children: RequestFile['children']
  readonly fields: readonly PaperField[]
}

export type AskingGuardian = {
  readonly id: GuardianId
  readonly name: string
  readonly children: readonly { readonly id: PupilId; readonly name: string }[]
  readonly haystack: string
}

export type RequestRefusal =
  | CarryOutRefusal
  | 'request.not-found'
  | 'request.decided'
  | 'request.incomplete'
  | 'request.moved-on'
  | 'request.not-simple'
  | 'request.cannot-take-back'
  | 'guardian.not-found'
  | 'guardian.email-taken'
  | 'pupil.protected'

const movers = z.object({
  pupilIds: z.array(PupilId).max(20),
  guardianIds: z.array(GuardianId).max(20),
})
const text = z.string().max(8000).nullable()

/** What becomes of one open part; `wait` leaves it open. */
export const PartChoice = z.object({
  id: ChangePartId,
  choice: z.enum(['accept', 'reject', 'wait']),
  /** What is written when it is accepted: what was asked, or what the office made of it. */
  value: text,
  /** The present value that the office saw: when it is another by now, nothing is decided. */
  now: text,
  reason: z
    .string()
    .trim()
    .max(1000)
    .transform((typed) => typed || null)
    .nullable(),
  document: z.enum(['ask', 'seen']).nullable(),
})
export type PartChoice = z.output<typeof PartChoice>

export const PaperPart = z.object({
  act: z.enum(['set', 'add', 'end']),
  tbl: z.enum(askTables),
  rowId: z.uuid(),
  field: z.string().max(60).nullable(),
  asked: text,
})
export type PaperPart = z.output<typeof PaperPart>

export const changeRequestsContract = defineContract('changeRequests', {
  /** The queue, oldest first; or what was answered, newest first. */
  list: query(office, z.object({ of: z.enum(['open', 'answered']) })).answers<
    readonly RequestRow[]
  >(),
  find: query(office, z.object({ id: ChangeRequestId })).answers<
    Result<RequestFile, 'request.not-found'>
  >(),
  /** Decides every open part at once, as one action that can be undone. */
  decide: command(
    office,
    z.object({
      id: ChangeRequestId,
      parts: z.array(PartChoice).min(1).max(60),
      /** For whom a new address counts; null for who asked and the children it was asked for. */
      movers: movers.nullable(),
    }),
  ).answers<Result<{ readonly state: RequestState }, RequestRefusal>>(),
  /** What could be accepted in bulk, for looking it over first. */
  simple: query(office, z.object({})).answers<readonly SimpleRequest[]>(),
  /** Accepts one request of that list: each by itself, so that one that fails keeps none back. */
  acceptSimple: command(office, z.object({ id: ChangeRequestId })).answers<
    Result<null, RequestRefusal>
  >(),
  /** Puts back what an answered request wrote, and opens it again. */
  takeBack: command(office, z.object({ id: ChangeRequestId })).answers<
    Result<null, RequestRefusal>
  >(),
  guardians: query(office, z.object({})).answers<readonly AskingGuardian[]>(),
  paperForm: query(
    office,
    z.object({ guardianId: GuardianId, pupilIds: z.array(PupilId).min(1).max(12) }),
  ).answers<Result<PaperForm, RequestRefusal>>(),
  /** What came on paper: kept as a request, and decided at once when `isAccepted`. */
  enterPaper: command(
    office,
    z.object({
      guardianId: GuardianId,
      pupilIds: z.array(PupilId).min(1).max(12),
      tab: AskTab,
      checkId: DataCheckId.nullable(),
      isAccepted: z.boolean(),
      parts: z.array(PaperPart).min(1).max(60),
    }),
  ).answers<Result<ChangeRequestId | null, RequestRefusal>>(),
  rules: query(office, z.object({})).answers<readonly AskRule[]>(),
  /** Null takes the rule away. */
  setRule: command(
    office,
    z.object({
      subject: z.string().max(80),
      groupId: GroupId.nullable(),
      mode: AskMode.nullable(),
    }),
  ).answers<null>(),
})
export type ChangeRequestsContract = typeof changeRequestsContract
