import { eq, getTableColumns } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Effect } from '#shared/change-requests/rules/effects.ts'
import type { FamilyTable } from '#shared/change-requests/rules/family-rows.ts'
import type { RowFields } from '#shared/sync/sync-protocol.ts'
import {
  contactLinks,
  contacts,
  guardianLinks,
  guardians,
  households,
  phones,
  residences,
} from '../../families/families-table.ts'
import { memberships } from '../../groups/groups-table.ts'
import type { SyncedTable, WriteDb } from '../../platform/database.ts'
import { medicals, pupils } from '../../pupils/pupils-table.ts'

const tables: Readonly<Record<FamilyTable, SyncedTable>> = {
  pupils,
  medicals,
  households,
  guardians,
  phones,
  contacts,
  contactLinks,
  guardianLinks,
  residences,
  memberships,
}

/** Writes what was planned, each row with the fields that it has already. */
export function writeEffects(db: WriteDb, effects: readonly Effect[]) {
  for (const { table: name, id, fields } of effects) {
    const table = tables[name]
    if (!fields) {
      db.remove(table, id)
      continue
    }
    const columns: Columns = getTableColumns(table)
    const present = columns.id && db.select().from(table).where(eq(columns.id, id)).get()
    db.save(table, { ...present, ...decoded(columns, fields), id })
  }
}

type Columns = Readonly<Record<string, SQLiteColumn>>

/** Fields as code has them: a 1 of a yes-or-no column is true, JSON text of a list is the list. */
function decoded(columns: Columns, fields: RowFields) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      value === null ? null : columns[field]?.mapFromDriverValue(value),
    ]),
  )
}
