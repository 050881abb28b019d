import { sql } from 'drizzle-orm'
import { Language } from '#shared/platform/language.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { ChangedRow, PortalParts } from '../../platform/portal-parts.ts'
import { queueAccountMail } from '../account-mails.ts'

/** Tells the asker why not; whoever is let in gets a code by its own mail. Once, whatever comes after. */
export async function answerRequests(
  tx: SchoolTx,
  parts: PortalParts,
  schoolId: string,
  changed: readonly ChangedRow[],
) {
  const declined = changed.filter(
    ({ fields, gone }) => gone === null && fields.decision === 'declined',
  )
  for (const { id, fields } of declined) {
    const told = await rowsOf(tx, sql`SELECT 1 FROM mails WHERE about_id = ${id}::uuid`)
    const [school] = await rowsOf<{ name: string; language: string }>(
      tx,
      sql`SELECT name, language FROM schools`,
    )
    if (told.length > 0 || !school) continue
    await queueAccountMail(tx, parts, {
      school: { id: schoolId, name: school.name },
      accountId: null,
      aboutId: id,
      to: String(fields.email),
      language: Language.catch('nl').parse(school.language),
      template: 'request-declined',
      link: null,
      gaps: { reason: String(fields.reason ?? '') },
    })
  }
}
