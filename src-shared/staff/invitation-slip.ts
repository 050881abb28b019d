import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { staffEntryMessages } from './staff-entry-messages.ts'

type Slip = {
  readonly name: string
  readonly userName: string
  readonly code: string
  /** As people read it. */
  readonly until: string
  readonly language: Language
}

/** The slip that somebody new is handed: user name, code and what to do with them. */
export function invitationSlip({ name, userName, code, until, language }: Slip) {
  const say = speak(staffEntryMessages, language)
  const steps = (['slip-1', 'slip-2', 'slip-3'] as const).map(
    (key) => `<li>${escapeHtml(say(key))}</li>`,
  )
  const title = say('slip-title')
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>@page { size: A4; margin: 22mm 20mm } body { font: 11pt/1.5 Inter, 'Segoe UI', sans-serif; color: #1b2321 }
h1 { font-size: 18pt; margin: 0 0 6mm } dl { border: .5mm solid #0e6070; border-radius: 3mm; padding: 6mm 8mm;
display: grid; grid-template-columns: max-content 1fr; gap: 2mm 8mm; margin: 6mm 0 }
dt { color: #4d5854 } dd { margin: 0; font: 650 14pt/1.4 'DejaVu Sans Mono', Consolas, monospace }</style>
<h1>${escapeHtml(title)}</h1><p>${escapeHtml(say('slip-hello', { name }))}</p><ol>${steps.join('')}</ol>
<dl><dt>${escapeHtml(say('slip-user'))}</dt><dd>${escapeHtml(userName)}</dd>
<dt>${escapeHtml(say('slip-code'))}</dt><dd>${escapeHtml(code)}</dd></dl>
<p>${escapeHtml(say('slip-until', { day: until }))}</p></html>`
  return { title, html }
}
