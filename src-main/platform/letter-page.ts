import { escapeHtml } from '#shared/platform/escape-html.ts'
import type { Language } from '#shared/platform/language.ts'
import { fontFaces } from './print-fonts.ts'

/** One piece of a letter or a sheet, top to bottom. */
export type LetterBlock =
  | { readonly kind: 'heading' | 'paragraph' | 'address' | 'note'; readonly text: string }
  /** A label and its value on each line. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export type LetterPage = {
  readonly title: string
  /** School and place, at the top right. */
  readonly sender: readonly string[]
  readonly blocks: readonly LetterBlock[]
}

/**
 * Letters and sheets of one or more pages for the printer. Everything that is given is text; line
 * breaks in it are kept. An address stands where a window envelope shows it (110 x 220 mm, left).
 */
export function letterHtml(
  language: Language,
  title: string,
  pages: readonly LetterPage[],
): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${fontFaces}${styles}</style></head><body>${pages.map(page).join('')}</body></html>`
}

function page({ title, sender, blocks }: LetterPage) {
  const lines = sender.filter(Boolean).map((line, at) => {
    const text = escapeHtml(line)
    return at === 0 ? `<b>${text}</b>` : text
  })
  const address = blocks.filter(({ kind }) => kind === 'address').map(block)
  const rest = blocks.filter(({ kind }) => kind !== 'address').map(block)
  return `<section><p class="sender">${lines.join('<br>')}</p>${address.join('')}
<h1>${escapeHtml(title)}</h1>${rest.join('')}</section>`
}

function block(part: LetterBlock): string {
  if (part.kind === 'facts') {
    const rows = part.facts.map(([label, value]) => row('th', [label], cells('td', [value])))
    return `<table class="facts">${rows.join('')}</table>`
  }
  if (part.kind === 'table') {
    const rows = part.rows.map((each) => `<tr>${cells('td', each)}</tr>`)
    return `<table class="lines"><thead><tr>${cells('th', part.head)}</tr></thead><tbody>${rows.join('')}</tbody></table>`
  }
  if (part.kind === 'heading') return `<h2>${escapeHtml(part.text)}</h2>`
  return `<p class="${part.kind}">${escapeHtml(part.text)}</p>`
}

const cells = (tag: string, texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`).join('')
const row = (tag: string, texts: readonly string[], rest: string) =>
  `<tr>${cells(tag, texts)}${rest}</tr>`

const styles = `
@page { size: A4 portrait; margin: 18mm 20mm 18mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.5 Inter, 'Segoe UI', system-ui, sans-serif; color: #1b2321; }
body { margin: 0; }
section + section { break-before: page; }
h1 { font-size: 15pt; line-height: 1.25; margin: 6mm 0 4mm; }
h2 { font-size: 11pt; margin: 6mm 0 1.5mm; }
p { margin: 0 0 3mm; white-space: pre-line; }
.sender { text-align: end; font-size: 9pt; color: #4d5854; min-height: 14mm; }
.sender b { color: #1b2321; }
.address { min-height: 28mm; max-width: 85mm; margin: 8mm 0 10mm; }
.note { border: .4mm solid #1b2321; border-radius: 1mm; padding: 2mm 3mm; margin-top: 5mm; font-size: 9.5pt; }
table { border-collapse: collapse; width: 100%; margin: 0 0 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: start; vertical-align: top; padding: 1.1mm 3mm 1.1mm 0; font-variant-numeric: tabular-nums; }
.facts th { width: 52mm; font-weight: 400; color: #4d5854; }
.lines { font-size: 9pt; }
.lines th { font-size: 8.5pt; color: #4d5854; border-bottom: .25mm solid #858d87; }
.lines td { border-bottom: .2mm solid #d9dcd7; }
.lines td:last-child, .lines th:last-child { text-align: end; padding-inline-end: 0; }
`
