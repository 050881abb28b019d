import { sql } from 'drizzle-orm'
import { figures } from '#shared/counters/figures.ts'
import { leaveLetter } from '#shared/leave/leave-letter.ts'
import type { LeaveDecision, LeaveRequest } from '#shared/leave/leave-request.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import { Language } from '#shared/platform/language.ts'
import { shownName } from '#shared/pupils/mask.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { queueMailAbout } from '../platform/mail-queue.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import {
  type ChangedRow,
  dayOf,
  isoOf,
  minute,
  type PortalParts,
} from '../platform/portal-parts.ts'
import { readRequest } from './leave-rows.ts'

/** How long a letter waits before it leaves, in which the desk can still take its decision back. */
const patience = minute

/** When a desk decided about leave: a letter to every guardian who may know of it. */
export function leaveReactions(parts: PortalParts) {
  return {
    leaveRequests: async (
      tx: SchoolTx,
      _hub: unknown,
      schoolId: string,
      changed: readonly ChangedRow[],
    ) => {
      for (const { id, fields, gone } of changed) {
        const request = gone === null ? readRequest(parts, id, fields) : null
        await takeBackOther(tx, id, request?.decision ?? null)
        if (request?.decision) await tellOf(tx, parts, schoolId, request)
      }
    },
  }
}

const templateOf = ({ outcome }: LeaveDecision) => `leave-${outcome}`

/** Letters of a decision that does not stand any more and did not leave yet. */
async function takeBackOther(tx: SchoolTx, id: string, decision: LeaveDecision | null) {
  await tx.execute(
    sql`DELETE FROM mails WHERE about_id = ${id}::uuid AND state = 'waiting'
        AND template LIKE 'leave-%' AND template <> ${decision ? templateOf(decision) : ''}`,
  )
}

type Reader = {
  account_id: string
  language: string
  guardian: Parameters<typeof displayName>[0]
  pupil: Parameters<typeof shownName>[0]
  school_name: string
  groups: string | null
}

async function tellOf(tx: SchoolTx, parts: PortalParts, schoolId: string, request: LeaveRequest) {
  const { decision } = request
  if (!decision) return
  const template = templateOf(decision)
  for (const reader of await readersOf(tx, request, dayOf(parts.now()))) {
    const accountId = reader.account_id
    if (await isTold(tx, { id: request.id, accountId, template })) continue
    const { subject, paragraphs } = leaveLetter({
      language: Language.parse(reader.language),
      fields: request,
      decision,
      child: shownName(reader.pupil),
      group: reader.groups ?? '',
      guardian: displayName(reader.guardian),
      school: reader.school_name,
      objectionWeeks: figures['nl.objection-weeks'].value,
    })
    const letter = {
      subject: `${subject} – ${reader.school_name}`,
      text: paragraphs.join('\n\n'),
      html: paragraphs.map(paragraphHtml).join('\n'),
    }
    await queueMailAbout(tx, parts, { schoolId, accountId, template, letter, aboutId: request.id })
  }
  await tx.execute(
    sql`UPDATE mails SET next_at = greatest(next_at, ${isoOf(parts.now() + patience)}::timestamptz)
        WHERE about_id = ${request.id}::uuid AND template = ${template} AND state = 'waiting' AND tries = 0`,
  )
}

const paragraphHtml = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`

/**
 * Guardians with an account who may know of it: the whole right to information, no contact order, and
 * of a protected child only who has authority.
 */
async function readersOf(tx: SchoolTx, { pupilId }: LeaveRequest, today: string) {
  return rowsOf<Reader>(
    tx,
    sql`SELECT a.account_id, a.language, g.fields AS guardian, p.fields AS pupil,
          (SELECT s.fields ->> 'name' FROM sync_rows s WHERE s.tbl = 'schools' AND s.gone IS NULL LIMIT 1) AS school_name,
          (SELECT string_agg(c.fields ->> 'name', ', ') FROM sync_rows m
            JOIN sync_rows c ON c.tbl = 'groups' AND c.id = m.fields ->> 'groupId' AND c.gone IS NULL
            WHERE m.tbl = 'memberships' AND m.gone IS NULL AND m.pupil_id = l.pupil_id
              AND c.fields ->> 'kind' = 'class'
              AND coalesce(m.fields ->> 'from', '') <= ${today}
              AND coalesce(m.fields ->> 'until', '9999') >= ${today}) AS groups
        FROM sync_rows l
        JOIN sync_rows g ON g.tbl = 'guardians' AND g.id = l.guardian_id AND g.gone IS NULL
        JOIN sync_rows p ON p.tbl = 'pupils' AND p.id = l.pupil_id AND p.gone IS NULL
        JOIN accounts a ON a.guardian_id = l.guardian_id
        JOIN account_links k ON k.account_id = a.account_id AND k.link_id = l.id
        WHERE l.tbl = 'guardianLinks' AND l.gone IS NULL AND l.pupil_id = ${pupilId}
          AND l.fields ->> 'portalAccess' = '1' AND l.fields ->> 'noContact' = '0'
          AND l.fields ->> 'informationRight' = 'full'
          AND (p.fields ->> 'protectionLevel' = '0'
            OR l.fields ->> 'authority' IN ('joint', 'sole', 'legal-guardian', 'foster'))`,
  )
}

type Telling = { readonly id: string; readonly accountId: string; readonly template: string }

/** A desk may send the same decision twice; a guardian hears it once. */
async function isTold(tx: SchoolTx, { id, accountId, template }: Telling) {
  const found = await rowsOf(
    tx,
    sql`SELECT 1 FROM mails WHERE about_id = ${id}::uuid AND account_id = ${accountId}::uuid
        AND template = ${template}`,
  )
  return found.length > 0
}
