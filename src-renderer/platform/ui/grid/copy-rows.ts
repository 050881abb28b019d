import type { GridColumn } from './columns.ts'

/** Rows as a spreadsheet takes them: a heading, then tabs between cells. */
export function toTabbedText<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[]) {
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map(({ text }) => harmless(text(row)))),
  ]
  return lines.map((cells) => cells.join('\t')).join('\r\n')
}

/** A cell that starts like a formula would be run by the spreadsheet (ASVS 1.2.10). */
function harmless(text: string) {
  const oneLine = text.replace(/[\t\r\n]+/g, ' ').trim()
  const looksLikeFormula = /^[=@]/.test(oneLine) || /^[+-](?![\d\s().-]*$)/.test(oneLine)
  return looksLikeFormula ? `'${oneLine}` : oneLine
}
