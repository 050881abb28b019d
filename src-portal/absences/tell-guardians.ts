import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { DayPart } from '#shared/absences/absence-mark.ts'
import { NoticeTexts, noticeTextOf } from '#shared/absences/absence-settings.ts'
import { absencePagesMessages } from '#shared/absences/messages/absence-pages-messages.ts'
import { absencesMessages } from '#shared/absences/messages/absences-messages.ts'
import { Day } from '#shared/platform/day.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { queueMail, queueMailAbout } from '../platform/mail-queue.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type ChangedRow, isoOf, type PortalParts } from '../platform/portal-parts.ts'
import { dayWord } from './pages/absences-page.tsx'

const Notice = z.object({
  pupilId: z.string(),
  guardianId: z.string(),
  day: Day,
  part: DayPart,
  channel: z.enum(['mail', 'sms', 'phone', 'spoken']),
  state: z.string(),
})
type Notice = z.output<typeof Notice>

/**
 * What a desk asked to be told to a guardian: a mail to the address that the guardian has confirmed, or a
 * text to the mobile number that the office has, in their language. The desk hears what became of it, so that nobody counts as told who was not.
 */
export async function tellGuardians(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  const asked = changed.flatMap(({ id, fields, gone }) => {
    const read = gone === null ? Notice.safeParse(fields) : null
    return read?.success && read.data.state === 'asked' ? [{ id, notice: read.data }] : []
  })
  if (asked.length === 0) return
  await parts.writeRows(tx, schoolId, async (rows) => {
    for (const { id, notice } of asked) {
      const isQueued = await queueNotice(tx, parts, schoolId, notice)
      const state = isQueued ? 'queued' : 'no-address'
      await rows.save('absenceNotices', id, { state, stateAt: isoOf(parts.now()) })
    }
  })
}

type Addressee = {
  account_id: string
  language: string
  pupil: Parameters<typeof shownName>[0]
  school: string
  texts: string | null
}

async function queueNotice(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  notice: Notice,
): Promise<boolean> {
  // The tie is looked up again: what the office withdrew since it asked is not told any more.
  const [found] = await rowsOf<Addressee>(
    tx,
    sql`SELECT a.account_id, a.language, p.fields AS pupil,
          (SELECT s.fields ->> 'name' FROM sync_rows s WHERE s.tbl = 'schools' AND s.gone IS NULL LIMIT 1) AS school,
          (SELECT s.fields ->> 'noticeTexts' FROM sync_rows s WHERE s.tbl = 'absenceSettings' AND s.gone IS NULL LIMIT 1) AS texts
        FROM accounts a
        JOIN sync_rows l ON l.tbl = 'guardianLinks' AND l.gone IS NULL
          AND l.guardian_id = a.guardian_id::text AND l.pupil_id = ${notice.pupilId}
          AND l.fields ->> 'noContact' = '0'
        JOIN sync_rows p ON p.tbl = 'pupils' AND p.gone IS NULL AND p.id = l.pupil_id
        WHERE a.guardian_id::text = ${notice.guardianId} AND a.state = 'active' LIMIT 1`,
  )
  if (!found) return false
  if (notice.channel === 'sms') return queueText(tx, parts, schoolId, notice, found)
  return queueMailAbout(tx, parts, {
    schoolId,
    accountId: found.account_id,
    template: 'absence-notice',
    letter: letterFor(notice, found),
  })
}

/** To the mobile number that the office has; false without one, or without a gateway. */
async function queueText(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  notice: Notice,
  found: Addressee,
): Promise<boolean> {
  const [phone] = await rowsOf<{ number: string }>(
    tx,
    sql`SELECT fields ->> 'number' AS number FROM sync_rows
        WHERE tbl = 'phones' AND gone IS NULL AND fields ->> 'ownerKind' = 'guardian'
          AND fields ->> 'ownerId' = ${notice.guardianId} AND fields ->> 'kind' = 'mobile'
        ORDER BY (fields ->> 'position')::int LIMIT 1`,
  )
  if (!parts.sms || !phone) return false
  const { text } = letterFor(notice, found)
  const letter = { to: `sms:${phone.number}`, subject: '', text, html: '' }
  await queueMail(tx, parts, { schoolId, accountId: null, template: 'absence-text', letter })
  return true
}

function letterFor({ day, part }: Notice, { language: asked, pupil, school, texts }: Addressee) {
  const language = Language.catch('en').parse(asked)
  const say = speak(absencePagesMessages, language)
  const own = noticeTextOf(readTexts(texts), language)
  const gaps = {
    name: shownName(pupil),
    day: dayWord(day, language),
    part: speak(absencesMessages, language)(`part.${part}`).toLowerCase(),
    school: school ?? '',
  }
  const text = own ? filled(own.text, gaps) : say('mail-text', gaps)
  const html = text
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n')
  return { subject: own ? own.subject : say('mail-subject'), text, html }
}

function readTexts(text: string | null): NoticeTexts {
  const read = NoticeTexts.safeParse(text === null ? {} : JSON.parse(text))
  return read.success ? read.data : {}
}

/** A school's own words with `{{name}}` and the others in them; an unknown gap stays as it is. */
const filled = (text: string, gaps: Readonly<Record<string, string>>) =>
  text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => gaps[name] ?? all)
