import type { ImportProblem } from '#shared/imports/import-source.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type { PresetFields, TableLayout, TableMapping } from '#shared/imports/table-mapping.ts'
import { fieldsOfPreset, presetOf } from '#shared/imports/table-preset.ts'

/** What the columns of a table mean, while the office looks at it. */
export type ColumnsStep = {
  readonly at: 'columns'
  readonly files: readonly string[]
  readonly table: TableLayout
  readonly mapping: TableMapping
  /** Columns, from 0, of which somebody said what they mean. */
  readonly chosen: ReadonlySet<number>
  readonly preset: string | null
  readonly problems: readonly ImportProblem[]
  /** The table is being read again in another way. */
  readonly isReading: boolean
}

export function lookAtColumns(
  found: Pick<ColumnsStep, 'table' | 'files' | 'problems'>,
): ColumnsStep {
  const { mapping, preset } = found.table
  return { at: 'columns', ...found, mapping, preset, chosen: new Set(), isReading: false }
}

export function withField(step: ColumnsStep, at: number, field: TableField | null): ColumnsStep {
  const columns = step.table.columns.map((_, index) =>
    index === at ? field : (step.mapping.columns[index] ?? null),
  )
  const chosen = new Set(step.chosen).add(at)
  return { ...step, mapping: { ...step.mapping, columns }, chosen }
}

/** How the cells are read; the columns keep their meaning. */
export const withReading = (
  step: ColumnsStep,
  change: Partial<Pick<TableMapping, 'dateOrder' | 'decimalComma'>>,
): ColumnsStep => ({ ...step, mapping: { ...step.mapping, ...change } })

/** A preset says of the columns it knows what they mean; the others stay as they are. */
export function withPreset(step: ColumnsStep, preset: PresetFields): ColumnsStep {
  const said = fieldsOfPreset(preset.columns, headersOf(step))
  const taken = new Set(said)
  const columns = said.map((field, at) => {
    if (field !== undefined) return field
    const own = step.mapping.columns[at] ?? null
    // What the preset takes from another column cannot come from this one as well.
    return own !== null && taken.has(own) ? null : own
  })
  const known = said.flatMap((field, at) => (field === undefined ? [] : [at]))
  const { dateOrder, decimalComma } = preset
  return {
    ...step,
    mapping: { ...step.mapping, dateOrder, decimalComma, columns },
    chosen: new Set([...step.chosen, ...known]),
    preset: preset.name,
  }
}

/** Whether a preset knows any column of this table. */
export const knowsAny = (step: Pick<ColumnsStep, 'table'>, { columns }: PresetFields) =>
  fieldsOfPreset(columns, headersOf(step)).some((field) => field !== undefined)

/** This step as a preset; a table without names has nothing to know it by next time. */
export const asPreset = (step: ColumnsStep, name: string): PresetFields | null =>
  step.table.columns.some(({ header }) => header)
    ? presetOf(name, step.mapping, headersOf(step))
    : null

const headersOf = ({ table }: Pick<ColumnsStep, 'table'>) =>
  table.columns.map(({ header }) => header || null)
