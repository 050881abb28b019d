import { sql } from 'drizzle-orm'
import { Language } from '#shared/platform/language.ts'
import { rowsOf, type SchoolTx } from '../../platform/portal-database.ts'
import type { PortalParts } from '../../platform/portal-parts.ts'
import { queueAccountMail } from '../account-mails.ts'

type Code = {
  readonly id: string
  readonly linkId: string
  readonly email: string | null
  readonly signs: string | null
  /** ISO 8601. */
  readonly endsAt: string
}

type Found = { name: string; language: string; own: string | null }

/** An invitation with the code in its link; it names no child, since the address proves nothing yet. */
export async function mailCode(tx: SchoolTx, parts: PortalParts, schoolId: string, code: Code) {
  const [found] = await rowsOf<Found>(
    tx,
    sql`SELECT s.name, s.language, g.fields ->> 'language' AS own FROM schools s
        LEFT JOIN sync_rows l ON l.tbl = 'guardianLinks' AND l.id = ${code.linkId}
        LEFT JOIN sync_rows g ON g.tbl = 'guardians' AND g.id = l.fields ->> 'guardianId'`,
  )
  const language = Language.catch('nl').parse(found?.own ?? found?.language)
  const until = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  await queueAccountMail(tx, parts, {
    school: { id: schoolId, name: found?.name ?? '' },
    accountId: null,
    aboutId: code.id,
    to: code.email ?? '',
    language,
    template: 'invitation',
    link: `${parts.publicUrl}/register?school=${schoolId}&code=${code.signs}`,
    gaps: { until: until.format(new Date(code.endsAt)), code: code.signs ?? '' },
  })
}
