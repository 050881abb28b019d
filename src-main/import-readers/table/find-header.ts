import { looks } from './cell-looks.ts'
import { readHeader } from './read-header.ts'
import type { GridRow } from './table-grid.ts'

/** Rows among which the names of the columns are looked for; titles stand above them. */
const rowsToSee = 20

/**
 * The line with the names of the columns, or null when the table begins with its first person: the
 * row with most names that are known, else a first row in which nothing looks like somebody's data.
 */
export function findHeaderLine(
  rows: readonly GridRow[],
  knownNames: ReadonlySet<string>,
): number | null {
  const first = rows.slice(0, rowsToSee)
  const judged = first.map((row) => ({ row, known: countKnown(row, knownNames) }))
  const most = Math.max(0, ...judged.map(({ known }) => known))
  const best = judged.find(({ known }) => known === most)
  if (best && (most >= 2 || (most === 1 && isNarrow(best.row)))) return best.row.line
  const width = Math.max(0, ...first.map(widthOf))
  const full = first.find((row) => widthOf(row) >= Math.max(2, width - 1))
  return full && looksLikeNames(full) && !looksAlike(full, rows) ? full.line : null
}

/** Names of the columns; a title that spans several of them goes before each (`Ouder 1 Voornaam`). */
export function namesOf(rows: readonly GridRow[], headerLine: number): string[] {
  const index = rows.findIndex(({ line }) => line === headerLine)
  const header = rows[index]?.cells.map(clean) ?? []
  const titles = rows[index - 1]?.cells.map(clean) ?? []
  const filled = titles.filter((title) => title !== '')
  const isGrouped = filled.length >= 2 && filled.length < header.length && hasRepeats(header)
  if (!isGrouped) return header
  let title = ''
  return header.map((name, column) => {
    title = titles[column] || title
    return name && title ? `${title} ${name}` : name || title
  })
}

const clean = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200)

function hasRepeats(names: readonly string[]) {
  const filled = names.filter((name) => name !== '').map((name) => name.toLowerCase())
  return new Set(filled).size < filled.length
}

/** The row has this many names that a preset or the vocabulary knows. */
function countKnown({ cells }: GridRow, knownNames: ReadonlySet<string>) {
  return cells.filter((cell) => {
    const name = clean(cell)
    // A long cell is a sentence above the table and no name of a column.
    if (name === '' || name.length > 60 || looks.email.test(name)) return false
    return knownNames.has(name) || readHeader(name) !== null
  }).length
}

const widthOf = ({ cells }: GridRow) => cells.filter((cell) => cell.trim() !== '').length
const isNarrow = (row: GridRow) => widthOf(row) <= 2

const isData = (cell: string) =>
  looks.date.test(cell) || looks.email.test(cell) || /^[+\d]/.test(cell) || looks.sex.test(cell)

const looksLikeNames = ({ cells }: GridRow) => {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return !filled.some(isData) && new Set(filled).size === filled.length
}

/** Rows below with no data either are more of the same: a list of names without a header. */
function looksAlike(first: GridRow, rows: readonly GridRow[]) {
  const below = rows.filter(({ line }) => line > first.line).slice(0, 10)
  return below.every(({ cells }) => !cells.some((cell) => isData(cell.trim())))
}
