import { existsSync } from 'node:fs'
import type { Connection } from '../../platform/connection.ts'
import { logBug } from '../../platform/log.ts'
import { createSyncState } from '../sync-state.ts'
import { journalFileOf, openUnsentJournal, type UnsentOperation } from './unsent-journal.ts'

const columns = 'opId, kind, tbl, rowId, field, value, hlc, base, cmd, args, staffId, tx, wall'

export type UnsentKeeper = ReturnType<typeof keepUnsent>

type Kept = { readonly sqlite: Connection; readonly file: string; readonly key: Uint8Array }

/** Keeps the journal of unsent work of an open file; a school without a portal has none. */
export function keepUnsent({ sqlite, file, key }: Kept) {
  const path = journalFileOf(file)
  const journal = openUnsentJournal(path, key)
  const state = createSyncState(sqlite)
  const read = sqlite.prepare(`SELECT ${columns} FROM outbox WHERE tx > ? ORDER BY n`)
  const newest = sqlite.prepare('SELECT coalesce(max(tx), 0) FROM outbox').pluck()
  // What waited when the file was opened was written down then, unless the journal is gone.
  let last = existsSync(path) ? Number(newest.get()) : Number.MIN_SAFE_INTEGER

  /** The work itself is safe in the file by then; a journal that fails holds nobody up. */
  function quietly(work: () => void) {
    try {
      work()
    } catch (error) {
      logBug('sync.journal', error)
    }
  }

  return {
    /** Something was written into the file. */
    saved: () =>
      quietly(() => {
        const schoolId = state.get('schoolId')
        if (!schoolId || state.get('portalUrl') === null) return
        const waiting = read.all(last) as Omit<UnsentOperation, 'schoolId'>[]
        journal.append(waiting.map((each) => ({ ...each, schoolId })))
        last = waiting.reduce((most, { tx }) => Math.max(most, tx), last)
      }),
    /** A round may have ended: once nothing waits, nothing needs to be kept twice. */
    settled: () =>
      quietly(() => {
        if (journal.isEmpty() || !sqlite.open) return
        if (sqlite.prepare('SELECT 1 FROM outbox LIMIT 1').get() === undefined) journal.clear()
      }),
    end: () => journal.end(),
  }
}
