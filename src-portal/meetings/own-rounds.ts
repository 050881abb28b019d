import { sql } from 'drizzle-orm'
import type { RoundSheet } from '#shared/meetings/places.ts'
import type { MeetingTalk } from '#shared/meetings/talk.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { ownParties } from './book-talk.ts'
import { readSheet } from './round-sheet.ts'

/** A child as far as these pages need it: whose talks a guardian may see. */
export type MeetingChild = { readonly pupilId: string; readonly name: string }

/** A round as one guardian sees it. */
export type OwnRound = {
  readonly sheet: RoundSheet
  /** Their talks, of children that they may see, in the order of time; those without a time last. */
  readonly talks: readonly MeetingTalk[]
  readonly teachers: Readonly<Record<string, string>>
}

/** Ids of rounds that a guardian was invited to; what is still the school's own is not among them. */
export async function ownRoundIds(tx: SchoolTx, guardianId: string): Promise<readonly string[]> {
  const found = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT DISTINCT r.id FROM sync_rows p
        JOIN sync_rows r ON r.tbl = 'meetingRounds' AND r.id = p.fields ->> 'roundId' AND r.gone IS NULL
        WHERE p.tbl = 'meetingParties' AND p.gone IS NULL
          AND (p.fields ->> 'guardianIds')::jsonb ? ${guardianId} AND r.fields ->> 'state' <> 'draft'`,
  )
  return found.map(({ id }) => id)
}

/** Null when the guardian was not invited to it, or nobody may know of it yet. */
export async function findOwnRound(
  tx: SchoolTx,
  roundId: string,
  guardianId: string,
  pupils: readonly MeetingChild[],
): Promise<OwnRound | null> {
  const sheet = await readSheet(tx, roundId)
  if (!sheet || sheet.round.state === 'draft') return null
  const own = new Set(ownParties(sheet, guardianId).map(({ id }) => id))
  if (own.size === 0) return null
  const shown = new Set(pupils.map(({ pupilId }) => pupilId))
  const talks = sheet.talks.filter(
    ({ partyId, pupilId, cancelledAt }) =>
      own.has(partyId) && shown.has(pupilId) && cancelledAt === null,
  )
  const days = new Map<string, string>(sheet.days.map(({ id, day }) => [id, day]))
  const whenOf = ({ place }: MeetingTalk) => {
    const [dayId = '', from = ''] = place?.split(' ') ?? []
    return place === null ? '9' : `${days.get(dayId)} ${from.padStart(4, '0')}`
  }
  return {
    sheet,
    talks: talks.toSorted((a, b) => whenOf(a).localeCompare(whenOf(b))),
    teachers: await teacherNames(tx, sheet),
  }
}

async function teacherNames(tx: SchoolTx, { resources }: RoundSheet) {
  const ids = JSON.stringify(resources.flatMap(({ staffId }) => staffId ?? []))
  const found = await rowsOf<{ id: string; fields: RowFields }>(
    tx,
    sql`SELECT id, fields FROM sync_rows
        WHERE tbl = 'staff' AND id IN (SELECT jsonb_array_elements_text(${ids}::jsonb))`,
  )
  const names = new Map(found.map(({ id, fields }) => [id, nameOf(fields)]))
  return Object.fromEntries(
    resources.map(({ id, staffId, name }) => [id, (staffId && names.get(staffId)) || (name ?? '')]),
  )
}

const nameOf = ({ firstName, prefix, lastName }: RowFields) =>
  displayName({
    firstName: String(firstName ?? ''),
    prefix: prefix ? String(prefix) : null,
    lastName: String(lastName ?? ''),
  })
