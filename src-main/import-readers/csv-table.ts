import { type CsvLine, readCsvLines, refuseLongLines } from './csv-lines.ts'
import { decodeText } from './decode-text.ts'
import { findSeparator } from './find-separator.ts'
import type { Problems } from './problems.ts'
import type { SourceFile } from './source-file.ts'

export type CsvRow = {
  readonly file: string
  readonly line: number
  /** The trimmed cell of a column; empty when the file has no such column. */
  readonly cell: (column: string) => string
}

export type CsvTable = {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

/** A CSV file with a header line, its separator found by itself. Cells stay text. */
export function readCsvTable(file: SourceFile, problems: Problems): CsvTable {
  // One kind of line end, so that line numbers are those an editor shows.
  const text = decodeText(file, problems).replace(/\r\n?/g, '\n')
  refuseLongLines(file.name, text, problems)
  const { separator, start } = findSeparator(text)
  if (separator !== ',')
    problems.warnOnce('separator-unusual', { file: file.name, value: separator })
  const lines: CsvLine[] = readCsvLines(file.name, text, { separator, start }, problems)
  const [first, ...rest] = lines
  const header = first ? readHeader(file.name, first.cells, problems) : []
  const columns = new Map(header.map((name, index) => [name, index]))
  const rows = rest
    .filter(({ cells, line }) => isWhole(file.name, cells, line, header, problems))
    .map(({ cells, line }) => ({
      file: file.name,
      line,
      cell: (column: string) => cells[columns.get(column) ?? -1]?.trim() ?? '',
    }))
  return { file: file.name, header, rows }
}

/** Names of the columns. Empty ones at the end are what a spreadsheet leaves; twice is unclear. */
function readHeader(file: string, cells: readonly string[], problems: Problems): string[] {
  const names = cells.map((cell) => cell.trim())
  const last = names.findLastIndex((name) => name !== '')
  const header = names.slice(0, last + 1)
  if (header.length < names.length)
    problems.warnOnce('column-unknown', { file, line: 1, field: '…' })
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice) problems.refuse('column-repeated', { file, line: 1, field: twice })
  return header
}

/** Cells beyond the header belong to no column: the row has slipped. Too few may just be empty. */
function isWhole(
  file: string,
  cells: readonly string[],
  line: number,
  header: readonly string[],
  problems: Problems,
) {
  const beyond = cells.slice(header.length).find((cell) => cell.trim() !== '')
  if (beyond !== undefined) problems.leaveOut('row-uneven', { file, line, value: beyond })
  else if (cells.length < header.length) problems.warnOnce('row-uneven', { file, line })
  return beyond === undefined
}

/** A cell that holds a list: `a,b` or `a, b`. */
export const listOf = (cell: string) =>
  cell
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
