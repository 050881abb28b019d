import type { FieldValue } from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { Connection } from '../platform/connection.ts'

export type PortalRow = {
  readonly table: string
  readonly id: string
  readonly seq: number
  readonly born: string
  /** JSON of stamps of fields that were changed after the row was made. */
  readonly stamps: string | null
  readonly scopes: string
  readonly fields: Readonly<Record<string, FieldValue>>
}

type Stored = Readonly<Record<string, FieldValue>>

/** Prepared statements for rows as the portal has them. */
export function createRowWriter(sqlite: Connection) {
  const upserts = new Map<string, ReturnType<Connection['prepare']>>()
  const finds = new Map<string, ReturnType<Connection['prepare']>>()
  const removes = new Map<string, ReturnType<Connection['prepare']>>()

  function prepared(
    known: Map<string, ReturnType<Connection['prepare']>>,
    key: string,
    sql: () => string,
  ) {
    const found = known.get(key)
    if (found) return found
    const made = sqlite.prepare(sql())
    known.set(key, made)
    return made
  }

  return {
    find(table: string, id: string): Stored | undefined {
      const statement = prepared(finds, table, () => `SELECT * FROM "${table}" WHERE id = ?`)
      return statement.get(id) as Stored | undefined
    },

    /** Stores a row; fields that the portal does not know keep what this file has. */
    store({ table, id, seq, born, stamps, scopes, fields }: PortalRow) {
      const known = syncedFields[table]
      if (!known) return
      const names = Object.keys(fields).filter((field) => Object.hasOwn(known, field))
      const unknown = Object.entries(fields).filter(([field]) => !Object.hasOwn(known, field))
      const statement = prepared(upserts, `${table} ${names.join()}`, () => upsertOf(table, names))
      const extra = unknown.length > 0 ? JSON.stringify(Object.fromEntries(unknown)) : null
      const values = names.map((field) => (field === 'id' ? id : (fields[field] ?? null)))
      statement.run(...values, seq, born, stamps, scopes, extra)
    },

    remove(table: string, id: string) {
      if (!syncedFields[table]) return
      prepared(removes, table, () => `DELETE FROM "${table}" WHERE id = ?`).run(id)
    },
  }
}

function upsertOf(table: string, names: readonly string[]) {
  const columns = [...names.map((name) => `"${name}"`), '_seq', '_h', '_v', '_sc', '_x']
  const sets = columns
    .filter((column) => column !== '"id"')
    .map((name) => `${name} = excluded.${name}`)
  return `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
          ON CONFLICT (id) DO UPDATE SET ${sets.join(', ')}`
}
