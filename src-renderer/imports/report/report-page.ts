import type { ImportReport } from '#shared/imports/imports-contract.ts'
import { importsMessages } from '#shared/imports/imports-messages.ts'
import { problemSentence } from '#shared/imports/problem-sentence.ts'
import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { countedKinds, outcomes } from '../preview/counted.ts'

/** A report as a whole HTML document, for paper and PDF. `at` is the moment as people read it. */
export function reportPage(report: ImportReport, language: Language, at: string): string {
  const say = speak(importsMessages, language)
  const heads = outcomes.map((outcome) => `<th>${escapeHtml(say(`outcome.${outcome}`))}</th>`)
  const rows = countedKinds(report.counts).map((kind) => {
    const cells = outcomes.map((outcome) => `<td>${report.counts[kind][outcome]}</td>`)
    return `<tr><th>${escapeHtml(say(`kind.${kind}`))}</th>${cells.join('')}</tr>`
  })
  const problems = report.problems.map(
    (problem) => `<li>${escapeHtml(problemSentence(problem, language))}</li>`,
  )
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escapeHtml(say('report'))}</title>
<style>
@page { size: A4; margin: 18mm 16mm }
body { font: 10pt/1.45 Inter, 'Segoe UI', sans-serif; color: #1b2321 }
h1 { font-size: 17pt; margin: 0 } h2 { font-size: 12pt; margin: 8mm 0 2mm } p { margin: 1mm 0 5mm; color: #4d5854 }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { text-align: right; padding: 1.5mm 4mm; border-bottom: .5pt solid #d9dcd7 } th:first-child { text-align: left }
li { margin: 0 0 1.5mm; break-inside: avoid }
</style>
<h1>${escapeHtml(say('report'))}</h1>
<p>${escapeHtml(`${say(`format.${report.format}`)} · ${report.fileNames.join(', ')} · ${say('by', { moment: at, name: report.staffName })}`)}</p>
<table><thead><tr><th></th>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>
<h2>${escapeHtml(say('problems'))}</h2>${problems.length > 0 ? `<ul>${problems.join('')}</ul>` : `<p>${escapeHtml(say('noProblems'))}</p>`}</html>`
}
