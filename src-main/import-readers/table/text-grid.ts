import { readCsvLines, refuseLongLines } from '../csv-lines.ts'
import { decodeTable } from '../decode-text.ts'
import { findSeparator } from '../find-separator.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import { readHeader } from './read-header.ts'
import type { AskedCut, TableGrid } from './table-grid.ts'

/** Names that a table goes by. One without an ending must look like a table; others are none. */
const tableName = /\.(csv|tsv|tab|txt|asc|prn|xls)$/i
const hasEnding = (name: string) => /\.[^./]{1,8}$/.test(name)

/** A text file as a table; null when it does not look like one. */
export function readTextGrid(
  file: SourceFile,
  asked: AskedCut | null,
  problems: Problems,
): TableGrid | null {
  if (hasEnding(file.name) && !tableName.test(file.name)) return null
  const { text: decoded, encoding } = decodeTable(file, asked?.encoding ?? null, problems)
  // One kind of line end, so that line numbers are those an editor shows.
  const text = decoded.replace(/\r\n?/g, '\n')
  if (isOtherText(text)) return null
  refuseLongLines(file.name, text, problems)
  const found = findSeparator(text)
  if (!asked && !found.isTable && !isPlainList(file.name, text)) return null
  const separator = asked?.separator ?? found.separator
  const cut = { separator, start: found.start }
  const rows = readCsvLines(file.name, text, cut, problems)
  const { name } = file
  return { file: name, format: 'csv', sheets: [], sheet: null, encoding, separator, rows }
}

/** Markup, JSON, calendars and the like: no table, whatever their name. */
const isOtherText = (text: string) => /^\s*([<{[]|BEGIN:|%PDF|%!PS|#!)/i.test(text)

/** One column: a list of names, if the file's name says that it is a table, or its first line does. */
function isPlainList(name: string, text: string) {
  const [first = '', second] = text.split('\n', 200).filter((line) => line.trim() !== '')
  if (second === undefined) return false
  return /\.(csv|tsv|tab)$/i.test(name) || (tableName.test(name) && readHeader(first) !== null)
}
