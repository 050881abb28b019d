import { knownPresets } from '#shared/imports/known-presets.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type {
  ImportPreset,
  TableColumn,
  TableLayout,
  TableMapping,
} from '#shared/imports/table-mapping.ts'
import { fieldsOfPreset, plainName, presetFits } from '#shared/imports/table-preset.ts'
import type { Country } from '#shared/platform/language.ts'
import { limits } from '../limits.ts'
import { looksOf } from './cell-looks.ts'
import { findDateOrder } from './find-date-order.ts'
import { findHeaderLine, namesOf } from './find-header.ts'
import { type GuessedColumn, guessColumns } from './guess-columns.ts'
import type { GridRow, TableGrid } from './table-grid.ts'

export type LaidOut = {
  readonly layout: TableLayout
  /** Rows below the names of the columns. */
  readonly rows: readonly GridRow[]
  /** The mapping was chosen by somebody, column by column. */
  readonly isChosen: boolean
  readonly areDatesUnclear: boolean
}

type Asked = {
  readonly mapping: TableMapping | null
  readonly presets: readonly ImportPreset[]
  readonly country: Country
}

/** What a table seems to hold, or what somebody said that it holds. */
export function layOut(grid: TableGrid, { mapping, presets, country }: Asked): LaidOut {
  const headerLine = mapping ? mapping.headerLine : findHeaderLine(grid.rows, namesKnownTo(presets))
  const rows = headerLine === null ? grid.rows : grid.rows.filter(({ line }) => line > headerLine)
  const headers = headersOf(grid, headerLine, rows)
  const preset = presetFor(headers, presets)
  const guessed = guessAll(headers, rows, preset)
  const isChosen = mapping !== null && mapping.columns.length > 0
  const columns = isChosen ? headers.map((_, index) => chosen(mapping.columns[index])) : guessed
  const dates = datesOf(rows, columns)
  const order = findDateOrder(dates, country, headers.some(isEnglish))
  const usual = preset && order.how !== 'seen' ? preset.dateOrder : order.order
  const dateOrder = mapping?.dateOrder ?? usual
  const { file, sheets, sheet, encoding, separator } = grid
  const layout = {
    file,
    sheets,
    rowCount: rows.length,
    columns: headers.map((header, index) => describe(header, index, rows, columns[index])),
    mapping: {
      ...{ sheet, encoding, separator, headerLine, dateOrder },
      decimalComma: mapping?.decimalComma ?? hasDecimalComma(rows),
      columns: columns.map(({ field }) => field),
    },
    preset: preset && agrees(preset, headers, columns) ? preset.name : null,
  }
  const areDatesUnclear = mapping === null && order.how === 'unclear' && !preset
  return { layout, rows, isChosen, areDatesUnclear }
}

const chosen = (field: TableField | null | undefined): GuessedColumn => ({
  field: field ?? null,
  confidence: field ? 1 : 0,
})

/** Names of the columns; columns of a sheet without a name are there too, if anything stands in them. */
function headersOf(grid: TableGrid, headerLine: number | null, rows: readonly GridRow[]) {
  const names = headerLine === null ? [] : namesOf(grid.rows, headerLine)
  const last = names.findLastIndex((name) => name !== '') + 1
  const isTight = headerLine !== null && grid.format === 'csv'
  const width = isTight ? last : rows.reduce((most, row) => Math.max(most, filledWidth(row)), last)
  return Array.from(
    { length: Math.min(width, limits.csvColumns) },
    (_, index) => names[index] || null,
  )
}

const filledWidth = ({ cells }: GridRow) => cells.findLastIndex((cell) => cell.trim() !== '') + 1

/** The school's own presets go before those of the house; of two that fit, the one that says more. */
function presetFor(
  headers: readonly (string | null)[],
  own: readonly ImportPreset[],
): ImportPreset | null {
  const size = ({ columns }: ImportPreset) => Object.keys(columns).length
  const mine = own.filter(({ columns }) => presetFits(columns, headers))
  const known = knownPresets.filter(({ columns, needs }) => presetFits(columns, headers, needs))
  const [best] = mine.length > 0 ? mine.toSorted((a, b) => size(b) - size(a)) : known
  return best ?? null
}

const namesKnownTo = (presets: readonly ImportPreset[]): ReadonlySet<string> =>
  new Set(presets.flatMap(({ columns }) => Object.keys(columns)))

/** A preset of the school says all; one of the house leaves further columns to the vocabulary. */
function guessAll(
  headers: readonly (string | null)[],
  rows: readonly GridRow[],
  preset: ImportPreset | null,
): GuessedColumn[] {
  const looks = headers.map((_, index) => looksOf(rows, index))
  const guessed = guessColumns(headers, looks)
  if (!preset) return guessed
  const fields = fieldsOfPreset(preset.columns, headers)
  const isOwn = !knownPresets.some(({ id }) => id === preset.id)
  const taken = new Set(fields)
  return guessed.map((guess, index): GuessedColumn => {
    const field = fields[index]
    if (field) return { field, confidence: 1 }
    const isFree = field === undefined && !isOwn && guess.field !== null && !taken.has(guess.field)
    return isFree ? guess : { field: null, confidence: 0 }
  })
}

function agrees(
  { columns }: ImportPreset,
  headers: readonly (string | null)[],
  mapped: readonly GuessedColumn[],
) {
  return fieldsOfPreset(columns, headers).every(
    (field, index) => field === undefined || field === (mapped[index]?.field ?? null),
  )
}

function datesOf(rows: readonly GridRow[], columns: readonly GuessedColumn[]) {
  const isDate = (field: TableField | null) => field && /\.(birthDate|startsOn|endsOn)$/.test(field)
  const wanted = columns.flatMap(({ field }, index) => (isDate(field) ? [index] : []))
  return rows.flatMap(({ cells }) => wanted.flatMap((index) => cells[index] ?? []))
}

/** `Birth date`, `DOB`, `Start Date`: days that may be American. */
const isEnglish = (header: string | null) =>
  /^(date of birth|birth ?date|dob|birthday|start date|end date)$/.test(plainName(header ?? ''))

function hasDecimalComma(rows: readonly GridRow[]) {
  const amounts = rows
    .slice(0, 200)
    .flatMap(({ cells }) => cells.filter((cell) => /^\d+[.,]\d+$/.test(cell)))
  return amounts.filter((cell) => cell.includes(',')).length * 2 > amounts.length
}

function describe(
  header: string | null,
  index: number,
  rows: readonly GridRow[],
  column: GuessedColumn | undefined,
): TableColumn {
  const samples: string[] = []
  for (const { cells } of rows) {
    const text = cells[index]?.replace(/\s+/g, ' ').trim().slice(0, 60)
    if (text && !samples.includes(text)) samples.push(text)
    if (samples.length === 3) break
  }
  return { header, samples, confidence: column?.confidence ?? 0 }
}
