/**
 * How paper looks. Sizes in points and millimetres, since this is never a screen; the words never
 * rely on colour, since most school printers are black and white.
 */
export function pageStyles(orientation: 'portrait' | 'landscape') {
  return `
@page { size: A4 ${orientation}; margin: 13mm 13mm 16mm; }
* { box-sizing: border-box; }
html { font: 9.2pt/1.38 Inter, 'Segoe UI Variable', 'Segoe UI', system-ui, sans-serif;
  color: #1b2321; -webkit-print-color-adjust: exact;
  print-color-adjust: exact; }
body { margin: 0; }
.figures, .number, .narrow, .day, .turns { font-variant-numeric: tabular-nums; }
i { font-style: normal; font-variant-numeric: normal; }
.figures { white-space: nowrap; }
h1, h2, h3, p { margin: 0; font-size: inherit; font-weight: inherit; }
section + section, .page + .page { break-before: page; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr, .card { break-inside: avoid; }
th, td { padding: 1.3mm 2mm 1.3mm 0; text-align: start; vertical-align: top; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-inline-end: 0; }
.head { padding: 0 0 4mm; border: 0; font-weight: 400; }
.head > div { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm;
  border-bottom: .5mm solid #0e6070; padding-bottom: 2mm; }
.outline { font-size: 1pt; line-height: 1; color: #fff; height: .4mm; overflow: hidden; }
.head h1, .head .title { font-size: 17pt; line-height: 1.2; font-weight: 650; color: #1b2321;
  letter-spacing: -.01em; margin: 0; }
.head p, .quiet { color: #4d5854; }
.head p { margin-top: .6mm; }
.head .school { text-align: end; flex: none; max-width: 45%; }
.head .school b { color: #1b2321; font-weight: 600; }
.columns th { font-size: 8pt; font-weight: 600; color: #4d5854; vertical-align: bottom;
  border-bottom: .25mm solid #858d87; padding-bottom: 1mm; overflow-wrap: normal; }
tbody tr > * { border-bottom: .2mm solid #d9dcd7; }
.name { font-weight: 600; overflow-wrap: normal; hyphens: auto; text-wrap: balance; }
.nowrap { white-space: nowrap; }
.number { color: #626c68; text-align: end; width: 1%; padding-inline-end: 2.4mm; font-weight: 400;
  white-space: nowrap; }
.mark { display: inline-block; font-size: 7.5pt; font-weight: 650; border: .3mm solid #1b2321;
  border-radius: 1mm; padding: 0 1.2mm; margin-inline-start: 1.2mm; white-space: nowrap; }
.notes { margin-top: 3mm; color: #4d5854; break-inside: avoid; break-before: avoid; }
.notes p::before { content: '! '; font-weight: 700; color: #1b2321; }
.warning { border: .4mm solid #1b2321; border-radius: 1mm; padding: 1.2mm 2mm; margin-top: 2mm;
  color: #1b2321; font-weight: 600; text-align: start; }
`
}

/** Page numbers and the foot of a page for paper, where Chromium writes margin boxes (131 and later). */
export function marginBoxes(footer: string, numbers: readonly string[]) {
  const [before = '', between = ''] = numbers
  const style = "font: 7.5pt Inter, 'Segoe UI', sans-serif; color: #4d5854;"
  return `@page {
  @bottom-left { content: ${quoted(footer)}; ${style} width: 75%; }
  @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages); ${style} }
}`
}

/** A CSS string. `<` goes too, or a school's name could end the style element. */
function quoted(text: string) {
  return `"${text.replace(/["\\<\n\r]/g, (mark) => `\\${mark.charCodeAt(0).toString(16)} `)}"`
}
