import { syncedFields } from '#shared/sync/synced-fields.ts'
import type { Connection } from '../platform/connection.ts'
import { type Changed, touch } from '../platform/take-in.ts'

export type HeldScope = {
  readonly scope: string
  readonly version: number
  /** `table id` up to which the first load came; empty at its beginning. */
  readonly after: string
  readonly isComplete: boolean
}

export type HeldScopes = ReturnType<typeof createHeldScopes>

/** The scopes of this desk: what it holds, and how far the first load of each is. */
export function createHeldScopes(sqlite: Connection) {
  const all = sqlite.prepare(
    'SELECT scope, version, "after", isComplete FROM scopesHeld ORDER BY scope',
  )
  const keep = sqlite.prepare(
    `INSERT INTO scopesHeld (scope, version, "after", isComplete) VALUES (?, ?, ?, ?)
     ON CONFLICT (scope) DO UPDATE SET version = excluded.version, "after" = excluded."after",
       isComplete = excluded.isComplete`,
  )
  const remove = sqlite.prepare('DELETE FROM scopesHeld WHERE scope = ?')
  const again = sqlite.prepare(`UPDATE scopesHeld SET "after" = '', isComplete = 0 WHERE scope = ?`)

  return {
    all: (): HeldScope[] =>
      (all.all() as (Omit<HeldScope, 'isComplete'> & { isComplete: number })[]).map((each) => ({
        ...each,
        isComplete: each.isComplete === 1,
      })),
    keep: ({ scope, version, after, isComplete }: HeldScope) =>
      void keep.run(scope, version, after, isComplete ? 1 : 0),

    /** Everything comes again from its beginning. */
    startAgain(scopes: readonly string[]) {
      for (const scope of scopes) again.run(scope)
    },

    /** Takes away every row that was here through this scope alone, with its history. */
    drop(scope: string, changed: Changed) {
      for (const table of Object.keys(syncedFields)) dropRows(sqlite, table, scope, changed)
      remove.run(scope)
    },
  }
}

function dropRows(sqlite: Connection, table: string, scope: string, changed: Changed) {
  const held = sqlite
    .prepare(`SELECT id, _sc FROM "${table}" WHERE ' ' || _sc || ' ' LIKE '% ' || ? || ' %'`)
    .all(scope) as { id: string; _sc: string }[]
  const keep = sqlite.prepare(`UPDATE "${table}" SET _sc = ? WHERE id = ?`)
  const remove = sqlite.prepare(`DELETE FROM "${table}" WHERE id = ?`)
  const forget = sqlite.prepare('DELETE FROM changes WHERE tbl = ? AND rowId = ?')
  for (const { id, _sc } of held) {
    const others = _sc.split(' ').filter((each) => each !== scope)
    if (others.length > 0) keep.run(others.join(' '), id)
    else {
      remove.run(id)
      forget.run(table, id)
      touch(changed, table, id)
    }
  }
}
