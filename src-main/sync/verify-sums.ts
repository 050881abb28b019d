import { addToSum, rowNumber, sumText } from '#shared/sync/row-sums.ts'
import type { PullLine } from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { Connection } from '../platform/connection.ts'

type Sums = Extract<PullLine, { readonly k: 'end' }>['sums']

const tables = Object.keys(syncedFields)

/**
 * Scopes of which this desk holds other rows than the portal says (sync.md 3.13). A table at a time, so
 * that nobody waits; null when something was written meanwhile and nothing is known.
 */
export async function differingScopes(
  sqlite: Connection,
  sums: Sums,
): Promise<readonly string[] | null> {
  const before = versionOf(sqlite)
  const mine = new Map(Object.keys(sums).map((scope) => [scope, { count: 0, sum: 0n }]))
  for (const table of tables) {
    addTable(sqlite, table, mine)
    await new Promise((resolve) => setImmediate(resolve))
    if (!sqlite.open || versionOf(sqlite) !== before) return null
  }
  return Object.entries(sums)
    .filter(([scope, [count, sum]]) => {
      const own = mine.get(scope)
      return own?.count !== count || sumText(own.sum) !== sum
    })
    .map(([scope]) => scope)
}

/** Grows with each write of this connection, the only one that writes. */
const versionOf = (sqlite: Connection) =>
  Number(sqlite.prepare('SELECT total_changes()').pluck().get())

function addTable(
  sqlite: Connection,
  table: string,
  mine: ReadonlyMap<string, { count: number; sum: bigint }>,
) {
  const rows = sqlite
    .prepare(`SELECT id, _seq AS seq, _sc AS scopes FROM "${table}" WHERE _seq IS NOT NULL`)
    .all() as { id: string; seq: number; scopes: string | null }[]
  for (const { id, seq, scopes } of rows) {
    const number = rowNumber(table, id, seq)
    for (const scope of scopes?.split(' ') ?? []) {
      const own = mine.get(scope)
      if (!own) continue
      own.count += 1
      own.sum = addToSum(own.sum, number)
    }
  }
}
