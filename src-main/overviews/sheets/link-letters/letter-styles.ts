import type { Country } from '#shared/platform/language.ts'

/**
 * Where the window of a C5/6 envelope is, from the corner of the paper in millimetres: to the left in
 * the Netherlands, to the right in Belgium and Sweden. A school sees it on its own envelopes first.
 */
const windows: Record<Country, { readonly left: number; readonly top: number }> = {
  nl: { left: 22, top: 50 },
  be: { left: 112, top: 50 },
  se: { left: 112, top: 48 },
}

export function letterStyles(country: Country) {
  const { left, top } = windows[country]
  return `
@page { size: A4 portrait; margin: 0; }
* { box-sizing: border-box; margin: 0; }
html { font: 10.5pt/1.45 Inter, 'Segoe UI', system-ui, sans-serif; color: #1b2321;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
/* A hair less than the paper, or rounding would push out an empty page. */
.letter { position: relative; width: 210mm; height: 296.8mm; overflow: hidden; padding: 98mm 22mm 12mm; }
.letter + .letter { break-before: page; }
.letter > p { margin-bottom: 3.2mm; }
header { position: absolute; left: 22mm; right: 22mm; top: 16mm; border-bottom: .5mm solid #0e6070;
  padding-bottom: 2.5mm; display: flex; flex-direction: column; color: #4d5854; font-size: 9.5pt; }
header b { font-size: 14pt; color: #1b2321; }
address { position: absolute; left: ${left}mm; top: ${top}mm; width: 80mm; max-height: 38mm;
  overflow: hidden; font-style: normal; display: flex; flex-direction: column; overflow-wrap: anywhere; }
.letter > .place { margin-bottom: 6mm; }
h1 { font-size: 12.5pt; font-weight: 650; margin-bottom: 4mm; }
.code { display: flex; align-items: center; justify-content: space-between; gap: 8mm;
  border: .5mm solid #0e6070; border-radius: 3mm; padding: 5mm 7mm; margin: 2mm 0 6mm; break-inside: avoid; }
.signs { font: 650 17pt/1.3 'DejaVu Sans Mono', Consolas, 'Courier New', monospace; letter-spacing: .04em;
  white-space: nowrap; margin: 1mm 0 2mm; }
.until { font-weight: 600; }
figure { flex: none; width: 30mm; text-align: center; }
svg { width: 30mm; height: 30mm; display: block; }
figcaption { font-size: 7.5pt; line-height: 1.25; color: #4d5854; margin-top: 1.5mm; }
.steps { display: grid; grid-template-columns: 1fr 1fr; gap: 10mm; margin-bottom: 6mm; }
h2 { font-size: 10.5pt; font-weight: 650; margin-bottom: 1.5mm; }
ol { padding-inline-start: 5mm; }
li { margin-bottom: 1.2mm; overflow-wrap: anywhere; }
.letter > .closing { margin-top: 5mm; }
`
}
