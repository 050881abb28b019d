import { z } from 'zod'
import { Day } from '#shared/platform/day.ts'
import { StaffId } from '#shared/staff/staff.ts'

export const RoundId = z.uuid().brand('RoundId')
export type RoundId = z.output<typeof RoundId>
export const MeetingDayId = z.uuid().brand('MeetingDayId')
export type MeetingDayId = z.output<typeof MeetingDayId>
export const ResourceId = z.uuid().brand('ResourceId')
export type ResourceId = z.output<typeof ResourceId>

const line = z.string().trim().max(200)
const optionalLine = line.transform((text) => text || null).nullable()
const optionalText = z
  .string()
  .trim()
  .max(4000)
  .transform((text) => text || null)
  .nullable()

export const roundKinds = ['progress', 'report', 'getting-to-know', 'advice', 'other'] as const

/**
 * How places are found: guardians book what is free; they say what suits and the school plans; or
 * the school plans and guardians confirm. What somebody booked or pinned stays in each.
 */
export const roundModes = ['booking', 'wishes', 'school'] as const
export type RoundMode = (typeof roundModes)[number]

/**
 * `draft` is the school's own; `open` is with guardians; `planned` is told to them and may still be
 * changed one by one; `closed` is over.
 */
export const roundStates = ['draft', 'open', 'planned', 'closed'] as const
export type RoundState = (typeof roundStates)[number]

/** What holds for separated guardians where the family has no rule of its own. */
export const separatedRules = ['each', 'together'] as const

export const RoundFields = z
  .object({
    name: line.min(1),
    kind: z.enum(roundKinds),
    mode: z.enum(roundModes),
    /** A talk for each child, or one for all children of a household with one teacher. */
    per: z.enum(['child', 'household']),
    /** Usual length of a talk in minutes, a multiple of five. */
    minutes: z.number().int().min(5).max(120).multipleOf(5),
    /** Minutes between two talks of a teacher. */
    pauseMinutes: z.number().int().min(0).max(60).multipleOf(5),
    /** Most talks in a row before a break of one talk; null for no limit. */
    mostInARow: z.number().int().min(1).max(30).nullable(),
    /** Minutes to walk from building to building. */
    walkMinutes: z.number().int().min(0).max(60).multipleOf(5),
    separated: z.enum(separatedRules),
    /** First day on which guardians book or tell their wishes; null while that is not decided. */
    opensOn: Day.nullable(),
    /** Families with several children may begin so many days earlier. */
    siblingsDaysEarlier: z.number().int().min(0).max(14),
    /** Last day on which guardians change anything. */
    closesOn: Day.nullable(),
    asksQuestions: z.boolean(),
    /** What guardians read above the round. */
    introduction: optionalText,
  })
  .refine(({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn, {
    path: ['closesOn'],
    error: 'round.closes-before-it-opens',
  })
export type RoundFields = z.output<typeof RoundFields>
export type MeetingRound = RoundFields & { readonly id: RoundId; readonly state: RoundState }

/** Minutes since midnight by the school's clock, on the five-minute grid. */
export const MinuteOfDay = z.number().int().min(0).max(1440).multipleOf(5)

export const MeetingDayFields = z
  .object({ day: Day, from: MinuteOfDay, until: MinuteOfDay })
  .refine(({ from, until }) => from < until, { path: ['until'], error: 'round.day-ends-first' })
export type MeetingDay = z.output<typeof MeetingDayFields> & {
  readonly id: MeetingDayId
  readonly roundId: RoundId
}

/** A stretch of one of the round's days: takes in `from`, leaves out `until`. */
export const TimeSpan = z.object({ dayId: MeetingDayId, from: MinuteOfDay, until: MinuteOfDay })
export type TimeSpan = z.output<typeof TimeSpan>

/** Whoever or whatever talks need besides the family: teachers, interpreters, rooms that are scarce. */
export const ResourceFields = z.object({
  kind: z.enum(['teacher', 'interpreter', 'room']),
  /** The member of staff, of a teacher. */
  staffId: StaffId.nullable(),
  /** Of an interpreter or a room; a teacher's is the staff row's. */
  name: optionalLine,
  /** Of an interpreter: BCP 47, `ar`. */
  language: optionalLine,
  /** Rooms that are alike count as one resource; 1 for people. */
  capacity: z.number().int().min(1).max(50),
  /** Where a teacher receives: shown to guardians, `lokaal 12`. */
  room: optionalLine,
  /** Building; walking takes the round's minutes from one to another. Empty is the main building. */
  building: optionalLine,
  /** For talks by video: an https address. */
  videoLink: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
  /** Present and not in a break. */
  free: z.array(TimeSpan).max(500),
})
export type ResourceFields = z.output<typeof ResourceFields>
export type MeetingResource = ResourceFields & {
  /** UUIDv5 of round and member of staff for a teacher. */
  readonly id: ResourceId
  readonly roundId: RoundId
}

/** Whether guardians may act on a day: `hasSeveralChildren` in this round. */
export function isOpenTo(
  round: Pick<MeetingRound, 'state' | 'opensOn' | 'closesOn' | 'siblingsDaysEarlier'>,
  today: Day,
  hasSeveralChildren: boolean,
): boolean {
  const { state, opensOn, closesOn, siblingsDaysEarlier } = round
  if (state !== 'open' && state !== 'planned') return false
  if (closesOn && today > closesOn) return false
  if (!opensOn || today >= opensOn) return true
  const early = new Date(`${opensOn}T00:00:00Z`)
  early.setUTCDate(early.getUTCDate() - siblingsDaysEarlier)
  return hasSeveralChildren && today >= early.toISOString().slice(0, 10)
}
