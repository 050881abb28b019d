import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Timestamp } from '#shared/sync/timestamp.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { StoredChange, SyncedTable } from './database.ts'
import { createOutbox } from './outbox.ts'
import { createRowStore, type Values } from './row-store.ts'

export type Action = {
  readonly id: string
  readonly at: string
  readonly staffId: string
  /** Number of the action, which groups its operations in the outbox. */
  readonly n: number
}

/**
 * Writes rows and, in the same transaction, records field by field what changed from what to what:
 * in the history for people, in the outbox for the portal (sync.md 3.1 to 3.3).
 */
export function createRecorder(
  sqlite: Connection,
  tables: readonly SyncedTable[],
  clock: Clock,
  newId: () => string,
) {
  const stores = new Map(
    tables.map((table) => [getTableName(table), createRowStore(sqlite, table)]),
  )
  const outbox = createOutbox(sqlite, newId)
  const remember = sqlite.prepare(
    'INSERT INTO changes (actionId, tbl, rowId, field, old, new, hlc) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )

  function record(
    action: Action,
    change: Omit<StoredChange, 'n' | 'actionId'>,
    base: string | null,
  ) {
    const { tbl, rowId, field, old, new: fresh, hlc } = change
    remember.run(action.id, tbl, rowId, field, old, fresh, hlc)
    outbox.add({
      tbl,
      rowId,
      field,
      value: fresh,
      hlc,
      base,
      staffId: action.staffId,
      tx: action.n,
      at: action.at,
    })
  }

  function storeOf(name: string) {
    const store = stores.get(name)
    if (!store) throw new Error(`Not a table that is recorded: ${name}`)
    return store
  }

  function create(action: Action, tbl: string, rowId: string, values: Values) {
    const hlc = clock.next()
    storeOf(tbl).insert(values, hlc)
    const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
    record(action, { tbl, rowId, field: null, old: null, new: JSON.stringify(known), hlc }, null)
    return true
  }

  /** Answers whether anything was different. */
  function change(action: Action, tbl: string, rowId: string, wanted: Values): boolean {
    const store = storeOf(tbl)
    const stored = store.find(rowId)
    if (!stored) return create(action, tbl, rowId, wanted)

    const changed = store.fields.filter(
      (field) => wanted[field] !== undefined && wanted[field] !== stored[field],
    )
    if (changed.length === 0) return false
    const stamps: Record<string, Timestamp> = {}
    for (const field of changed) {
      const hlc = clock.next()
      stamps[field] = hlc
      const old = toJson(stored[field])
      const base = store.stampOf(stored, field)
      record(action, { tbl, rowId, field, old, new: toJson(wanted[field]), hlc }, base)
    }
    store.update(rowId, wanted, changed, stamps, stored)
    return true
  }

  function remove(action: Action, tbl: string, rowId: string) {
    const store = storeOf(tbl)
    const stored = store.find(rowId)
    if (!stored) return
    const values = Object.fromEntries(
      store.fields.map((field) => [field, stored[field]]).filter(([, value]) => value !== null),
    )
    const hlc = clock.next()
    const base = store.latestStamp(stored) ?? null
    record(action, { tbl, rowId, field: null, old: JSON.stringify(values), new: null, hlc }, base)
    store.remove(rowId)
  }

  /**
   * Whether what these changes left behind still stands. By value and not by stamp: a later change
   * that was itself undone has left a new stamp on the old value, and must not be in the way.
   */
  function stillStand(changes: readonly StoredChange[]) {
    const byRow = Map.groupBy(changes, ({ tbl, rowId }) => `${tbl} ${rowId}`)
    return [...byRow.values()].every(rowStillStands)
  }

  function rowStillStands(changes: readonly StoredChange[]) {
    const [first] = changes
    if (!first) return true
    const store = storeOf(first.tbl)
    const stored = store.find(first.rowId)
    const left = changes.reduce<Values | null>(
      (row, change) => leftBehind(row, change, store.blank),
      {},
    )
    if (left === null || !stored) return left === null && !stored
    return Object.entries(left).every(([field, value]) => stored[field] === value)
  }

  return {
    save(action: Action, table: SyncedTable, row: Record<string, unknown>) {
      const tbl = getTableName(table)
      const values = storeOf(tbl).encode(row)
      return change(action, tbl, String(values.id), values)
    },

    remove(action: Action, table: SyncedTable, id: string) {
      remove(action, getTableName(table), id)
    },

    stillStand,

    putBack(action: Action, stored: StoredChange) {
      const { tbl, rowId, field, old } = stored
      if (field !== null)
        change(action, tbl, rowId, { [field]: old === null ? null : JSON.parse(old) })
      else if (old === null) remove(action, tbl, rowId)
      else change(action, tbl, rowId, { ...storeOf(tbl).blank, ...JSON.parse(old) })
    },

    /** What a recorded value means to a service: booleans and lists instead of SQLite's numbers and text. */
    decode(tbl: string, field: string, json: string | null): unknown {
      if (json === null) return null
      const table = tables.find((each) => getTableName(each) === tbl)
      const column = table && getTableColumns(table)[field]
      const value: unknown = JSON.parse(json)
      return column && value !== null ? column.mapFromDriverValue(value) : value
    },
  }
}

/** The fields that a change leaves on top of those before it; null when it takes the row away. */
function leftBehind(row: Values | null, { field, new: made }: StoredChange, blank: Values) {
  if (field !== null) return { ...row, [field]: made === null ? null : JSON.parse(made) }
  return made === null ? null : { ...blank, ...JSON.parse(made) }
}

const toJson = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value)
