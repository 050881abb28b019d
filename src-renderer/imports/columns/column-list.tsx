import { memo, useCallback } from 'react'
import { useStore } from 'zustand'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type { TableColumn } from '#shared/imports/table-mapping.ts'
import { useSay } from '../../platform/language.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconHelp,
  IconPencil,
  IconX,
} from '../../platform/ui/icons.ts'
import { StatusTag } from '../../platform/ui/signs/status-tag.tsx'
import { repeatedFields } from './column-faults.ts'
import classes from './columns.module.css'
import type { ColumnsStepProps } from './columns-step.tsx'
import { withField } from './columns-step-state.ts'
import { notTaken, useFieldWords } from './field-words.ts'

/** One line a column: its name, what stands in it, what it means and how sure that is. */
export function ColumnList({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { changeColumns } = useStore(store)
  const { table, mapping, chosen, isReading } = step
  const repeated = repeatedFields(mapping)
  const columnName = (at: number) => table.columns[at]?.header || say('column', { number: at + 1 })
  const onChoose = useCallback(
    (at: number, field: TableField | null) => changeColumns((now) => withField(now, at, field)),
    [changeColumns],
  )
  return (
    <ol className={classes.list} aria-label={say('columns')}>
      {table.columns.map((column, at) => {
        const field = mapping.columns[at] ?? null
        const others = field === null ? [] : (repeated.get(field) ?? [])
        return (
          <ColumnLine
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            key={at}
            at={at}
            column={column}
            field={field}
            isChosen={chosen.has(at)}
            isDisabled={isReading}
            alsoAt={others
              .filter((other) => other !== at)
              .map(columnName)
              .join(', ')}
            onChoose={onChoose}
          />
        )
      })}
    </ol>
  )
}

type ColumnLineProps = {
  readonly at: number
  readonly column: TableColumn
  readonly field: TableField | null
  readonly isChosen: boolean
  readonly isDisabled: boolean
  /** Names of other columns with the same meaning; empty when there are none. */
  readonly alsoAt: string
  readonly onChoose: (at: number, field: TableField | null) => void
}

/** Drawn again only when it changes itself: a table may have three hundred columns. */
const ColumnLine = memo(function ColumnLine(props: ColumnLineProps) {
  const { at, column, field, isChosen, isDisabled, alsoAt, onChoose } = props
  const say = useSay(importColumnsMessages)
  const { options } = useFieldWords()
  const number = at + 1
  const { header, samples } = column
  return (
    <li className={classes.line} data-left-out={field === null || undefined}>
      <div className={classes.name}>
        <strong>{header || say('column', { number })}</strong>
        <Samples samples={samples} />
      </div>
      <div className={classes.choice}>
        <SelectField
          label={`${say('means')}: ${header ? say('columnNamed', { number, header }) : say('column', { number })}`}
          isLabelHidden
          isSearchable
          isDisabled={isDisabled}
          value={field ?? notTaken}
          error={alsoAt ? say('fault.twice', { columns: alsoAt }) : null}
          onChange={(value) => onChoose(at, value === notTaken ? null : value)}
          options={options}
        />
      </div>
      <div className={classes.sure}>
        <Sureness confidence={column.confidence} isTaken={field !== null} isChosen={isChosen} />
      </div>
    </li>
  )
})

function Samples({ samples }: Pick<TableColumn, 'samples'>) {
  const say = useSay(importColumnsMessages)
  if (samples.length === 0) return <span className={classes.samples}>{say('noSamples')}</span>
  return (
    <span className={classes.samples} data-private>
      <span className="visually-hidden">{say('samples')}: </span>
      {samples.join(' · ')}
    </span>
  )
}

/** Above this nobody needs to look; below the other main asks first (`isSure`). */
const certainFrom = 0.85
const likelyFrom = 0.6

type SurenessProps = {
  readonly confidence: number
  readonly isTaken: boolean
  readonly isChosen: boolean
}

function Sureness({ confidence, isTaken, isChosen }: SurenessProps) {
  const say = useSay(importColumnsMessages)
  const { sure, tone, icon } = surenessOf({ confidence, isTaken, isChosen })
  return (
    <StatusTag tone={tone} icon={icon}>
      {say(`sure.${sure}`)}
    </StatusTag>
  )
}

function surenessOf({ confidence, isTaken, isChosen }: SurenessProps) {
  if (!isTaken && isChosen) return { sure: 'left-out', tone: 'quiet', icon: IconX } as const
  if (isChosen) return { sure: 'chosen', tone: 'ok', icon: IconPencil } as const
  if (isTaken && confidence >= certainFrom)
    return { sure: 'certain', tone: 'ok', icon: IconCircleCheck } as const
  if (isTaken && confidence >= likelyFrom)
    return { sure: 'likely', tone: 'warn', icon: IconHelp } as const
  return isTaken
    ? ({ sure: 'unsure', tone: 'warn', icon: IconAlertTriangle } as const)
    : ({ sure: 'unknown', tone: 'neutral', icon: IconCircleDashed } as const)
}
