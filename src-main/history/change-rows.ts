import type { ChangeRow } from '#shared/history/history-contract.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import type { Context, ReadDb } from '../platform/database.ts'
import type { SchoolDatabase } from '../platform/open-database.ts'
import { staff } from '../staff/staff-table.ts'
import { type HistoryMask, historyMask } from './history-mask.ts'
import type { DatedChange } from './stored-history.ts'

/** Changes as the caller may see them, with the names of who made them. */
export function changeRows(
  db: ReadDb,
  { sqlite, decode }: SchoolDatabase,
  changes: readonly DatedChange[],
  caller: Context,
): ChangeRow[] {
  const mask = historyMask(db, sqlite, caller)
  const names = staffNames(db)
  return changes
    .filter(({ tbl }) => mask.tells(tbl))
    .map((change) => ({
      id: change.n,
      at: change.at,
      staffName: names.get(change.staffId) ?? '',
      table: change.tbl,
      rowId: change.rowId,
      field: change.field,
      from: shown(change, change.old, mask, decode),
      to: shown(change, change.new, mask, decode),
      path: change.path,
    }))
}

function shown(
  { tbl, rowId, field }: DatedChange,
  json: string | null,
  mask: HistoryMask,
  decode: SchoolDatabase['decode'],
): unknown {
  if (json === null) return null
  if (field !== null) return mask.show(tbl, rowId, field, decode(tbl, field, json))
  const row: Record<string, unknown> = JSON.parse(json)
  const fields = Object.entries(row).map(([name, value]) => {
    return [name, mask.show(tbl, rowId, name, decode(tbl, name, JSON.stringify(value)))]
  })
  return Object.fromEntries(fields)
}

/** Everybody who ever worked here, by id: the history outlives who leaves. */
function staffNames(db: ReadDb): ReadonlyMap<string, string> {
  const people = db.select().from(staff).all()
  return new Map(people.map((person) => [person.id, displayName(person)]))
}
