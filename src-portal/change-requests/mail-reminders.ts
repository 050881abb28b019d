import { sql } from 'drizzle-orm'
import { queueMailAbout } from '../platform/mail-queue.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type ChangedRow, dayOf, type PortalParts } from '../platform/portal-parts.ts'
import { readersOf, writeLetter } from './request-mails.ts'

/** Each time the office reminds: a letter to every guardian with an account who has not answered. */
export async function mailReminders(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  const today = dayOf(parts.now())
  for (const { id, fields, gone } of changed) {
    const { remindedAt, closedAt, endsOn } = fields
    const isOver = gone !== null || closedAt !== null || String(endsOn) < today
    if (isOver || typeof remindedAt !== 'string') continue
    if (!(await isFirst(tx, schoolId, id, remindedAt))) continue
    const guardianIds = await unanswered(tx, id, fields.groupIds ?? null, today)
    for (const reader of await readersOf(tx, guardianIds)) {
      const locale = reader.language === 'en' ? 'en-GB' : reader.language
      const clock = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
      const letter = writeLetter(reader, {
        subject: 'remind.subject',
        body: 'remind.body',
        action: 'remind.action',
        link: `${parts.publicUrl}/`,
        gaps: { day: clock.format(new Date(`${endsOn}T00:00:00Z`)) },
      })
      const { accountId } = reader
      await queueMailAbout(tx, parts, { schoolId, accountId, template: 'data-check', letter })
    }
  }
}

/** A row changes for other reasons too: one moment of reminding is one round of letters. */
async function isFirst(tx: SchoolTx, schoolId: string, checkId: string, remindedAt: string) {
  const made = await rowsOf(
    tx,
    sql`INSERT INTO check_reminders (school_id, check_id, reminded_at)
        VALUES (${schoolId}::uuid, ${checkId}, ${remindedAt}) ON CONFLICT DO NOTHING RETURNING 1`,
  )
  return made.length > 0
}

/** Guardians whom the portal shows a child that the round is about, and who said nothing yet. */
async function unanswered(
  tx: SchoolTx,
  checkId: string,
  groupIds: string | number | null,
  today: string,
) {
  const groups = groupIds === null ? null : String(groupIds)
  const rows = await rowsOf<{ guardian_id: string }>(
    tx,
    sql`SELECT DISTINCT a.guardian_id FROM accounts a
        JOIN account_links al ON al.account_id = a.account_id
        JOIN sync_rows l ON l.tbl = 'guardianLinks' AND l.id = al.link_id AND l.gone IS NULL
          AND l.fields ->> 'portalAccess' = '1' AND l.fields ->> 'noContact' = '0'
        JOIN sync_rows m ON m.tbl = 'memberships' AND m.pupil_id = l.pupil_id AND m.gone IS NULL
          AND coalesce(m.fields ->> 'until', '9999') >= ${today}
          AND (${groups}::jsonb IS NULL OR m.group_id IN (SELECT jsonb_array_elements_text(${groups}::jsonb)))
        WHERE a.state = 'active' AND NOT EXISTS (
          SELECT 1 FROM sync_rows c WHERE c.tbl = 'dataConfirmations' AND c.guardian_id = a.guardian_id
            AND c.gone IS NULL AND c.fields ->> 'checkId' = ${checkId})`,
  )
  return rows.map(({ guardian_id }) => guardian_id)
}
