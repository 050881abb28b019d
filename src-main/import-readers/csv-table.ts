import Papa from 'papaparse'
import { decodeText } from './decode-text.ts'
import { limits } from './limits.ts'
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
  const lines = readLines(file.name, text, { separator, start }, problems)
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

type Line = { readonly line: number; readonly cells: readonly string[] }

/** `sep=;` is what Excel writes for itself; otherwise the mark that the header has most of. */
function findSeparator(text: string) {
  const [all, said] = /^sep=(.)\n/i.exec(text) ?? []
  if (all && said) return { separator: said, start: all.length }
  const header = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'))
  const count = (mark: string) => header.slice(0, 10_000).split(mark).length
  const [separator = ','] = [',', ';', '\t'].sort((a, b) => count(b) - count(a))
  return { separator: count(separator) > 1 ? separator : ',', start: 0 }
}

function readLines(
  file: string,
  text: string,
  { separator, start }: { readonly separator: string; readonly start: number },
  problems: Problems,
): Line[] {
  const lines: Line[] = []
  let line = start === 0 ? 1 : 2
  let from = start
  Papa.parse<string[]>(text.slice(start), {
    delimiter: separator,
    newline: '\n',
    step({ data, errors: [error], meta: { cursor } }) {
      if (error?.type === 'Quotes') problems.refuse('quotes-broken', { file, line })
      if (data.length > limits.csvColumns) problems.refuse('too-large', { file, line })
      if (lines.length > limits.csvRows) problems.refuse('too-large', { file, line })
      const isLong = data.some((cell) => cell.length > limits.csvCell)
      if (isLong) problems.refuse('too-large', { file, line })
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data })
      const to = start + cursor
      for (; from < to; from++) if (text.charCodeAt(from) === 10) line++
    },
  })
  return lines
}

/** Before parsing, since the parser builds a whole row before it tells of it. */
function refuseLongLines(file: string, text: string, problems: Problems) {
  let line = 1
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start)
    const next = end === -1 ? text.length : end
    if (next - start > limits.csvLine) problems.refuse('too-large', { file, line })
    start = next + 1
  }
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
