import { unguardCell } from '#shared/exports/formula-guard.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type { Value } from '../read-values.ts'
import type { LaidOut } from './table-layout.ts'

/** One row by what its cells mean. */
export type RowCells = {
  readonly file: string
  readonly line: number
  /** The cell of a field; empty when the table has no such column. */
  readonly value: (field: TableField) => Value
}

/** The rows of a table, cell by field; `field` of a value is the name that the file gives the column. */
export function readRowCells({ layout, rows }: LaidOut): RowCells[] {
  const { file, columns, mapping } = layout
  const byField = new Map<TableField, number>()
  for (const [index, field] of mapping.columns.entries()) if (field) byField.set(field, index)
  return rows.map(({ line, cells }) => ({
    file,
    line,
    value(field) {
      const index = byField.get(field)
      const name = index === undefined ? field : (columns[index]?.header ?? `${index + 1}`)
      return {
        text: index === undefined ? '' : plainCell(cells[index] ?? ''),
        file,
        line,
        field: name,
      }
    },
  }))
}

/**
 * Text is text: nothing is ever worked out. An apostrophe that keeps a spreadsheet from doing so is
 * taken off again (`'+31 6 …`, `'=…`), and so is `="0123"`, by which programs save leading zeros.
 */
export function plainCell(cell: string): string {
  if (cell === '') return ''
  const text = cell.replace(/(?![\t\n\r])\p{Cc}/gu, ' ').trim()
  const [, kept] = /^="([\d +()./-]*)"$/.exec(text) ?? []
  if (kept !== undefined) return kept
  return unguardCell(text)
}
