import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, touch } from '../platform/take-in.ts'
import type { HeldScopes } from './held-scopes.ts'
import { PortalRefused } from './portal-connection.ts'
import type { SyncState } from './sync-state.ts'

/** A server that suddenly has so much less is taken for the wrong one: people decide. */
const mostGone = { rows: 200, share: 0.2 }

type Parts = {
  readonly sqlite: Connection
  readonly state: SyncState
  readonly scopes: HeldScopes
}

/**
 * Loading scopes anew (sync.md 3.9): what comes replaces what is here, and what does not come is to go.
 * What came is noted in memory alone, so a load that was cut off begins again.
 */
export function createReplacement({ sqlite, state, scopes }: Parts) {
  sqlite.exec(
    'CREATE TEMP TABLE IF NOT EXISTS arrived (tbl TEXT, rowId TEXT, PRIMARY KEY (tbl, rowId)) WITHOUT ROWID',
  )
  const note = sqlite.prepare('INSERT OR IGNORE INTO temp.arrived VALUES (?, ?)')
  const replaced = () => state.get('isReplacing')?.split(' ').filter(Boolean) ?? []

  return {
    isOn: () => state.get('isReplacing') !== null,
    arrived: (table: string, id: string) => void note.run(table, id),

    /** Inside a transaction. */
    begin(wanted: readonly string[]) {
      sqlite.exec('DELETE FROM temp.arrived')
      state.set('isReplacing', wanted.join(' '))
      scopes.startAgain(wanted)
    },

    /** Everything that could come has come: the rest goes, unless it is far too much. */
    finish(changed: Changed) {
      const all = scopes.all().map(({ scope }) => scope)
      const wanted = new Set(replaced())
      const isWhole = all.every((scope) => wanted.has(scope))
      const gone = missing(sqlite, wanted, isWhole)
      const isTooMuch =
        gone.removed.length > mostGone.rows &&
        gone.removed.length > mostGone.share * countRows(sqlite)
      if (isTooMuch && state.get('stopped') !== 'emptying') {
        state.set('stopped', 'emptied')
        return
      }
      for (const { table, id } of gone.removed) removeRow(sqlite, changed, table, id)
      for (const { table, id, scopes: left } of gone.narrowed) {
        sqlite.prepare(`UPDATE "${table}" SET _sc = ? WHERE id = ?`).run(left, id)
      }
      sqlite.exec('DELETE FROM temp.arrived')
      state.forget('isReplacing')
      state.forget('stopped')
    },
  }
}

export function refuseEmptied(state: SyncState) {
  if (state.get('stopped') === 'emptied') throw new PortalRefused('emptied', {})
}

function removeRow(sqlite: Connection, changed: Changed, table: string, id: string) {
  sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id)
  sqlite.prepare('DELETE FROM changes WHERE tbl = ? AND rowId = ?').run(table, id)
  touch(changed, table, id)
}

const tables = Object.keys(syncedFields)

function countRows(sqlite: Connection) {
  const counts = tables.map((table) =>
    Number(sqlite.prepare(`SELECT count(*) FROM "${table}" WHERE _seq IS NOT NULL`).pluck().get()),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Rows that the portal had once and did not send now, and on which nothing of this desk waits. */
function missing(sqlite: Connection, wanted: ReadonlySet<string>, isWhole: boolean) {
  const removed: { table: string; id: string }[] = []
  const narrowed: { table: string; id: string; scopes: string }[] = []
  for (const table of tables) {
    const rows = sqlite
      .prepare(
        `SELECT id, coalesce(_sc, '') AS sc FROM "${table}" AS r
         WHERE _seq IS NOT NULL AND (? OR _sc <> '')
           AND NOT EXISTS (SELECT 1 FROM temp.arrived WHERE tbl = ? AND rowId = r.id)
           AND NOT EXISTS (SELECT 1 FROM outbox WHERE tbl = ? AND rowId = r.id)`,
      )
      .all(isWhole ? 1 : 0, table, table) as { id: string; sc: string }[]
    for (const { id, sc } of rows) {
      const held = sc.split(' ').filter(Boolean)
      const left = isWhole ? [] : held.filter((scope) => !wanted.has(scope))
      if (left.length === 0) removed.push({ table, id })
      else if (left.length < held.length) narrowed.push({ table, id, scopes: left.join(' ') })
    }
  }
  return { removed, narrowed }
}
