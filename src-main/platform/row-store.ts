import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Timestamp } from '#shared/sync/timestamp.ts'
import type { Connection } from './connection.ts'
import type { SyncedTable } from './database.ts'

type Value = string | number | null
export type Values = Readonly<Record<string, Value | undefined>>
export type StoredRow = Readonly<Record<string, Value>>

/**
 * Reads and writes the rows of one synced table with prepared statements. Beside its fields a row
 * carries `_h`, the stamp of its making, and `_v`, the stamps of fields changed later.
 */
export function createRowStore(sqlite: Connection, table: SyncedTable) {
  const name = getTableName(table)
  const columns = Object.entries(getTableColumns(table))
  const fields = columns.map(([field]) => field)
  const quoted = fields.map((field) => `"${field}"`)
  const select = sqlite.prepare(`SELECT ${quoted.join(', ')}, _h, _v FROM "${name}" WHERE id = ?`)
  const insert = sqlite.prepare(
    `INSERT INTO "${name}" (${quoted.join(', ')}, _h) VALUES (${fields.map(() => '?').join(', ')}, ?)`,
  )
  const remove = sqlite.prepare(`DELETE FROM "${name}" WHERE id = ?`)
  const updates = new Map<string, ReturnType<Connection['prepare']>>()

  function updateOf(changed: readonly string[]) {
    const key = changed.join()
    const known = updates.get(key)
    if (known) return known
    const sets = changed.map((field) => `"${field}" = ?`).join(', ')
    const made = sqlite.prepare(`UPDATE "${name}" SET ${sets}, _v = ? WHERE id = ?`)
    updates.set(key, made)
    return made
  }

  const stampsOf = (row: StoredRow): Record<string, Timestamp> =>
    row._v ? JSON.parse(String(row._v)) : {}

  return {
    fields,
    /** Every field empty: what a removed row's missing values come back as. */
    blank: Object.fromEntries(fields.map((field) => [field, null])) as Values,

    /** A row as SQLite stores it: booleans as numbers, lists as JSON text, absent as null. */
    encode(row: Record<string, unknown>): Values {
      return Object.fromEntries(
        columns.map(([field, column]) => {
          const value = row[field]
          return [
            field,
            value === null || value === undefined ? null : column.mapToDriverValue(value),
          ]
        }),
      ) as Values
    },

    find: (id: string) => select.get(id) as StoredRow | undefined,

    insert(values: Values, hlc: Timestamp) {
      insert.run(...fields.map((field) => values[field] ?? null), hlc)
    },

    update(
      id: string,
      wanted: Values,
      changed: readonly string[],
      stamps: Record<string, Timestamp>,
      stored: StoredRow,
    ) {
      const later = JSON.stringify({ ...stampsOf(stored), ...stamps })
      updateOf(changed).run(...changed.map((field) => wanted[field] ?? null), later, id)
    },

    remove: (id: string) => remove.run(id),

    stampOf: (row: StoredRow, field: string) => stampsOf(row)[field] ?? String(row._h),

    /** Stamps sort as text, so the last one is the newest. */
    latestStamp: (row: StoredRow) =>
      [String(row._h), ...Object.values(stampsOf(row))].toSorted().at(-1),
  }
}
