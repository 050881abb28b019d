// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>: its rows are placed by hand.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the row has the focus, not its cells.
import { type MouseEvent, memo } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { Figures } from '../signs/figures.tsx'
import type { GridColumn } from './columns.ts'
import classes from './grid.module.css'

type GridRowProps<Row> = {
  readonly row: Row
  readonly id: string
  readonly index: number
  readonly top: number
  readonly height: number
  readonly template: string
  readonly columns: readonly GridColumn<Row>[]
  readonly name: string
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly isTabStop: boolean
  readonly isDimmed: boolean
  readonly hasBox: boolean
  readonly onPoint: (index: number, event: MouseEvent) => void
  readonly onOpen: (index: number) => void
}

function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const { row, index, columns, name, isSelected, hasBox } = props
  const say = useSay(uiMessages)
  return (
    <div
      role="row"
      className={classes.row}
      aria-rowindex={index + 2}
      aria-selected={hasBox ? isSelected : undefined}
      data-row={index}
      data-row-id={props.id}
      data-active={props.isActive || undefined}
      data-dimmed={props.isDimmed || undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      style={{
        gridTemplateColumns: props.template,
        height: props.height,
        transform: `translateY(${props.top}px)`,
      }}
      onMouseDown={(event) => props.onPoint(index, event)}
      onDoubleClick={() => props.onOpen(index)}
    >
      {hasBox && (
        <div role="gridcell" className={classes.box} data-box>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={say('select-row', { name })}
            checked={isSelected}
            readOnly
          />
        </div>
      )}
      {columns.map((column) => (
        <GridCell key={column.id} row={row} column={column} hasBox={hasBox} />
      ))}
    </div>
  )
}

type GridCellProps<Row> = {
  readonly row: Row
  readonly column: GridColumn<Row>
  readonly hasBox: boolean
}

function GridCell<Row>({ row, column, hasBox }: GridCellProps<Row>) {
  const { isName, isNumeric, isPrivate, cell, text } = column
  return (
    <div
      role={isName ? 'rowheader' : 'gridcell'}
      className={classes.cell}
      data-name={isName || undefined}
      data-after-box={(isName && hasBox) || undefined}
      data-numeric={isNumeric || undefined}
    >
      <span data-private={isPrivate || undefined}>
        {cell ? cell(row) : isNumeric ? <Figures text={text(row)} /> : text(row)}
      </span>
    </div>
  )
}

/** Drawn again only when the row itself changes: of thousands, twenty are on screen. */
// `memo` forgets that the component is generic; its own type puts that back.
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow
