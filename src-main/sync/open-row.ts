import type { FieldValue } from '#shared/sync/sync-protocol.ts'
import { type FieldSeal, isSealed, isSealedField, sealedFieldsOf } from './field-seal.ts'

type Row = { readonly table: string; readonly id: string }
type Fields = Readonly<Record<string, FieldValue>>

/** `closed` is what this desk cannot open yet; it is kept beside the row as it came. */
export type OpenedRow = { readonly fields: Fields; readonly closed: Fields }

/** The fields of a row as this desk can read them. */
export function openRow(seal: FieldSeal, row: Row, fields: Fields): OpenedRow {
  if (row.table === 'syncNotices') return { fields: openNotice(seal, fields), closed: {} }
  const names = sealedFieldsOf(row.table).filter((field) => isSealed(fields[field]))
  if (names.length === 0) return { fields, closed: {} }
  const opened: Record<string, FieldValue> = { ...fields }
  const closed: Record<string, FieldValue> = {}
  for (const field of names) {
    const text = seal.open({ ...row, field }, String(fields[field]))
    opened[field] = text
    if (text === null) closed[field] = fields[field] ?? null
  }
  return { fields: opened, closed }
}

/** A notice tells of a field of another row: its values are JSON. */
function openNotice(seal: FieldSeal, fields: Fields): Fields {
  const { tbl, rowId, field } = fields
  if (!isSealedField(String(tbl), String(field))) return fields
  const place = { table: String(tbl), id: String(rowId), field: String(field) }
  const open = (json: FieldValue | undefined) => {
    const value: unknown = typeof json === 'string' ? JSON.parse(json) : null
    return typeof value === 'string' && isSealed(value)
      ? JSON.stringify(seal.open(place, value))
      : (json ?? null)
  }
  return { ...fields, lostValue: open(fields.lostValue), keptValue: open(fields.keptValue) }
}
