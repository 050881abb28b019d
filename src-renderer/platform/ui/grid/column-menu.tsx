import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { Button, IconButton } from '../button.tsx'
import { CheckboxField } from '../fields/choice-field.tsx'
import { IconArrowDown, IconArrowUp, IconColumns3, IconRestore } from '../icons.ts'
import { PopoverButton } from '../overlays/popover-button.tsx'
import classes from './column-menu.module.css'
import { type GridColumn, type GridLayout, plainLayout } from './columns.ts'

type ColumnMenuProps<Row> = {
  readonly columns: readonly GridColumn<Row>[]
  readonly layout: GridLayout
  readonly onLayoutChange: (layout: GridLayout) => void
}

/** Which columns stand in the list and in which order. */
export function ColumnMenu<Row>({ columns, layout, onLayoutChange }: ColumnMenuProps<Row>) {
  const say = useSay(uiMessages)
  const movable = columns
    .filter(({ isName }) => !isName)
    .toSorted((a, b) => layout.order.indexOf(a.id) - layout.order.indexOf(b.id))
  const names = columns.filter(({ isName }) => isName).map(({ id }) => id)
  const orderOf = (ids: readonly string[]) => [...names, ...ids]
  const ids = movable.map(({ id }) => id)

  return (
    <PopoverButton icon={IconColumns3} label={say('columns')} isIconOnly>
      {() => (
        <div className={classes.menu}>
          {movable.map((column, index) => (
            <ColumnLine
              key={column.id}
              header={column.header}
              isShown={!layout.hidden.includes(column.id)}
              isFirst={index === 0}
              isLast={index === movable.length - 1}
              onShow={(isShown) => {
                const others = layout.hidden.filter((id) => id !== column.id)
                onLayoutChange({ ...layout, hidden: isShown ? others : [...others, column.id] })
              }}
              onMove={(step) =>
                onLayoutChange({ ...layout, order: orderOf(moved(ids, index, step)) })
              }
            />
          ))}
          <Button
            kind="quiet"
            size="small"
            icon={IconRestore}
            onClick={() => onLayoutChange(plainLayout(columns))}
          >
            {say('columns-reset')}
          </Button>
        </div>
      )}
    </PopoverButton>
  )
}

function moved(ids: readonly string[], index: number, step: 1 | -1) {
  const id = ids[index]
  const others = ids.filter((each) => each !== id)
  return id === undefined ? ids : others.toSpliced(index + step, 0, id)
}

type ColumnLineProps = {
  readonly header: string
  readonly isShown: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onShow: (isShown: boolean) => void
  readonly onMove: (step: 1 | -1) => void
}

function ColumnLine({ header, isShown, isFirst, isLast, onShow, onMove }: ColumnLineProps) {
  const say = useSay(uiMessages)
  return (
    <div className={classes.line}>
      <CheckboxField label={header} value={isShown} onChange={onShow} />
      <IconButton
        icon={IconArrowUp}
        size="small"
        label={say('column-up', { column: header })}
        disabled={isFirst}
        onClick={() => onMove(-1)}
      />
      <IconButton
        icon={IconArrowDown}
        size="small"
        label={say('column-down', { column: header })}
        disabled={isLast}
        onClick={() => onMove(1)}
      />
    </div>
  )
}
