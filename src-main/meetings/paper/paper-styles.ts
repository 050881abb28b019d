/** A4, a page for each teacher or family; the column of notes is wide enough to write in. */
export const paperStyles = `
@page { size: A4 portrait; margin: 14mm 14mm 16mm; }
* { box-sizing: border-box; }
html { font: 10pt/1.4 Inter, 'Segoe UI', system-ui, sans-serif; color: #1b2321; }
body, h1, h2, p { margin: 0; }
.sheet { break-after: page; }
.sheet:last-child { break-after: auto; }
header { display: flex; justify-content: space-between; align-items: flex-end;
  border-bottom: .5mm solid #0e6070; padding-bottom: 2mm; margin-bottom: 4mm; }
h1 { font-size: 16pt; font-weight: 650; }
h2 { font-size: 11pt; font-weight: 650; margin: 4mm 0 1mm; }
h2::first-letter { text-transform: uppercase; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th { text-align: start; font-weight: 500; font-size: 8.5pt; color: #4d5854; }
th, td { padding: 1mm 2mm; border-bottom: .2mm solid #c9cdc7; vertical-align: top; }
tr { break-inside: avoid; }
.schedule td { height: 11mm; }
.schedule td:last-child { width: 28%; }
.door { font-size: 15pt; }
.door td:first-child { width: 28mm; font-weight: 650; }
.letter { font-size: 11pt; }
.letter p { margin-block: 4mm; }
.letter .school { font-weight: 650; margin-bottom: 18mm; }
`
