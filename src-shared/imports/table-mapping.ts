import { z } from 'zod'
import { tableFields } from './table-fields.ts'

export const tableEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export const tableSeparators = [',', ';', '\t', '|'] as const
/** In which order `06/07/2018` is read. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const

/** How one table is read: found by itself, corrected by the office, or kept as a preset. */
export const TableMapping = z.object({
  /** Sheet of a workbook; null for text. */
  sheet: z.string().max(200).nullable(),
  /** Null for a workbook. */
  encoding: z.enum(tableEncodings).nullable(),
  separator: z.enum(tableSeparators).nullable(),
  /** 1-based line of the column names; null when the table has none. */
  headerLine: z.number().int().min(1).max(100).nullable(),
  dateOrder: z.enum(dateOrders),
  decimalComma: z.boolean(),
  /**
   * What each column means, from left to right; null leaves it out. As an empty list it is a
   * question: read the table this way and guess what its columns mean.
   */
  columns: z.array(z.enum(tableFields).nullable()).max(300),
})
export type TableMapping = z.output<typeof TableMapping>

/** A table that somebody may still have to explain. */
export type TableLayout = {
  readonly file: string
  /** All sheets of a workbook; empty for text. */
  readonly sheets: readonly string[]
  readonly rowCount: number
  readonly columns: readonly TableColumn[]
  /** The guess, or what was asked for. */
  readonly mapping: TableMapping
  /** Preset that fits these columns, by name. */
  readonly preset: string | null
}

export type TableColumn = {
  /** Name in the header; null when there is none. */
  readonly header: string | null
  /** First cells that are not empty, at most three of at most 60 characters. */
  readonly samples: readonly string[]
  /** From 0, not known, to 1, certain: a known name whose cells fit. */
  readonly confidence: number
}

/** A preset knows columns by name, so that another order or a further column does no harm. */
export const PresetFields = z.object({
  name: z.string().trim().min(1).max(80),
  dateOrder: z.enum(dateOrders),
  decimalComma: z.boolean(),
  columns: z.record(z.string().max(200), z.enum(tableFields).nullable()),
})
export type PresetFields = z.output<typeof PresetFields>
export type ImportPreset = PresetFields & { readonly id: string }
