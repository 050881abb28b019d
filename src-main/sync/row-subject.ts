import { displayName } from '#shared/pupils/person-name.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { Connection } from '../platform/connection.ts'

type Row = { readonly table: string; readonly id: string }

/** Whom or what a row is about, in a few words; empty when it is gone or about nobody. */
export function rowSubject(sqlite: Connection, { table, id }: Row): string {
  if (!syncedFields[table]) return ''
  const row = Object(sqlite.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(id))
  if (typeof row.lastName === 'string') {
    return displayName({
      firstName: String(row.firstName ?? ''),
      prefix: row.prefix ?? null,
      lastName: row.lastName,
    })
  }
  if (typeof row.pupilId === 'string')
    return rowSubject(sqlite, { table: 'pupils', id: row.pupilId })
  if (table === 'medicals' || table === 'photos') return rowSubject(sqlite, { table: 'pupils', id })
  return String(row.name ?? row.title ?? row.street ?? '')
}
