import type { ImportFormat, ImportSource } from '#shared/imports/import-source.ts'
import type { ImportPreset, TableLayout, TableMapping } from '#shared/imports/table-mapping.ts'
import type { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import type { Problems } from '../problems.ts'
import type { SourceFile } from '../source-file.ts'
import { judgeMapping } from './judge-mapping.ts'
import { withoutOtherRoles } from './row-roles.ts'
import type { TableGrid } from './table-grid.ts'
import { type LaidOut, layOut } from './table-layout.ts'
import { tablePart } from './table-part.ts'
import { readTableSource } from './table-source.ts'
import { tellColumns } from './tell-columns.ts'
import { readTextGrid } from './text-grid.ts'
import { isOtherWorkbook, isWorkbook, readWorkbookGrid } from './workbook-grid.ts'

/** What the school knows that a file does not say, and what the office said of this one. */
export type TableAsked = {
  /** Which format somebody says that it is; null or absent when that is to be found out. */
  readonly format?: ImportFormat | null
  readonly mapping: TableMapping | null
  readonly presets: readonly ImportPreset[]
  readonly country: Country
  readonly today: Day
}

export type TableReading = {
  readonly layout: TableLayout
  /** Null when the office is to say first what the columns mean. */
  readonly source: ImportSource | null
}

/**
 * Reads a file as a table without a standard; null when it is none. `chosen` is the file as it came,
 * `opened` what was in it when it was a zip.
 */
export async function readTable(
  chosen: readonly SourceFile[],
  opened: readonly SourceFile[],
  asked: TableAsked,
  problems: Problems,
): Promise<TableReading | null> {
  const grid = await openGrid(chosen, opened, asked, problems)
  if (grid === null) return null
  if (grid.rows.length === 0) return problems.refuse('no-pupils', { file: grid.file })
  const laidOut = layOut(grid, asked)
  if (!judgeMapping(laidOut, asked.mapping, problems))
    return { layout: laidOut.layout, source: null }
  tellColumns(laidOut, problems)
  const whole = withoutUnevenRows(withoutOtherRoles(laidOut, problems), problems)
  const source = readTableSource(whole, grid.format, tablePart(whole, { ...asked, problems }))
  if (source.pupils.length + source.guardians.length === 0) {
    // Perhaps the columns were misunderstood: whoever sees the layout can say so.
    problems.warn('no-pupils', { file: grid.file })
    return { layout: laidOut.layout, source: null }
  }
  return { layout: laidOut.layout, source }
}

async function openGrid(
  chosen: readonly SourceFile[],
  opened: readonly SourceFile[],
  { mapping }: TableAsked,
  problems: Problems,
): Promise<TableGrid | null> {
  const [file, other] = chosen
  if (file && !other && isWorkbook(opened)) return readWorkbookGrid(file, mapping, problems)
  const [only, second] = opened
  if (file && !other && isOtherWorkbook(file, opened)) {
    return problems.refuse('old-spreadsheet', { file: file.name })
  }
  return only && !second ? readTextGrid(only, mapping, problems) : null
}

/** Cells beyond the last named column of a text: a mark too many, and every cell behind it has slipped. */
function withoutUnevenRows(laidOut: LaidOut, problems: Problems): LaidOut {
  const { layout, rows } = laidOut
  const width = layout.columns.length
  const kept = rows.filter(({ line, cells }) => {
    const beyond = cells.slice(width).find((cell) => cell.trim() !== '')
    if (beyond === undefined) return true
    problems.leaveOut('row-uneven', { file: layout.file, line, value: beyond, kind: 'pupils' })
    return false
  })
  return { ...laidOut, rows: kept }
}
