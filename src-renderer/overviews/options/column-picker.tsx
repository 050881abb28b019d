import { type KeyboardEvent, useState } from 'react'
import { type OverviewColumn, overviewColumns } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { maySee } from '#shared/staff/rights.ts'
import { useSay } from '../../platform/language.tsx'
import { IconButton } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconArrowDown, IconArrowUp } from '../../platform/ui/icons.ts'
import { useViewer } from '../../platform/viewer.tsx'
import classes from './options.module.css'
import type { OptionsProps } from './options.tsx'

const mostBlank = 12

/** Which columns and in which order: chosen ones first, as they come on paper. */
export function ColumnPicker({ request, onChange }: OptionsProps) {
  const say = useSay(overviewsScreenMessages)
  const sayChoice = useSay(overviewChoiceMessages)
  const viewer = useViewer()
  const [news, setNews] = useState('')
  const { columns } = request
  const allowed = overviewColumns.filter(
    (column) => column !== 'medicalAlert' || maySee(viewer, 'medical'),
  )
  const listed = [...columns, ...allowed.filter((column) => !columns.includes(column))]

  function toggle(column: OverviewColumn, isOn: boolean) {
    onChange({
      columns: isOn ? [...columns, column] : columns.filter((each) => each !== column),
    })
  }
  function move(column: OverviewColumn, step: -1 | 1) {
    const place = columns.indexOf(column) + step
    if (!columns.includes(column) || place < 0 || place >= columns.length) return
    const moved = columns.filter((each) => each !== column).toSpliced(place, 0, column)
    onChange({ columns: moved })
    setNews(say('column-moved', { column: sayChoice(`column.${column}`), place: place + 1 }))
    const { activeElement } = document
    // React may take the row out and put it back, which loses the focus.
    requestAnimationFrame(() => {
      if (activeElement instanceof HTMLElement) activeElement.focus()
    })
  }
  function onKeyDown(event: KeyboardEvent, column: OverviewColumn) {
    if (!event.altKey || !/^Arrow(Up|Down)$/.test(event.key)) return
    event.preventDefault()
    move(column, event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <fieldset className={classes.group}>
      <legend>{say('columns')}</legend>
      <ul className={classes.columns}>
        {listed.map((column) => {
          const name = sayChoice(`column.${column}`)
          const place = columns.indexOf(column)
          return (
            <li
              key={column}
              className={classes.column}
              onKeyDown={(event) => onKeyDown(event, column)}
            >
              <CheckboxField
                label={name}
                value={place >= 0}
                onChange={(isOn) => toggle(column, isOn)}
              />
              {place >= 0 && (
                <span className={classes.movers}>
                  <IconButton
                    icon={IconArrowUp}
                    size="small"
                    label={say('column-up', { column: name })}
                    disabled={place === 0}
                    onClick={() => move(column, -1)}
                  />
                  <IconButton
                    icon={IconArrowDown}
                    size="small"
                    label={say('column-down', { column: name })}
                    disabled={place === columns.length - 1}
                    onClick={() => move(column, 1)}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ul>
      <p className="visually-hidden" role="status">
        {news}
      </p>
      <p className={classes.hint}>{say('columns-hint')}</p>
      <SelectField
        label={say('blank-columns')}
        value={String(request.blankColumns)}
        onChange={(count) => onChange({ blankColumns: Number(count) })}
        isSearchable={false}
        options={Array.from({ length: mostBlank + 1 }, (_, count) => ({
          value: String(count),
          label: String(count),
        }))}
      />
    </fieldset>
  )
}
