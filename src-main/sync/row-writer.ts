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
  /** The list of fields that all rows of the same table and page share, if it is at hand. */
  readonly shape?: readonly string[]
  /** What came and cannot be read here yet. */
  readonly closed: Readonly<Record<string, FieldValue>>
}

type Stored = Readonly<Record<string, FieldValue>>

/** Prepared statements for rows as the portal has them. */
export function createRowWriter(sqlite: Connection) {
  const forcing = new Map<Names, ReturnType<Connection['prepare']>>()
  const keeping = new Map<Names, ReturnType<Connection['prepare']>>()
  const finds = new Map<string, ReturnType<Connection['prepare']>>()
  const raises = new Map<string, ReturnType<Connection['prepare']>>()
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

  const namesByKey = new Map<string, Names>()
  const namesByShape = new WeakMap<readonly string[], Names>()

  /** Which fields of a row this file has columns for; found once for each shape of a table. */
  function namesOf({ table, fields, shape }: PortalRow): Names {
    const same = shape && namesByShape.get(shape)
    if (same) return same
    const all = Object.keys(fields)
    const key = `${table} ${all.join()}`
    const found = namesByKey.get(key)
    if (found) {
      if (shape) namesByShape.set(shape, found)
      return found
    }
    const columns = syncedFields[table] ?? {}
    const [known, unknown] = [true, false].map((is) =>
      all.filter((field) => Object.hasOwn(columns, field) === is),
    )
    const made = { known: known ?? [], unknown: unknown ?? [] }
    namesByKey.set(key, made)
    return made
  }

  return {
    find(table: string, id: string): Stored | undefined {
      const statement = prepared(finds, table, () => `SELECT * FROM "${table}" WHERE id = ?`)
      return statement.get(id) as Stored | undefined
    },

    /**
     * Stores a row, unless a newer one is here and counts; fields that the portal does not know keep
     * what this file has.
     */
    store(row: PortalRow, { isForced = false } = {}) {
      const { table, id, seq, born, stamps, scopes, fields, closed } = row
      if (!syncedFields[table]) return
      const names = namesOf(row)
      const upserts = isForced ? forcing : keeping
      const statement = upserts.get(names) ?? sqlite.prepare(upsertOf(table, names.known, isForced))
      upserts.set(names, statement)
      const extra = extraOf(names.unknown, fields, closed)
      const values = names.known.map((field) => (field === 'id' ? id : (fields[field] ?? null)))
      values.push(seq, born, stamps, scopes, extra)
      statement.run(values)
    },

    /** The portal has the row as it is here, since this number of its order. */
    raise(table: string, id: string, seq: number) {
      const sql = () => `UPDATE "${table}" SET _seq = max(coalesce(_seq, 0), ?) WHERE id = ?`
      prepared(raises, table, sql).run(seq, id)
    },

    remove(table: string, id: string) {
      if (!syncedFields[table]) return
      prepared(removes, table, () => `DELETE FROM "${table}" WHERE id = ?`).run(id)
    },
  }
}

type Names = { readonly known: readonly string[]; readonly unknown: readonly string[] }

/** What this file has no column or no key for, kept beside the row. */
function extraOf(unknown: readonly string[], fields: Stored, closed: Stored): string | null {
  const names = Object.keys(closed)
  if (unknown.length === 0 && names.length === 0) return null
  const kept = Object.fromEntries(unknown.map((field) => [field, fields[field] ?? null]))
  return JSON.stringify({ ...kept, ...closed })
}

function upsertOf(table: string, names: readonly string[], isForced: boolean) {
  const columns = [...names.map((name) => `"${name}"`), '_seq', '_h', '_v', '_sc', '_x']
  const sets = columns
    .filter((column) => column !== '"id"')
    .map((name) => `${name} = excluded.${name}`)
  return `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
          ON CONFLICT (id) DO UPDATE SET ${sets.join(', ')}
          ${isForced ? '' : 'WHERE _seq IS NULL OR _seq <= excluded._seq'}`
}
