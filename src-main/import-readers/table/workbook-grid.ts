import type { CellObject, WorkBook } from '@e965/xlsx'
import { peek } from '../decode-text.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import type { AskedCut, GridRow, TableGrid } from './table-grid.ts'
import { textOfCell } from './workbook-cell.ts'

type Library = typeof import('@e965/xlsx')

/** Whether an unpacked zip is a workbook of Excel; `.ods` is named as such and refused. */
export const isWorkbook = (files: readonly SourceFile[]) =>
  files.some(({ name }) => name === 'xl/workbook.xml')

/** Excel's binary workbook, and the web page or XML that programs hand out under its name. */
export const isOtherWorkbook = (file: SourceFile, opened: readonly SourceFile[]) =>
  opened.some(({ name }) => name === 'xl/workbook.bin') ||
  (/\.xls[xm]?$/i.test(file.name) && peek(file).trimStart().startsWith('<'))

/**
 * One sheet of a workbook whose zip has been judged already. Formulas are never worked out: the value
 * that the spreadsheet kept beside them counts. The library is loaded only when a workbook comes.
 */
export async function readWorkbookGrid(
  file: SourceFile,
  asked: AskedCut | null,
  problems: Problems,
): Promise<TableGrid> {
  const library = await import('@e965/xlsx')
  const book = openBook(library, file, problems)
  const sheets = sheetsInOrder(book)
  const wanted = asked?.sheet ?? sheets.find((name) => hasCells(book, name)) ?? sheets[0]
  if (wanted === undefined || !sheets.includes(wanted)) {
    return problems.refuse('mapping-not-table', { file: file.name, value: wanted ?? null })
  }
  const rows = readRows(library, { book, sheet: wanted, file: file.name }, problems)
  const plain = { encoding: null, separator: null }
  return { file: file.name, format: 'xlsx', sheets, sheet: wanted, ...plain, rows }
}

function openBook({ read }: Library, file: SourceFile, problems: Problems): WorkBook {
  try {
    return read(file.bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      // One more than is taken, so that a longer sheet is noticed and not cut off in silence.
      sheetRows: limits.csvRows + 2,
    })
  } catch (error) {
    if (error instanceof RangeError) return problems.refuse('too-large', { file: file.name })
    return problems.refuse('zip-damaged', { file: file.name })
  }
}

/** Hidden sheets last: they hold lists for drop-downs and what somebody put away. */
function sheetsInOrder({ SheetNames, Workbook }: WorkBook): readonly string[] {
  const isHidden = (index: number) => Boolean(Workbook?.Sheets?.[index]?.Hidden)
  const withPlace = SheetNames.map((name, index) => ({ name, hidden: isHidden(index) ? 1 : 0 }))
  return withPlace.toSorted((a, b) => a.hidden - b.hidden).map(({ name }) => name)
}

const hasCells = (book: WorkBook, sheet: string) => rowsOf(book, sheet).some((row) => row?.length)

type SheetRows = readonly (readonly (CellObject | undefined)[] | undefined)[]

/** Dense sheets keep their cells here; a row or cell that is not there is a hole. */
const rowsOf = ({ Sheets }: WorkBook, sheet: string): SheetRows => Sheets[sheet]?.['!data'] ?? []

type Place = { readonly book: WorkBook; readonly sheet: string; readonly file: string }

function readRows({ SSF }: Library, { book, sheet, file }: Place, problems: Problems): GridRow[] {
  const rows: GridRow[] = []
  const is1904 = Boolean(book.Workbook?.WBProps?.date1904)
  const cells = rowsOf(book, sheet)
  // Holes are passed over: a sheet may say that it has a million rows and fill two.
  for (const key of Object.keys(cells)) {
    const index = Number(key)
    const row = cells[index]
    if (!row) continue
    const line = index + 1
    if (rows.length > limits.csvRows) problems.refuse('too-large', { file, line })
    if (row.length > limits.csvColumns && Object.keys(row).some(isFar(row))) {
      problems.refuse('too-large', { file, line })
    }
    const texts = Array.from(row.slice(0, limits.csvColumns), (cell) => {
      if (cell?.t === 'e') problems.warn('cell-error', { file, line, value: cell.w ?? null })
      return cell ? textOfCell(cell, SSF, is1904) : ''
    })
    if (texts.some((text) => text.length > limits.csvCell))
      problems.refuse('too-large', { file, line })
    if (texts.some((text) => text.trim() !== '')) rows.push({ line, cells: texts })
  }
  return rows
}

/** A filled cell beyond the last column that is taken; empty ones carry only a format. */
const isFar = (row: readonly (CellObject | undefined)[]) => (key: string) =>
  Number(key) >= limits.csvColumns && row[Number(key)]?.v !== undefined
