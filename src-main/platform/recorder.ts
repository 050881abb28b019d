import { getTableColumns, getTableName } from 'drizzle-orm'
import type { Progress } from '#shared/platform/contract.ts'
import { isDecidedOnce } from '#shared/sync/decided-once.ts'
import type { Timestamp } from '#shared/sync/timestamp.ts'
import type { Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import type { StoredChange, SyncedTable } from './database.ts'
import { createOutbox } from './outbox.ts'
import { createRowStore, type Values } from './row-store.ts'
import { changedRows, stillStands, valuesBefore, withChange } from './take-back.ts'

/** Rows taken back between two looks at the clock. */
const stride = 50

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

    const changed = store.fields
      .filter((field) => wanted[field] !== undefined && wanted[field] !== stored[field])
      // A decision is told first, so that its effects are known to belong to it.
      .toSorted((a, b) => Number(isDecidedOnce(tbl, b)) - Number(isDecidedOnce(tbl, a)))
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

  /** Makes a row what it was: null takes it away. */
  function restore(action: Action, tbl: string, rowId: string, values: Values | null) {
    if (values) change(action, tbl, rowId, values)
    else remove(action, tbl, rowId)
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

    /** Not a change: nothing of it is undone, and the history of no row shows it. */
    ask(action: Action, command: string, args: Readonly<Record<string, unknown>>) {
      const { staffId, n: tx, at } = action
      outbox.ask({ command, args, hlc: clock.next(), staffId, tx, at })
    },

    putBack(action: Action, { tbl, rowId, field, old }: StoredChange) {
      restore(action, tbl, rowId, withChange({}, field, old, storeOf(tbl).blank))
    },

    /** Takes all these back, or nothing when any was written over since: then false. */
    *takeBack(
      action: Action,
      changes: readonly StoredChange[],
      touched: (tbl: string, rowId: string) => void,
    ): Generator<Progress, boolean, void> {
      const rows = changedRows(changes)
      for (const [index, row] of rows.entries()) {
        const store = storeOf(row.tbl)
        if (!stillStands(row, store.find(row.rowId), store.blank)) return false
        if (index % stride === stride - 1) yield { done: 0, total: rows.length }
      }
      for (const [index, row] of rows.entries()) {
        const { tbl, rowId } = row
        restore(action, tbl, rowId, valuesBefore(row, storeOf(tbl).blank))
        touched(tbl, rowId)
        if (index % stride === stride - 1) yield { done: index + 1, total: rows.length }
      }
      return true
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

const toJson = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value)
