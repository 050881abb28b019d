import QRCode from 'qrcode'
import type { printMessages } from '#shared/desk/print-messages.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Say } from '#shared/platform/messages.ts'
import { fontFaces } from '../platform/print-fonts.ts'

/** The recovery sheet: the only way to the data when the computer or its keychain is gone. */
export async function recoveryPage(
  schoolName: string,
  groups: readonly string[],
  say: Say<typeof printMessages>,
) {
  const code = groups.join('-')
  const picture = await QRCode.toDataURL(code, { margin: 0, width: 320, errorCorrectionLevel: 'M' })
  const cells = groups.map((group, n) => `<li><small>${n + 1}</small>${group}</li>`).join('')
  const html = `<!doctype html><html lang="${say('htmlLanguage')}"><meta charset="utf-8">
<title>${escapeHtml(say('recoveryTitle'))}</title>
<style>
${fontFaces}
@page { size: A4; margin: 22mm 20mm }
body { font: 11pt/1.5 Inter, 'Segoe UI', sans-serif; color: #1b2321 }
h1 { font-size: 20pt; margin: 0 0 2mm } p { max-width: 150mm }
.school { color: #4d5854; margin: 0 0 8mm }
.code { display: flex; gap: 12mm; align-items: center; border: 1.5pt solid #0e6070; border-radius: 4mm; padding: 8mm; margin: 8mm 0 }
ol { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(3, auto); gap: 4mm 9mm }
li { font: 650 17pt/1.2 'DejaVu Sans Mono', Consolas, monospace; letter-spacing: .08em }
li small { display: block; font: 8pt Inter, sans-serif; color: #4d5854; letter-spacing: 0 }
img { width: 34mm; height: 34mm }
.lines { margin-top: 14mm; display: grid; grid-template-columns: 1fr 1fr; gap: 10mm } .lines div { border-bottom: .5pt solid #858d87; padding-top: 10mm; font-size: 9pt; color: #4d5854 }
</style>
<h1>${escapeHtml(say('recoveryTitle'))}</h1><p class="school">${escapeHtml(schoolName)}</p>
<p>${escapeHtml(say('recoveryWhat'))}</p><p>${escapeHtml(say('recoveryKeep'))}</p>
<div class="code"><ol>${cells}</ol><img alt="" src="${picture}"></div>
<p>${escapeHtml(say('recoveryHow'))}</p>
<div class="lines"><div>${escapeHtml(say('recoveryPrintedOn'))}</div><div>${escapeHtml(say('recoveryKeptAt'))}</div></div></html>`
  return { title: say('recoveryTitle'), html, orientation: 'portrait', footer: schoolName } as const
}
