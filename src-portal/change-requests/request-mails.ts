import { sql } from 'drizzle-orm'
import { requestMailMessages } from '#shared/children/request-mail-messages.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import { Language } from '#shared/platform/language.ts'
import { type Gaps, type MessageKey, speak } from '#shared/platform/messages.ts'
import { rowsOf, type SchoolTx } from '../platform/portal-database.ts'

/** Somebody with an account that can be written to. */
export type Reader = {
  readonly accountId: string
  readonly language: Language
  readonly school: string
}

type Key = MessageKey<typeof requestMailMessages>

type Said = {
  readonly subject: Key
  readonly body: Key
  readonly action: Key
  readonly link: string
  readonly gaps?: Gaps
}

/** Text and HTML of a letter; the HTML loads nothing, so that opening it tells nobody anything. */
export function writeLetter({ language, school }: Reader, said: Said) {
  const say = speak(requestMailMessages, language)
  const gaps = { school, ...said.gaps }
  const subject = say(said.subject, gaps)
  const action = say(said.action)
  const [opening, body, closing] = [say('opening'), say(said.body, gaps), say('closing', gaps)]
  const text = [opening, body, `${action}:\n${said.link}`, closing].join('\n\n')
  const link = escapeHtml(said.link)
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#f6f7f5;color:#1b2321;font:16px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto">',
    `<p>${escapeHtml(opening)}</p><p>${escapeHtml(body)}</p>`,
    `<p><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0e6070;color:#ffffff;text-decoration:none">${escapeHtml(action)}</a></p>`,
    `<p>${escapeHtml(closing)}</p></div></body></html>`,
  ].join('')
  return { subject, text, html }
}

type Row = { account_id: string; own: string | null; language: string; school: string }

/** The language is that of the guardian's letters, else the one the account was made in. */
export async function readersOf(
  tx: SchoolTx,
  guardianIds: readonly string[],
): Promise<readonly Reader[]> {
  const rows = await rowsOf<Row>(
    tx,
    sql`SELECT a.account_id, a.language, s.name AS school, g.fields ->> 'language' AS own
        FROM jsonb_array_elements_text(${JSON.stringify(guardianIds)}::jsonb) AS wanted (id)
        JOIN accounts a ON a.guardian_id = wanted.id AND a.state = 'active'
        JOIN schools s ON s.school_id = a.school_id
        LEFT JOIN sync_rows g ON g.tbl = 'guardians' AND g.id = a.guardian_id AND g.gone IS NULL`,
  )
  return rows.map(({ account_id, own, language, school }) => ({
    accountId: account_id,
    language: Language.catch(Language.catch('nl').parse(language)).parse(own),
    school,
  }))
}
