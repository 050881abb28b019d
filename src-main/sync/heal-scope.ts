import { bucketOf, bucketSums } from '#shared/sync/row-sums.ts'
import type { PullLine } from '#shared/sync/sync-protocol.ts'
import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, touch } from '../platform/take-in.ts'
import type { createLineApplier } from './apply-lines.ts'
import { isRowLine } from './apply-lines.ts'

const tables = Object.keys(syncedFields)

type Held = { readonly table: string; readonly id: string; readonly seq: number }

/** What this desk holds of one scope, in heaps. */
export const heapsOf = (sqlite: Connection, scope: string) => bucketSums(heldRows(sqlite, scope))

function* heldRows(sqlite: Connection, scope: string): Iterable<Held> {
  for (const table of tables) {
    const rows = sqlite
      .prepare(
        `SELECT id, _seq AS seq FROM "${table}"
         WHERE _seq IS NOT NULL AND ' ' || _sc || ' ' LIKE '% ' || ? || ' %'`,
      )
      .all(scope) as { id: string; seq: number }[]
    for (const { id, seq } of rows) yield { table, id, seq }
  }
}

type Healing = {
  readonly sqlite: Connection
  readonly applier: ReturnType<typeof createLineApplier>
  readonly scope: string
  readonly lines: readonly PullLine[]
  readonly changed: Changed
}

/**
 * Makes the heaps that differed as the portal has them: what came is stored, and what is here and did
 * not come leaves the scope. Work that waits stays. Inside a transaction.
 */
export function healScope({ sqlite, applier, scope, lines, changed }: Healing) {
  const arrived = new Set<string>()
  const differing = new Set<number>()
  for (const line of lines) {
    if (isRowLine(line)) continue
    if (line.k === 'differs') for (const bucket of line.b) differing.add(bucket)
    if (line.k !== 'head') continue
    const onRow = (table: string, id: string) => void arrived.add(`${table} ${id}`)
    applier.apply(lines, line, { changed, isReplacing: true, onRow })
  }
  const waits = sqlite.prepare('SELECT 1 FROM outbox WHERE tbl = ? AND rowId = ?')
  for (const { table, id } of [...heldRows(sqlite, scope)]) {
    if (arrived.has(`${table} ${id}`) || !differing.has(bucketOf(table, id))) continue
    if (!waits.get(table, id)) leaveScope(sqlite, { table, id, scope }, changed)
  }
}

type Place = { readonly table: string; readonly id: string; readonly scope: string }

function leaveScope(sqlite: Connection, { table, id, scope }: Place, changed: Changed) {
  const held = sqlite.prepare(`SELECT _sc FROM "${table}" WHERE id = ?`).pluck().get(id)
  const others = String(held ?? '')
    .split(' ')
    .filter((each) => each !== scope && each !== '')
  if (others.length > 0) {
    sqlite.prepare(`UPDATE "${table}" SET _sc = ? WHERE id = ?`).run(others.join(' '), id)
    return
  }
  sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id)
  sqlite.prepare('DELETE FROM changes WHERE tbl = ? AND rowId = ?').run(table, id)
  touch(changed, table, id)
}
