import { type Column, inArray, type SQL } from 'drizzle-orm'
import type { ReadDb } from '../platform/database.ts'

type Row = { readonly id: string }

export type Shelf<R extends Row> = {
  readonly get: (id: string) => R | undefined
  /** Rows that name this id in one of their keys; ids are unique over all tables. */
  readonly of: (key: string) => readonly R[]
  readonly all: () => Iterable<R>
  readonly fill: (db: ReadDb) => void
  readonly clear: () => void
  /** Reads some rows again; answers the ids of all that they point, or pointed, to. */
  readonly refresh: (db: ReadDb, ids: readonly string[]) => readonly string[]
}

/** SQLite takes a limited number of values in one query. */
const atOnce = 500

/** Rows of one table kept in memory, found by id and by the ids that they point to. */
export function createShelf<R extends Row>(
  id: Column,
  read: (db: ReadDb, only: SQL | undefined) => readonly R[],
  keysOf: (row: R) => readonly (string | null)[],
): Shelf<R> {
  const rows = new Map<string, R>()
  const byKey = new Map<string, R[]>()

  function put(row: R) {
    rows.set(row.id, row)
    for (const key of keysOf(row)) {
      if (key === null) continue
      const known = byKey.get(key)
      if (known) known.push(row)
      else byKey.set(key, [row])
    }
  }

  function drop(row: R) {
    rows.delete(row.id)
    for (const key of keysOf(row)) {
      if (key === null) continue
      const left = byKey.get(key)?.filter((each) => each !== row) ?? []
      if (left.length > 0) byKey.set(key, left)
      else byKey.delete(key)
    }
  }

  function clear() {
    rows.clear()
    byKey.clear()
  }

  const pointedTo = (row: R) => [row.id, ...keysOf(row).filter((key) => key !== null)]

  return {
    get: (wanted) => rows.get(wanted),
    of: (key) => byKey.get(key) ?? [],
    all: () => rows.values(),

    clear,

    fill(db) {
      clear()
      for (const row of read(db, undefined)) put(row)
    },

    refresh(db, ids) {
      const before = ids.map((each) => rows.get(each)).filter((row) => row !== undefined)
      for (const row of before) drop(row)
      const after: R[] = []
      for (let start = 0; start < ids.length; start += atOnce) {
        after.push(...read(db, inArray(id, ids.slice(start, start + atOnce))))
      }
      for (const row of after) put(row)
      return [...before, ...after].flatMap(pointedTo)
    },
  }
}
