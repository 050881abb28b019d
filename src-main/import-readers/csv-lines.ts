import Papa from 'papaparse'
import { limits } from './limits.ts'
import type { Problems } from './problems.ts'

/** One record of a CSV file; `line` is where it begins, as an editor counts. */
export type CsvLine = { readonly line: number; readonly cells: readonly string[] }

type Cut = { readonly separator: string; readonly start: number }

/** Records that are not empty, from `start` on. Line ends of `text` are `\n`. */
export function readCsvLines(
  file: string,
  text: string,
  { separator, start }: Cut,
  problems: Problems,
): CsvLine[] {
  const lines: CsvLine[] = []
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
export function refuseLongLines(file: string, text: string, problems: Problems) {
  let line = 1
  for (let start = 0; start < text.length; line++) {
    const end = text.indexOf('\n', start)
    const next = end === -1 ? text.length : end
    if (next - start > limits.csvLine) problems.refuse('too-large', { file, line })
    start = next + 1
  }
}
