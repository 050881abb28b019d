import { labelSheets, type OverviewRequest } from '#shared/overviews/overview.ts'
import { type Html, html } from '../html.ts'
import type { Sheet } from '../page.ts'
import type { PrintJob } from '../print-job.ts'
import { type LabelAddress, labelAddresses } from './label-addresses.ts'

/** Sheets of labels, measured from the corner of the paper; the first may have been used in part. */
export function addressLabels(job: PrintJob): Sheet {
  const { columns, rows } = labelSheets[job.request.labelSheet]
  const perSheet = columns * rows
  const skipped = Math.min(job.request.labelStart, perSheet) - 1
  const places = [...Array.from({ length: skipped }, () => null), ...labelAddresses(job)]
  const sheets = Array.from({ length: Math.ceil(places.length / perSheet) }, (_, sheet) =>
    places.slice(sheet * perSheet, (sheet + 1) * perSheet),
  )
  const body = html`${sheets.map((labels) => html`<div class="sheet">${labels.map(label)}</div>`)}`
  return { body, css: css(job.request), isBare: true }
}

/** Letters on a line of the narrow label; a longer address is set smaller, since a label does not grow. */
const lettersOnLine = 26

function label(address: LabelAddress | null): Html {
  if (!address) return html`<div></div>`
  const { to, lines } = address
  const isLong =
    lines.length > 3 ||
    to.length > 2 * lettersOnLine ||
    lines.some((line) => line.length > lettersOnLine)
  return html`<div class="${isLong ? 'label long' : 'label'}"><p>${to}</p>${lines.map((line) => html`<p>${line}</p>`)}</div>`
}

function css({ labelSheet }: OverviewRequest) {
  const { columns, rows, width, height, top, left, gapX, gapY } = labelSheets[labelSheet]
  return `
@page { size: A4 portrait; margin: 0; }
* { box-sizing: border-box; margin: 0; }
html { font: 10pt/1.4 Inter, 'Segoe UI', system-ui, sans-serif; color: #000; }
/* A hair less than the paper, or rounding would push out an empty page. */
.sheet { width: 210mm; height: 296.8mm; overflow: hidden; padding: ${top}mm 0 0 ${left}mm; display: grid;
  grid-template: repeat(${rows}, ${height}mm) / repeat(${columns}, ${width}mm);
  gap: ${gapY}mm ${gapX}mm; }
.sheet + .sheet { break-before: page; }
.label { padding: 0 5mm; display: flex; flex-direction: column; justify-content: center;
  overflow: hidden; white-space: pre-wrap; overflow-wrap: anywhere; }
.label p:first-child { font-weight: 600; text-wrap: balance; }
.long { font-size: 8.6pt; line-height: 1.32; }
`
}
