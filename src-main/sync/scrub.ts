import type { PullLine } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import type { SyncState } from './sync-state.ts'

type Kind = Exclude<PullLine, readonly unknown[]>['k']

/** Lines after which something may no longer lie in the file. */
export const withdrawals: ReadonlySet<Kind> = new Set(['exit', 'mask', 'purge', 'scope-drop'])

/**
 * Writes the file anew without what was withdrawn: rows that were deleted can leave bytes in pages
 * that were moved, and in the log (sync.md 3.8). Somebody who reads puts it off to the next round.
 */
export function scrub(sqlite: Connection, state: SyncState) {
  if (state.get('toScrub') === null || sqlite.inTransaction) return
  try {
    sqlite.exec('VACUUM')
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    state.forget('toScrub')
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED)/.test(String(Object(error).code))) throw error
  }
}
