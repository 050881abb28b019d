import type { TableMapping } from '#shared/imports/table-mapping.ts'

/** One row of cells as text; `line` is the line of a file or the row of a sheet, from 1. */
export type GridRow = { readonly line: number; readonly cells: readonly string[] }

/** A table before anybody knows what its columns mean. Days of a workbook are ISO text. */
export type TableGrid = {
  readonly file: string
  readonly format: 'csv' | 'xlsx'
  /** All sheets, those that are hidden last; empty for text. */
  readonly sheets: readonly string[]
  readonly sheet: string | null
  readonly encoding: TableMapping['encoding']
  readonly separator: TableMapping['separator']
  /** Rows that are not empty. */
  readonly rows: readonly GridRow[]
}

/** How somebody asked for a table to be cut up; null where it is found by itself. */
export type AskedCut = Pick<TableMapping, 'sheet' | 'encoding' | 'separator'>
