import type { TableLayout, TableMapping } from '#shared/imports/table-mapping.ts'

export const aMapping = (mapping: Partial<TableMapping>): TableMapping => ({
  sheet: null,
  encoding: 'windows-1252',
  separator: ';',
  headerLine: 1,
  dateOrder: 'dmy',
  decimalComma: true,
  columns: [],
  ...mapping,
})

type Wanted = {
  readonly headers: readonly string[]
  readonly samples?: readonly (readonly string[])[]
  readonly confidence?: readonly number[]
  readonly mapping: TableMapping
  readonly preset?: string | null
}

/** A table as the reader lays it out; without samples its cells are empty. */
export const aTable = ({
  headers,
  samples = [],
  confidence = [],
  mapping,
  preset = null,
}: Wanted): TableLayout => ({
  file: 'klas.csv',
  sheets: [],
  rowCount: 12,
  columns: headers.map((header, at) => ({
    header: header || null,
    samples: samples[at] ?? [],
    confidence: confidence[at] ?? 1,
  })),
  mapping,
  preset,
})
