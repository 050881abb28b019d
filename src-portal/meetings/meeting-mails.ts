import { sql } from 'drizzle-orm'
import { guardianMeetingMessages } from '#shared/meetings/guardian-messages.ts'
import type { RoundSheet } from '#shared/meetings/places.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { queueMailAbout } from '../platform/mail-queue.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type ChangedRow, isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { readSheet, readTalk } from './round-sheet.ts'

type Kind = 'invited' | 'planned' | 'moved'

type Account = { readonly account_id: string; readonly language: string | null }

/** What follows by mail from what the office did with rounds and talks, by table. */
export function meetingReactions(parts: PortalParts) {
  type React = (
    tx: SchoolTx,
    hub: unknown,
    schoolId: string,
    changed: readonly ChangedRow[],
  ) => Promise<void>
  const rounds: React = async (tx, _hub, schoolId, changed) => {
    for (const { id, fields, gone } of changed) {
      const kind =
        fields.state === 'open' ? 'invited' : fields.state === 'planned' ? 'planned' : null
      const sheet = gone === null && kind ? await readSheet(tx, id) : null
      if (!sheet || !kind) continue
      if (kind === 'planned') await keepTold(tx, schoolId, sheet)
      await tellAll(tx, parts, { schoolId, sheet, kind })
    }
  }
  const talks: React = (tx, _hub, schoolId, changed) => tellMoved(tx, parts, schoolId, changed)
  return { meetingRounds: rounds, meetingTalks: talks }
}

type Telling = {
  readonly schoolId: string
  readonly sheet: RoundSheet
  readonly kind: Kind
}

/** Every guardian once for each kind of letter; who has no account gets one on paper from the office. */
async function tellAll(tx: SchoolTx, parts: PortalParts, { schoolId, sheet, kind }: Telling) {
  const coming = sheet.parties.filter(({ declinedAt }) => declinedAt === null)
  for (const guardianId of new Set(coming.flatMap(({ guardianIds }) => guardianIds))) {
    const told = await rowsOf(
      tx,
      sql`INSERT INTO meeting_mails (school_id, round_id, guardian_id, kind, at)
          VALUES (${schoolId}::uuid, ${sheet.round.id}, ${guardianId}, ${kind}, ${isoOf(parts.now())}::timestamptz)
          ON CONFLICT DO NOTHING RETURNING 1`,
    )
    if (told.length > 0) await tell(tx, parts, { schoolId, sheet, kind }, guardianId)
  }
}

async function tell(
  tx: SchoolTx,
  parts: PortalParts,
  { schoolId, sheet, kind }: Telling,
  guardianId: string,
) {
  const [account] = await rowsOf<Account>(
    tx,
    sql`SELECT account_id, language FROM accounts WHERE guardian_id = ${guardianId}`,
  )
  if (!account) return
  const [school] = await rowsOf<{ name: string; language: string }>(
    tx,
    sql`SELECT name, language FROM schools`,
  )
  const language = Language.safeParse(account.language).data ?? Language.parse(school?.language)
  const say = speak(guardianMeetingMessages, language)
  const subject = say(`mail-subject-${kind}`, { school: school?.name ?? '' })
  const line = say(`mail-text-${kind}`)
  const link = `${parts.publicUrl}/meetings/${sheet.round.id}`
  const letter = {
    subject,
    text: `${line}\n\n${link}\n`,
    html: `<p>${escapeHtml(line)}</p><p><a href="${escapeHtml(link)}">${escapeHtml(link)}</a></p>`,
  }
  const template = `meetings.${kind}`
  await queueMailAbout(tx, parts, { schoolId, accountId: account.account_id, template, letter })
}

/** Where every talk is, as guardians are told now. */
async function keepTold(tx: SchoolTx, schoolId: string, { talks }: RoundSheet) {
  const places = JSON.stringify(talks.map(({ id, place }) => ({ id, place })))
  await tx.execute(
    sql`INSERT INTO meeting_told (school_id, talk_id, place)
        SELECT ${schoolId}::uuid, t.id, t.place FROM jsonb_to_recordset(${places}::jsonb) AS t (id text, place text)
        ON CONFLICT (school_id, talk_id) DO UPDATE SET place = excluded.place`,
  )
}

/** A talk that a desk put elsewhere after guardians were told; theirs alone hear of it. */
async function tellMoved(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  for (const { id, fields, gone } of changed) {
    const moved = await rowsOf(
      tx,
      sql`UPDATE meeting_told SET place = ${fields.place ?? null}
          WHERE talk_id = ${id} AND place IS DISTINCT FROM ${fields.place ?? null}::text RETURNING 1`,
    )
    if (gone !== null || moved.length === 0) continue
    const { roundId, partyId } = readTalk(fields)
    const sheet = await readSheet(tx, roundId)
    const party = sheet?.parties.find((each) => each.id === partyId)
    if (!sheet || !party || sheet.round.state !== 'planned') continue
    for (const guardianId of party.guardianIds) {
      await tell(tx, parts, { schoolId, sheet, kind: 'moved' }, guardianId)
    }
  }
}
