import { escapeHtml } from '#shared/platform/escape-html.ts'
import { fontFaces } from '../../platform/print-fonts.ts'

type Page = {
  readonly title: string
  readonly language: string
  readonly school: string
  /** HTML already. */
  readonly body: string
}

/** A whole document for one sheet. Days off are grey and struck, so that black and white shows them. */
export function paperPage({ title, language, school, body }: Page): string {
  return `<!doctype html>
<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${fontFaces}${styles}</style></head><body>
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(school)}</p></header>${body}</body></html>`
}

const styles = `
@page { size: A4 portrait; margin: 12mm 12mm 15mm; }
* { box-sizing: border-box; }
html { font: 8.6pt/1.35 Inter, 'Segoe UI', system-ui, sans-serif; color: #1b2321;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body, h1, h2, p, ul { margin: 0; padding: 0; }
header { display: flex; justify-content: space-between; align-items: flex-end;
  border-bottom: .5mm solid #0e6070; padding-bottom: 2mm; margin-bottom: 4mm; }
h1 { font-size: 17pt; font-weight: 650; line-height: 1.2; }
h1::first-letter, h2::first-letter, caption::first-letter { text-transform: uppercase; }
h2 { font-size: 10pt; font-weight: 650; margin: 4mm 0 1mm; }
header p { font-weight: 600; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
.year { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3.5mm 6mm; align-items: start; }
caption { text-align: start; font-weight: 650; font-size: 9.4pt; padding-bottom: .6mm; }
.year th, .year td { text-align: center; padding: .35mm 0; font-variant-numeric: tabular-nums; }
th { font-weight: 500; font-size: 7.4pt; color: #4d5854; }
.year tbody th { color: #626c68; border-inline-end: .2mm solid #c9cdc7; }
.off { background: #dfe2dd; color: #4d5854; text-decoration: line-through; }
.has { font-weight: 700; box-shadow: inset 0 -.5mm #0e6070; }
.lists { columns: 2; column-gap: 8mm; margin-top: 3mm; }
.lists ul { list-style: none; }
.lists li { break-inside: avoid; display: flex; gap: 2mm; padding: .35mm 0; }
.lists li > :first-child { flex: 0 0 42%; color: #4d5854; }
.gone { text-decoration: line-through; }
.legend { color: #4d5854; margin-top: 3mm; }
.month td { border: .2mm solid #c9cdc7; height: 36mm; vertical-align: top; padding: 1mm; }
.month thead th { padding-bottom: 1mm; }
.month .date { font-weight: 650; }
.month .other .date { color: #8a918d; font-weight: 400; }
.month td.off { text-decoration: none; }
.month td.off .date { text-decoration: line-through; }
.month ul { list-style: none; font-size: 7.6pt; line-height: 1.25; }
.month li { margin-top: .7mm; overflow-wrap: anywhere; }
.month b { font-weight: 600; }
`
