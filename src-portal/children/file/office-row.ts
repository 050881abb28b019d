import type { Fields, PortalParts } from '../../platform/portal-parts.ts'

/** A row of the office as the portal has it. */
export type OfficeRow = {
  readonly tbl: string
  readonly id: string
  /** Highest protection of the children it is about: from 1 it leads to one of them. */
  readonly level: number
  readonly fields: Fields
}

/** Each row once, with what the database has sealed. */
export function openRows(
  { openRow }: Pick<PortalParts, 'openRow'>,
  rows: readonly OfficeRow[],
): readonly OfficeRow[] {
  const once = new Map(rows.map((row) => [`${row.tbl} ${row.id}`, row]))
  return [...once.values()].map((row) => ({ ...row, fields: openRow(row.tbl, row.id, row.fields) }))
}

/** A field as text; null where nothing stands. */
export function textOf(fields: Fields, field: string): string | null {
  const value = fields[field]
  return value === null || value === undefined || value === '' ? null : String(value)
}
