import { z } from 'zod'
import { GroupId } from '#shared/groups/group.ts'
import {
  command,
  defineContract,
  office,
  pupilStaff,
  query,
  task,
} from '#shared/platform/contract.ts'
import { Day } from '#shared/platform/day.ts'
import type { Result } from '#shared/platform/result.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { Fit } from './fit.ts'
import type { PlaceRefusal, RoundSheet } from './places.ts'
import type { PlanProgress, Score, UnmetWish } from './planner/plan.ts'
import type { ProposedMove } from './planning-of-round.ts'
import {
  MeetingDayFields,
  type MeetingRound,
  ResourceFields,
  ResourceId,
  RoundFields,
  RoundId,
  roundStates,
} from './round.ts'
import { type MeetingNote, outcomes, PartyId, TalkId, TalkPlace, Wishes } from './talk.ts'

/** How far a round is. Parties that declined are not counted. */
export type RoundSummary = MeetingRound & {
  readonly firstDay: Day | null
  readonly lastDay: Day | null
  readonly talks: number
  readonly placed: number
  readonly parties: number
  readonly answered: number
  readonly onPaper: number
  readonly reached: number
}

/** Names of whom a sheet is about, as the caller may know them. */
export type RoundNames = {
  readonly pupils: Readonly<Record<string, { readonly name: string; readonly groups: string }>>
  /** `Anke de Boer en Piet Smit`. */
  readonly parties: Readonly<Record<string, string>>
  readonly resources: Readonly<Record<string, string>>
}

export type RoundPage = {
  readonly sheet: RoundSheet
  readonly names: RoundNames
  /** Of the caller alone. */
  readonly notes: readonly MeetingNote[]
}

/** What came of an invitation; names of pupils for whom nobody could be invited. */
export type Invited = {
  readonly talks: number
  readonly withoutGuardian: readonly string[]
  readonly withoutTeacher: readonly string[]
}

/** What the planner would change; nothing is written before somebody accepts it. */
export type Proposal = {
  readonly moves: readonly ProposedMove[]
  readonly before: Score
  readonly after: Score
  readonly unmet: readonly UnmetWish[]
}

/** How good a proposal is at least: no plan has fewer points than `bound`. */
export type Proven = { readonly points: number; readonly bound: number; readonly isProven: boolean }

export const paperKinds = ['teachers', 'families', 'doors', 'attendance'] as const
export type PaperKind = (typeof paperKinds)[number]

export type RoundRefusal = 'round.not-found' | 'round.has-talks' | 'round.closed'
export type TalkRefusal = 'talk.not-found' | 'round.closed' | PlaceRefusal
export type ProposalRefusal = 'round.not-found' | 'round.closed' | 'proposal.stale'

const ofRound = z.object({ roundId: RoundId })
const ofTalk = z.object({ talkId: TalkId })

