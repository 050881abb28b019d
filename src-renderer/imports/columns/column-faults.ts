import type { TableField } from '#shared/imports/table-fields.ts'
import type { TableMapping } from '#shared/imports/table-mapping.ts'
import { saysWho } from '#shared/imports/table-subject.ts'

/** Why a table cannot be compared yet. */
export type ColumnsFault =
  | { readonly kind: 'no-name' }
  | { readonly kind: 'twice'; readonly field: TableField }

/** The columns of each field, from 0, for fields that more than one column claims. */
export function repeatedFields({ columns }: Pick<TableMapping, 'columns'>) {
  const byField = new Map<TableField, number[]>()
  for (const [at, field] of columns.entries()) {
    if (field !== null) byField.set(field, [...(byField.get(field) ?? []), at])
  }
  return new Map([...byField].filter(([, places]) => places.length > 1))
}

export function faultOf(mapping: Pick<TableMapping, 'columns'>): ColumnsFault | null {
  const fields = new Set(mapping.columns.filter((field) => field !== null))
  if (!saysWho(fields)) return { kind: 'no-name' }
  const [field] = repeatedFields(mapping).keys()
  return field ? { kind: 'twice', field } : null
}
