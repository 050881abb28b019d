// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>: its rows are placed by hand.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the row has the focus, not its cells.
import { type ReactNode, useMemo } from 'react'
import {
  type GridColumn,
  type GridLayout,
  leastWidth,
  plainLayout,
  trackTemplate,
} from './columns.ts'
import classes from './grid.module.css'
import { GridHeader } from './grid-header.tsx'
import { GridRow } from './grid-row.tsx'
import { nothingSelected, type Selection } from './selection.ts'
import { useGridBody } from './use-grid-body.ts'
import { useGridTable } from './use-grid-table.ts'
import { useResizing } from './use-resizing.ts'

export type DataGridProps<Row extends object> = {
  readonly label: string
  /** All rows, in the list's own order; keep the array the same between changes. */
  readonly rows: readonly Row[]
  /** Keep the array the same between changes: `useMemo`. */
  readonly columns: readonly GridColumn<Row>[]
  readonly rowId: (row: Row) => string
  /** What the filters let through; keep it the same between changes: `useCallback`. */
  readonly matches?: (row: Row) => boolean
  readonly layout?: GridLayout
  readonly onLayoutChange?: (layout: GridLayout) => void
  readonly activeId: string | null
  readonly onActiveChange: (id: string) => void
  readonly selection?: Selection
  readonly onSelectionChange?: (selection: Selection) => void
  /** Enter, F2 or a click on a row: show its panel; only the keys move the focus there. */
  readonly onOpenPanel?: (row: Row, by: 'key' | 'pointer') => void
  /** Ctrl+Enter or a double click. */
  readonly onOpenFile?: (row: Row) => void
  /** Former pupils and the like: there, but grey. */
  readonly isDimmed?: (row: Row) => boolean
  /** Shown when no row is left. */
  readonly empty: ReactNode
}

/** The list of the house: thousands of rows, all keys of screens.md 1.2 and 1.3. */
export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { rows, columns, matches = null, onLayoutChange, rowId } = props
  const plain = useMemo(() => plainLayout(columns), [columns])
  const { layout, resize } = useResizing(props.layout ?? plain, onLayoutChange)
  const { shown, visible } = useGridTable({ rows, columns, layout, matches })
  const ids = useMemo(() => shown.map(rowId), [shown, rowId])
  const { selection = nothingSelected, onSelectionChange } = props
  const hasBoxes = onSelectionChange !== undefined
  const selectedCount = hasBoxes ? ids.filter((id) => selection.has(id)).length : 0
  const isAll = ids.length > 0 && selectedCount === ids.length
  const template = trackTemplate(visible, hasBoxes)
  const body = useGridBody({ ...props, shown, ids, visible, selection })

  return (
    <div className={classes.frame} data-grid data-empty={shown.length === 0 || undefined}>
      <div
        ref={body.ref}
        className={classes.grid}
        role="grid"
        aria-label={props.label}
        aria-multiselectable={hasBoxes || undefined}
        aria-rowcount={shown.length + 1}
        onKeyDown={body.onKeyDown}
        onCopy={body.onCopy}
      >
        <div className={classes.inner} style={{ minWidth: leastWidth(visible, hasBoxes) }}>
          <GridHeader
            columns={visible}
            template={template}
            sort={layout.sort}
            onSort={(sort) => onLayoutChange?.({ ...layout, sort })}
            resize={resize}
            selected={hasBoxes ? { isAll, isSome: selectedCount > 0 } : null}
            onSelectAll={() => onSelectionChange?.(isAll ? nothingSelected : new Set(ids))}
          />
          <GridRows {...props} {...body} shown={shown} visible={visible} template={template} />
        </div>
      </div>
      {/* Beside the grid and not in it: a grid may hold rows alone. */}
      {shown.length === 0 && <div className={classes.empty}>{props.empty}</div>}
    </div>
  )
}

type GridRowsProps<Row extends object> = DataGridProps<Row> &
  ReturnType<typeof useGridBody<Row>> & {
    readonly shown: readonly Row[]
    readonly visible: readonly GridColumn<Row>[]
    readonly template: string
  }

function GridRows<Row extends object>(props: GridRowsProps<Row>) {
  const { shown, visible, items, height, rowHeight, template, selection, activeId, tabStop } = props
  const nameColumn = visible.find(({ isName }) => isName)
  return (
    <div role="rowgroup" className={classes.body} style={{ height }}>
      {items.map(({ index, top }) => {
        const row = shown[index]
        if (!row) return null
        const id = props.rowId(row)
        return (
          <GridRow
            key={id}
            row={row}
            id={id}
            index={index}
            top={top}
            height={rowHeight}
            template={template}
            columns={visible}
            name={nameColumn?.text(row) ?? ''}
            isSelected={selection?.has(id) ?? false}
            isActive={id === activeId}
            isTabStop={index === tabStop}
            isDimmed={props.isDimmed?.(row) ?? false}
            hasBox={props.onSelectionChange !== undefined}
            onPoint={props.onPoint}
            onOpen={props.onOpen}
          />
        )
      })}
    </div>
  )
}
