import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { GuardianId } from '#shared/families/guardian.ts'
import type { RoundSheet } from '#shared/meetings/places.ts'
import {
  type MeetingDay,
  MeetingDayFields,
  MeetingDayId,
  type MeetingResource,
  type MeetingRound,
  ResourceFields,
  ResourceId,
  RoundFields,
  RoundId,
  roundStates,
} from '#shared/meetings/round.ts'
import {
  type MeetingParty,
  type MeetingTalk,
  outcomes,
  PartyId,
  placers,
  TalkId,
  Wishes,
} from '#shared/meetings/talk.ts'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'

// Rows of rounds as desks wrote them: lists are JSON text and yes is 1 (`sync-protocol.ts`).

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((text) => JSON.parse(String(text ?? '[]')), z.array(item))
const yes = z.preprocess((value) => value === 1, z.boolean())
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null)

const Round = z.intersection(
  z.preprocess(
    (row) => ({
      ...nulled(row, ['mostInARow', 'opensOn', 'closesOn', 'introduction']),
      asksQuestions: Object(row).asksQuestions === 1,
    }),
    RoundFields,
  ),
  z.object({ id: RoundId, state: z.enum(roundStates) }),
)
const DayRow = z.intersection(MeetingDayFields, z.object({ id: MeetingDayId, roundId: RoundId }))
const Resource = z.intersection(
  z.preprocess(
    (row) => ({
      ...nulled(row, ['staffId', 'name', 'language', 'room', 'building', 'videoLink']),
      free: JSON.parse(String(Object(row).free ?? '[]')),
    }),
    ResourceFields,
  ),
  z.object({ id: ResourceId, roundId: RoundId }),
)
const Party = z.object({
  id: PartyId,
  roundId: RoundId,
  guardianIds: listOf(GuardianId),
  wishes: z.preprocess((value) => (value ? JSON.parse(String(value)) : null), Wishes.nullable()),
  apartFrom: PartyId.nullish().transform((value) => value ?? null),
  interpreter: text,
  isOnPaper: yes,
  invitedAt: text,
  remindedAt: text,
  answeredAt: text,
  declinedAt: text,
})
const Talk = z.object({
  id: TalkId,
  roundId: RoundId,
  partyId: PartyId,
  pupilId: PupilId,
  alsoPupilIds: listOf(PupilId),
  resourceIds: listOf(ResourceId),
  staffIds: listOf(z.string()),
  minutes: z.number(),
  isByVideo: yes,
  isInvited: yes,
  place: text,
  placedBy: z
    .enum(placers)
    .nullish()
    .transform((value) => value ?? null),
  isPinned: yes,
  confirmedAt: text,
  question: text,
  cancelledAt: text,
  outcome: z
    .enum(outcomes)
    .nullish()
    .transform((value) => value ?? null),
})

export const readRound = (fields: RowFields): MeetingRound => Round.parse(fields)
export const readDay = (fields: RowFields): MeetingDay => DayRow.parse(fields)
export const readResource = (fields: RowFields): MeetingResource => Resource.parse(fields)
export const readParty = (fields: RowFields): MeetingParty => Party.parse(fields)
export const readTalk = (fields: RowFields): MeetingTalk => Talk.parse(fields)

/** Empty fields do not travel: a row names what it has. */
function nulled(row: unknown, names: readonly string[]) {
  return { ...Object.fromEntries(names.map((name) => [name, null])), ...Object(row) }
}

type Stored = { readonly tbl: string; readonly fields: RowFields }

/** The round with all that decides about places; null when there is none. */
export async function readSheet(tx: SchoolTx, roundId: string): Promise<RoundSheet | null> {
  const rows = await rowsOf<Stored>(
    tx,
    sql`SELECT tbl, fields FROM sync_rows
        WHERE gone IS NULL AND tbl IN ('meetingDays', 'meetingResources', 'meetingParties', 'meetingTalks')
          AND fields ->> 'roundId' = ${roundId}
        UNION ALL
        SELECT tbl, fields FROM sync_rows WHERE tbl = 'meetingRounds' AND id = ${roundId} AND gone IS NULL`,
  )
  return sheetOf(rows)
}

export function sheetOf(rows: readonly Stored[]): RoundSheet | null {
  const of = (table: string) => rows.filter(({ tbl }) => tbl === table).map(({ fields }) => fields)
  const [round] = of('meetingRounds')
  if (!round) return null
  const days = of('meetingDays').map(readDay)
  return {
    round: readRound(round),
    days: days.toSorted((a, b) => a.day.localeCompare(b.day) || a.from - b.from),
    resources: of('meetingResources').map(readResource),
    parties: of('meetingParties').map(readParty),
    talks: of('meetingTalks').map(readTalk),
  }
}
