import { useStore } from 'zustand'
import { importColumnsMessages } from '#shared/imports/import-columns-messages.ts'
import {
  dateOrders,
  type TableMapping,
  tableEncodings,
  tableSeparators,
} from '#shared/imports/table-mapping.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import classes from './columns.module.css'
import type { ColumnsStepProps } from './columns-step.tsx'
import { withReading } from './columns-step-state.ts'
import { dateExample } from './date-example.ts'

const separatorWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const
const encodingNames: Record<(typeof tableEncodings)[number], string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
}

/** How the table was read; another choice shows at once what it makes of the cells. */
export function TableReading({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { readTableAs } = useStore(store)
  const { table, mapping, isReading } = step
  const { sheet, encoding, separator } = mapping
  return (
    <div className={classes.reading}>
      {sheet !== null && (
        <SelectField
          label={say('sheet')}
          isDisabled={isReading || table.sheets.length < 2}
          value={sheet}
          onChange={(wanted) => void readTableAs({ sheet: wanted })}
          options={table.sheets.map((name) => ({ value: name, label: name }))}
        />
      )}
      {encoding !== null && (
        <SelectField
          label={say('encoding')}
          isDisabled={isReading}
          value={encoding}
          onChange={(wanted) => void readTableAs({ encoding: wanted })}
          options={tableEncodings.map((value) => ({ value, label: encodingNames[value] }))}
        />
      )}
      {separator !== null && (
        <SelectField
          label={say('separator')}
          isDisabled={isReading}
          value={separator}
          onChange={(wanted) => void readTableAs({ separator: wanted })}
          options={tableSeparators.map((value) => ({
            value,
            label: say(`separator.${separatorWords[value]}`),
          }))}
        />
      )}
      <HeaderLine store={store} step={step} />
      <CellReading store={store} step={step} />
    </div>
  )
}

/** Titles above a table are seldom longer than this; what was found further down stays in the list. */
const usualHeaderLines = 10

function HeaderLine({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { readTableAs } = useStore(store)
  const { headerLine } = step.mapping
  const lines = Array.from(
    { length: Math.max(usualHeaderLines, headerLine ?? 0) },
    (_, at) => at + 1,
  )
  return (
    <SelectField
      label={say('headerLine')}
      isDisabled={step.isReading}
      isSearchable={false}
      value={String(headerLine ?? 'none')}
      onChange={(line) => void readTableAs({ headerLine: line === 'none' ? null : Number(line) })}
      options={[
        ...lines.map((line) => ({ value: String(line), label: say('headerLineAt', { line }) })),
        { value: 'none', label: say('headerLineNone') },
      ]}
    />
  )
}

/** What changes the meaning of cells and not where they are. */
function CellReading({ store, step }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { changeColumns } = useStore(store)
  const { dateOrder, decimalComma } = step.mapping
  const change = (reading: Partial<Pick<TableMapping, 'dateOrder' | 'decimalComma'>>) =>
    changeColumns((now) => withReading(now, reading))
  return (
    <>
      <div>
        <SelectField
          label={say('dateOrder')}
          value={dateOrder}
          onChange={(order) => change({ dateOrder: order })}
          options={dateOrders.map((value) => ({ value, label: say(`dateOrder.${value}`) }))}
        />
        <DateExample store={store} step={step} />
      </div>
      <SelectField
        label={say('decimal')}
        value={decimalComma ? 'comma' : 'point'}
        onChange={(mark) => change({ decimalComma: mark === 'comma' })}
        options={(['comma', 'point'] as const).map((value) => ({
          value,
          label: say(`decimal.${value}`),
        }))}
      />
    </>
  )
}

function DateExample({ step: { table, mapping } }: ColumnsStepProps) {
  const say = useSay(importColumnsMessages)
  const { dayOfYear } = useFormats()
  const { text, day } = dateExample(table, mapping)
  return (
    <p className={classes.example} role="status" data-private>
      {day === null
        ? say('dateNone', { text })
        : say('dateExample', { text, day: `${dayOfYear(day)} ${day.slice(0, 4)}` })}
    </p>
  )
}
