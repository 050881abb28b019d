import { sql } from 'drizzle-orm'
import { answerLeavesAfterSeconds, requestState } from '#shared/change-requests/change-request.ts'
import { queueMailAbout, withdrawMails } from '../platform/mail-queue.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'
import { type ChangedRow, type PortalParts, second } from '../platform/portal-parts.ts'
import { readersOf, writeLetter } from './request-mails.ts'

const template = 'request-answer'

/**
 * The answer to a request leaves sixty seconds after the last decision. Until then it waits in the
 * queue: an office that takes its decision back takes the letter out again.
 */
export async function mailAnswers(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  for (const { id, fields, gone } of changed) {
    const isOpen = gone !== null || fields.withdrawnAt !== null
    const answeredAt = isOpen ? null : (fields.answeredAt ?? null)
    if (answeredAt === (await answerKnown(tx, id))) continue
    await withdrawMails(tx, id, template)
    await keepAnswer(tx, schoolId, id, answeredAt)
    if (typeof answeredAt === 'string') {
      await mailAnswer(tx, parts, schoolId, { id, fields, answeredAt })
    }
  }
}

async function answerKnown(tx: SchoolTx, requestId: string) {
  const [known] = await rowsOf<{ answered_at: string }>(
    tx,
    sql`SELECT answered_at FROM request_answers WHERE request_id = ${requestId}::uuid`,
  )
  return known?.answered_at ?? null
}

async function keepAnswer(
  tx: SchoolTx,
  schoolId: string,
  requestId: string,
  answeredAt: string | number | null,
) {
  await tx.execute(
    answeredAt === null
      ? sql`DELETE FROM request_answers WHERE request_id = ${requestId}::uuid`
      : sql`INSERT INTO request_answers (school_id, request_id, answered_at)
            VALUES (${schoolId}::uuid, ${requestId}::uuid, ${answeredAt})
            ON CONFLICT (school_id, request_id) DO UPDATE SET answered_at = excluded.answered_at`,
  )
}

type Answered = Pick<ChangedRow, 'id' | 'fields'> & { readonly answeredAt: string }

async function mailAnswer(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  { id, fields, answeredAt }: Answered,
) {
  const [reader] = await readersOf(tx, [String(fields.guardianId)])
  const state = await stateOf(tx, parts, String(fields.partIds))
  if (!reader || state === 'pending' || state === 'withdrawn') return
  const link = `${parts.publicUrl}/requests`
  const letter = writeLetter(reader, {
    subject: 'answer.subject',
    body: `answer.${state}`,
    action: 'answer.action',
    link,
  })
  // The clock of a desk may be wrong: no answer is kept back longer than its minute.
  const wait = answerLeavesAfterSeconds * second
  const now = parts.now()
  const notBefore = Math.min(Math.max(Date.parse(answeredAt) + wait, now), now + wait)
  const about = { schoolId, accountId: reader.accountId, template, letter, aboutId: id, notBefore }
  await queueMailAbout(tx, parts, about)
}

type Part = { id: string; fields: ChangedRow['fields'] }

/** What became of the request as a whole, from its parts as they stand now. */
async function stateOf(tx: SchoolTx, parts: PortalParts, partIds: string) {
  const rows = await rowsOf<Part>(
    tx,
    sql`SELECT p.id, p.fields FROM jsonb_array_elements_text(${partIds}::jsonb) AS part (id)
        JOIN sync_rows p ON p.tbl = 'changeParts' AND p.id = part.id AND p.gone IS NULL`,
  )
  const decisions = rows.map(({ id, fields }) => decisionOf(parts, id, fields))
  return requestState(decisions)
}

const decisions = ['accepted', 'rejected', 'withdrawn', 'unchanged'] as const

function decisionOf({ openRow }: PortalParts, id: string, fields: ChangedRow['fields']) {
  const { decision } = openRow('changeParts', id, fields)
  return { decision: decisions.find((each) => each === decision) ?? null }
}
