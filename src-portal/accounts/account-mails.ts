import { accountMailMessages } from '#shared/accounts/account-mail-messages.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { queueMail } from '../platform/mail-queue.ts'
import type { SchoolTx } from '../platform/portal-database.ts'
import type { PortalParts } from '../platform/portal-parts.ts'
import type { School } from '../platform/schools.ts'

/** Letters about the account itself. None of them names a child. */
export type AccountTemplate =
  | 'activate'
  | 'reset'
  | 'reactivate'
  | 'new-address'
  | 'address-changed'
  | 'password-changed'
  | 'second-factor-changed'
  | 'invitation'
  | 'request-declined'
  | 'remind'

type AccountMail = {
  readonly school: Pick<School, 'id' | 'name'>
  /** Null for somebody who has none yet. */
  readonly accountId: string | null
  readonly to: string
  readonly language: Language
  readonly template: AccountTemplate
  /** What the reader is to follow; null for a letter that only tells. */
  readonly link: string | null
  /** What else stands in it. */
  readonly gaps?: Readonly<Record<string, string>>
  /** The code or request that it is about. */
  readonly aboutId?: string
}

export async function queueAccountMail(tx: SchoolTx, parts: PortalParts, mail: AccountMail) {
  const { school, accountId, template, to, aboutId } = mail
  const letter = { to, ...writeLetter(mail) }
  const about = aboutId === undefined ? {} : { aboutId }
  await queueMail(tx, parts, { schoolId: school.id, accountId, template, letter, ...about })
}

/** Text and HTML of a letter; the HTML loads nothing, so that opening it tells nobody anything. */
export function writeLetter({
  school,
  language,
  template,
  link,
  gaps: own,
}: Omit<AccountMail, 'accountId' | 'to' | 'aboutId'>) {
  const say = speak(accountMailMessages, language)
  const gaps = { school: school.name, ...own }
  const subject = say(`${template}.subject`, gaps)
  const [opening, body, closing] = [
    say('opening'),
    say(`${template}.body`, gaps),
    say('closing', gaps),
  ]
  const action = say(`${template}.action`)
  const text = [opening, body, link && `${action}:\n${link}`, say('not-you'), closing]
  const button =
    link &&
    `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0e6070;color:#ffffff;text-decoration:none">${escapeHtml(action)}</a></p><p style="color:#4d5854;font-size:13px;word-break:break-all">${escapeHtml(link)}</p>`
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;background:#f6f7f5;color:#1b2321;font:16px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto">',
    `<p>${escapeHtml(opening)}</p><p>${escapeHtml(body)}</p>`,
    button,
    `<p>${escapeHtml(say('not-you'))}</p><p>${escapeHtml(closing)}</p></div></body></html>`,
  ]
  return { subject, text: text.filter(Boolean).join('\n\n'), html: html.filter(Boolean).join('') }
}
