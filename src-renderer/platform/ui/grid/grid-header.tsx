// biome-ignore-all lint/a11y/useSemanticElements: a virtual list cannot be a <table>: its rows are placed by hand.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the row has the focus, not its cells.
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { IconArrowDown, IconArrowUp } from '../icons.ts'
import { ColumnEdge, resizeByKey } from './column-edge.tsx'
import type { GridColumn, GridSort } from './columns.ts'
import classes from './grid.module.css'
import type { Resize } from './use-resizing.ts'

type GridHeaderProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly template: string
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  readonly resize: Resize | null
  /** Null when rows cannot be chosen here. */
  readonly selected: { readonly isAll: boolean; readonly isSome: boolean } | null
  readonly onSelectAll: () => void
}

export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, template, sort, onSort, selected, onSelectAll } = props
  const say = useSay(uiMessages)
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classes.header}
      style={{ gridTemplateColumns: template }}
    >
      {selected && (
        <div role="columnheader" className={classes.box}>
          <input
            type="checkbox"
            aria-label={say('select-all')}
            checked={selected.isAll}
            ref={(box) => {
              // Only a script can say that some rows are chosen; HTML has no attribute for it.
              if (box) box.indeterminate = selected.isSome && !selected.isAll
            }}
            onChange={onSelectAll}
          />
        </div>
      )}
      {columns.map((column) => (
        <HeaderCell
          key={column.id}
          column={column}
          hasBox={selected !== null}
          sort={sort?.column === column.id ? sort : null}
          onSort={onSort}
          resize={props.resize}
        />
      ))}
    </div>
  )
}

type HeaderCellProps<Row> = {
  readonly column: GridColumn<Row>
  readonly hasBox: boolean
  readonly sort: GridSort | null
  readonly onSort: (sort: GridSort | null) => void
  readonly resize: Resize | null
}

function HeaderCell<Row>({ column, hasBox, sort, onSort, resize }: HeaderCellProps<Row>) {
  const say = useSay(uiMessages)
  const { id, header, compare, isName, isNumeric } = column
  const Arrow = sort?.isDescending ? IconArrowDown : IconArrowUp
  /** Up, then down, then the list's own order again. */
  function toNextSort() {
    if (!sort) onSort({ column: id, isDescending: false })
    else onSort(sort.isDescending ? null : { column: id, isDescending: true })
  }
  return (
    <div
      role="columnheader"
      className={classes.head}
      aria-sort={sort ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
      data-name={isName || undefined}
      data-after-box={(isName && hasBox) || undefined}
      data-numeric={isNumeric || undefined}
      // Where nothing can be sorted there is no button; its width must be within reach of the keys.
      tabIndex={resize && !compare ? 0 : undefined}
      onKeyDown={resize ? (event) => resizeByKey(event, id, resize) : undefined}
    >
      {compare ? (
        <button type="button" title={say('sort-by', { column: header })} onClick={toNextSort}>
          <span>{header}</span>
          {sort && <Arrow size={14} stroke={2} aria-hidden />}
        </button>
      ) : (
        <span>{header}</span>
      )}
      {resize && <ColumnEdge id={id} header={header} resize={resize} />}
    </div>
  )
}
