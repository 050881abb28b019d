import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { tablePaths } from '#shared/sync/scopes.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'

describe('what desks and portal agree on', () => {
  it('is every synced table with every field, and where it may be empty', () => {
    const inCode = Object.fromEntries(
      syncedTables.map((table) => [
        getTableName(table),
        Object.fromEntries(
          Object.values(getTableColumns(table)).map((column) => [
            column.name,
            `${column.getSQLType() === 'integer' ? 'number' : 'text'}${column.notNull ? '' : '?'}`,
          ]),
        ),
      ]),
    )

    assert.deepEqual(syncedFields, inCode)
  })

  it('says of every table whom its rows are about', () => {
    assert.deepEqual(Object.keys(tablePaths).toSorted(), Object.keys(syncedFields).toSorted())
  })
})
