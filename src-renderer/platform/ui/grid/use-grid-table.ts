import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { type GridColumn, type GridLayout, shownColumns } from './columns.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

type Wanted<Row> = {
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
  readonly layout: GridLayout
  readonly matches: ((row: Row) => boolean) | null
}

/**
 * The rows to show, in order.
 *
 * All rows are sorted once and the filter keeps that order: filtering first would sort thousands
 * of rows again at each keystroke.
 */
export function useGridTable<Row extends object>({ rows, columns, layout, matches }: Wanted<Row>) {
  const definitions = useMemo(
    () =>
      columns.map(({ id, header, text, compare }) => ({
        id,
        header,
        accessorFn: text,
        enableSorting: compare !== undefined,
        sortFn: (a: { original: Row }, b: { original: Row }) =>
          compare ? compare(a.original, b.original) : 0,
      })),
    [columns],
  )
  const { order, hidden, sort } = layout
  // Not by the widths: all rows would be sorted again at each step of a drag.
  const state = useMemo(
    () => ({
      columnOrder: [...order],
      columnVisibility: Object.fromEntries(hidden.map((id) => [id, false])),
      sorting: sort ? [{ id: sort.column, desc: sort.isDescending }] : [],
    }),
    [order, hidden, sort],
  )
  // The table only reads the rows, but its type asks for an array it might write.
  const table = useTable({ features, columns: definitions, data: rows as Row[], state })

  const sorted = table.getRowModel().rows
  const shown = useMemo(() => {
    const originals = sorted.map(({ original }) => original)
    return matches ? originals.filter(matches) : originals
  }, [sorted, matches])
  const visible = useMemo(() => shownColumns(columns, layout), [columns, layout])
  return { shown, visible }
}