export const meetingsContract = defineContract('meetings', {
  list: query(pupilStaff, z.object({})).answers<readonly RoundSummary[]>(),
  /** The whole round; a teacher gets their own talks. */
  find: query(pupilStaff, ofRound).answers<RoundPage | null>(),
  fit: query(office, ofRound).answers<Fit | null>(),

  add: command(office, z.object({ fields: RoundFields })).answers<Result<RoundId, never>>(),
  change: command(office, z.object({ roundId: RoundId, fields: RoundFields })).answers<
    Result<null, RoundRefusal>
  >(),
  remove: command(office, ofRound).answers<Result<null, RoundRefusal>>(),
  /** The same round again, a year later: rules, teachers and hours, without anybody's talks. */
  copy: command(office, z.object({ roundId: RoundId, firstDay: Day })).answers<
    Result<RoundId, RoundRefusal>
  >(),
  setState: command(office, z.object({ roundId: RoundId, state: z.enum(roundStates) })).answers<
    Result<null, RoundRefusal>
  >(),
  setDays: command(
    office,
    z.object({ roundId: RoundId, days: z.array(MeetingDayFields).max(30) }),
  ).answers<Result<null, RoundRefusal>>(),
  /** Parties and talks for these pupils; who is invited already stays, who is named no more goes. */
  invite: command(
    office,
    z.object({
      roundId: RoundId,
      groupIds: z.array(GroupId).max(200),
      pupilIds: z.array(PupilId).max(3000),
    }),
  ).answers<Result<Invited, RoundRefusal>>(),

  /** Without an id a new one: an interpreter, a room, a teacher who has no group. */
  saveResource: command(
    office,
    z.object({ roundId: RoundId, id: ResourceId.nullable(), fields: ResourceFields }),
  ).answers<Result<ResourceId, RoundRefusal>>(),
  removeResource: command(office, z.object({ id: ResourceId })).answers<
    Result<null, 'resource.not-found' | 'resource.has-talks'>
  >(),
  saveParty: command(
    office,
    z.object({
      partyId: PartyId,
      wishes: Wishes.nullable(),
      apartFrom: PartyId.nullable(),
      interpreter: z.string().trim().min(2).max(20).nullable(),
      isOnPaper: z.boolean(),
      declines: z.boolean(),
    }),
  ).answers<Result<null, 'party.not-found'>>(),
  saveTalk: command(
    office,
    ofTalk.extend({
      minutes: z.number().int().min(5).max(120).multipleOf(5),
      isByVideo: z.boolean(),
      isInvited: z.boolean(),
      resourceIds: z.array(ResourceId).min(1).max(6),
      question: z.string().trim().max(500).nullable(),
    }),
  ).answers<Result<null, TalkRefusal>>(),

  /** Puts a talk somewhere, or with null back into the tray. `swap` changes places with who is there. */
  place: command(
    office,
    ofTalk.extend({ place: TalkPlace.nullable(), swap: TalkId.nullable() }),
  ).answers<Result<null, TalkRefusal>>(),
  pin: command(office, ofTalk.extend({ isPinned: z.boolean() })).answers<
    Result<null, TalkRefusal>
  >(),
  cancel: command(office, ofTalk.extend({ isCancelled: z.boolean() })).answers<
    Result<null, TalkRefusal>
  >(),
  setOutcome: command(pupilStaff, ofTalk.extend({ outcome: z.enum(outcomes).nullable() })).answers<
    Result<null, TalkRefusal>
  >(),
  saveNote: command(
    pupilStaff,
    ofTalk.extend({
      text: z.string().trim().max(4000),
      followUp: z.string().trim().max(500),
      isDone: z.boolean(),
    }),
  ).answers<Result<null, TalkRefusal>>(),

  /** A document of the round, to print: HTML with everything in it. Null when the round is not here. */
  paper: query(pupilStaff, ofRound.extend({ kind: z.enum(paperKinds) })).answers<{
    readonly title: string
    readonly html: string
  } | null>(),

  /** Plans what has no place, moving as little as it may; a task, since a thread of its own does it. */
  plan: task(office, ofRound).answers<Result<Proposal, ProposalRefusal>>(),
  /** How far the running planning is; null when none runs. A task, since it is no row. */
  progress: task(office, ofRound).answers<PlanProgress | null>(),
  /** How much better than the last proposal a plan could be at most; takes some seconds. */
  prove: task(office, ofRound).answers<Proven | null>(),
  /** The best so far is the answer of `plan`. */
  stopPlanning: task(office, ofRound).answers<null>(),
  /** All of a proposal or some of it, as one action. */
  accept: command(
    office,
    z.object({
      roundId: RoundId,
      moves: z
        .array(z.object({ talkId: TalkId, from: z.string().nullable(), to: z.string().nullable() }))
        .max(5000),
    }),
  ).answers<Result<null, ProposalRefusal>>(),
})
export type MeetingsContract = typeof meetingsContract
