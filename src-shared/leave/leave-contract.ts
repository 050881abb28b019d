import { z } from 'zod'
import { GuardianId, type Relation } from '#shared/families/guardian.ts'
import { command, defineContract, office, query } from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Result } from '#shared/platform/result.ts'
import { type PupilId, PupilId as PupilIdSchema } from '#shared/pupils/pupil.ts'
import type { LeaveCheck } from './check-leave.ts'
import type { ConsentState } from './leave-consent.ts'
import type { LeaveKind } from './leave-kind.ts'
import {
  DocumentState,
  LeaveAnswer,
  type LeaveDecision,
  type LeaveFields,
  LeaveId,
  LeaveOutcome,
  type LeaveState,
  NewLeave,
  RefusalGround,
} from './leave-request.ts'
import { type LeaveSettings, LeaveSettingsFields } from './leave-settings.ts'

/** A request in the list, brothers and sisters together. */
export type LeaveRow = {
  readonly requestId: string
  readonly kind: LeaveKind
  readonly from: Day
  readonly until: Day
  readonly names: string
  readonly groupNames: string
  /** Of the child that needs somebody most. */
  readonly state: LeaveState
  readonly source: 'guardian' | 'office'
  readonly askedAt: string
  readonly pupilIds: readonly PupilId[]
}

export type LeaveHolder = {
  readonly guardianId: string
  readonly name: string
  readonly relation: Relation
  readonly answer: LeaveAnswer | null
  readonly holdsAuthority: boolean
}

/** Leave of this child before, in the same school year. */
export type EarlierLeave = {
  readonly kind: LeaveKind
  readonly from: Day
  readonly until: Day
  readonly state: LeaveState
  readonly schoolDays: number
}

/** One child of a request with the facts that the decision needs. */
export type LeaveChild = {
  readonly leaveId: LeaveId
  readonly pupilId: PupilId
  readonly name: string
  readonly groupName: string
  readonly state: LeaveState
  readonly schoolDays: number
  /** Days granted before this school year that count to the country's limit, and that limit. */
  readonly daysThisYear: number
  readonly limit: number | null
  readonly earlier: readonly EarlierLeave[]
  readonly check: LeaveCheck
  readonly consent: ConsentState
  readonly holders: readonly LeaveHolder[]
  readonly decision: LeaveDecision | null
}

export type LeaveDetail = {
  readonly requestId: string
  readonly country: Country
  readonly fields: LeaveFields
  readonly source: 'guardian' | 'office'
  readonly askedByName: string
  readonly askedAt: string
  readonly forwardedOn: Day | null
  readonly children: readonly LeaveChild[]
  /** What the school's calendar has in those days. */
  readonly calendar: readonly { readonly title: string; readonly day: string }[]
}

export type LeavePaper = { readonly title: string; readonly html: string; readonly pages: number }

export type LeaveRefusal =
  | 'leave.not-found'
  | 'leave.pupil-not-found'
  | 'leave.kind-unknown'
  | 'leave.already-decided'
  | 'leave.never'
  | 'leave.officer-decides'
  | 'leave.needs-principal'
  | 'leave.consent-missing'
  | 'leave.consent-objected'
  | 'leave.outside-request'
  | 'leave.needs-ground'
  | 'leave.not-decided'

const Which = z.object({ requestId: z.uuid() })

export const DecideLeave = Which.extend({
  /** Some of the children, else all that still wait. */
  leaveIds: z.array(LeaveId).max(12).nullable(),
  outcome: LeaveOutcome.exclude(['withdrawn']),
  /** The days that are granted; null with a refusal. */
  from: Day.nullable(),
  until: Day.nullable(),
  ground: RefusalGround.nullable(),
  words: z.string().trim().max(1000),
  /** The attendance officer decided, and the school writes it down. */
  byOfficer: z.boolean(),
})
export type DecideLeave = z.output<typeof DecideLeave>

export const leaveContract = defineContract('leave', {
  /** What waits first, the longest waiting on top; then what was decided, the newest first. */
  list: query(office, z.object({})).answers<readonly LeaveRow[]>(),
  show: query(office, Which).answers<Result<LeaveDetail, 'leave.not-found'>>(),
  /** For somebody at the desk or on the telephone. */
  ask: command(office, NewLeave.extend({ guardianId: GuardianId.nullable() })).answers<
    Result<string, 'leave.pupil-not-found' | 'leave.kind-unknown'>
  >(),
  setDocument: command(office, Which.extend({ document: DocumentState })).answers<
    Result<null, 'leave.not-found'>
  >(),
  recordConsent: command(
    office,
    z.object({ leaveId: LeaveId, guardianId: GuardianId, answer: LeaveAnswer }),
  ).answers<Result<null, 'leave.not-found'>>(),
  /** The decision, and the register filled ahead: one transaction. */
  decide: command(office, DecideLeave).answers<Result<null, LeaveRefusal>>(),
  /** It is not needed any more, or the school takes a decision back: the register is as it was. */
  withdraw: command(office, Which.extend({ words: z.string().trim().max(1000) })).answers<
    Result<null, 'leave.not-found'>
  >(),
  /** The file went to the attendance officer. */
  recordForwarded: command(office, Which.extend({ on: Day.nullable() })).answers<
    Result<null, 'leave.not-found'>
  >(),
  /** The letters of a decision, one for each guardian who gets letters. */
  letters: query(office, Which).answers<
    Result<LeavePaper, 'leave.not-found' | 'leave.not-decided'>
  >(),
  /** The file for the attendance officer. */
  officerFile: query(office, Which).answers<Result<LeavePaper, 'leave.not-found'>>(),
  settings: query(office, z.object({})).answers<LeaveSettingsFields & Partial<LeaveSettings>>(),
  saveSettings: command(office, LeaveSettingsFields).answers<null>(),
  /** Whom a request at the desk can be about: the pupil with its brothers, sisters and guardians. */
  askable: query(office, z.object({ pupilId: PupilIdSchema })).answers<{
    readonly children: readonly { readonly pupilId: PupilId; readonly name: string }[]
    readonly guardians: readonly { readonly guardianId: string; readonly name: string }[]
  } | null>(),
})
export type LeaveContract = typeof leaveContract
