import type { ImportProblem } from '#shared/imports/import-source.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type { PresetFields, TableLayout, TableMapping } from '#shared/imports/table-mapping.ts'

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
  const known = knownColumns(step, preset)
  const columns = step.table.columns.map((_, at) => {
    const said = known.get(at)
    return said === undefined ? (step.mapping.columns[at] ?? null) : said
  })
  const { dateOrder, decimalComma } = preset
  return {
    ...step,
    mapping: { ...step.mapping, dateOrder, decimalComma, columns },
    chosen: new Set([...step.chosen, ...known.keys()]),
    preset: preset.name,
  }
}

/** The columns of this table, from 0, that a preset knows, with what it says of them. */
export function knownColumns({ table }: Pick<ColumnsStep, 'table'>, { columns }: PresetFields) {
  const saidByName = new Map(Object.entries(columns).map(([name, field]) => [plain(name), field]))
  return new Map(
    table.columns.flatMap(({ header }, at) => {
      const said = header === null ? undefined : saidByName.get(plain(header))
      return said === undefined ? [] : [[at, said] as const]
    }),
  )
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** This step as a preset; a table without names has nothing to know it by next time. */
export function asPreset({ table, mapping }: ColumnsStep, name: string): PresetFields | null {
  const named = table.columns.flatMap(({ header }, at) =>
    header === null || header === '' ? [] : [[header, mapping.columns[at] ?? null] as const],
  )
  const { dateOrder, decimalComma } = mapping
  return named.length > 0
    ? { name, dateOrder, decimalComma, columns: Object.fromEntries(named) }
    : null
}
