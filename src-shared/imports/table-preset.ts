import type { TableField } from './table-fields.ts'
import type { PresetFields, TableMapping } from './table-mapping.ts'

type Columns = PresetFields['columns']

/** Names of columns are compared without case and without spaces around them. */
export const plainName = (name: string) =>
  name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Whether a table has every column that the preset gives a meaning, or the named ones. */
export function presetFits(
  columns: Columns,
  headers: readonly (string | null)[],
  needs?: readonly string[],
) {
  const wanted = needs ?? Object.keys(columns).filter((name) => columns[name] !== null)
  const present = new Set(headers.map((header) => plainName(header ?? '')))
  return wanted.length > 0 && wanted.every((name) => present.has(plainName(name)))
}

/** The meaning of each column of a table, from left to right; undefined where the preset is silent. */
export function fieldsOfPreset(
  columns: Columns,
  headers: readonly (string | null)[],
): (TableField | null | undefined)[] {
  const byName = new Map(Object.entries(columns).map(([name, field]) => [plainName(name), field]))
  const taken = new Set<TableField>()
  return headers.map((header) => {
    const field = header === null ? undefined : byName.get(plainName(header))
    // A column that stands there twice means it once.
    if (!field || taken.has(field)) return field && null
    taken.add(field)
    return field
  })
}

/** A mapping as a preset keeps it: by the names of the columns. */
export function presetOf(
  name: string,
  mapping: TableMapping,
  headers: readonly (string | null)[],
): PresetFields {
  const named = headers.flatMap((header, index): [string, TableField | null][] =>
    header === null ? [] : [[header, mapping.columns[index] ?? null]],
  )
  const { dateOrder, decimalComma } = mapping
  return { name, dateOrder, decimalComma, columns: Object.fromEntries(named) }
}
