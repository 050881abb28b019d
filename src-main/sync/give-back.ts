import { Operation } from '#shared/sync/sync-protocol.ts'
import type { Connection } from '../platform/connection.ts'
import type { SyncState } from './sync-state.ts'

/**
 * The portal was restored from an older copy (sync.md 3.14): what it had confirmed and has lost goes
 * back to the head of what waits, with the same operations and stamps, so that nothing counts twice.
 * `last` is the last batch that the portal still knows. Inside a transaction.
 */
export function giveBack(sqlite: Connection, state: SyncState, last: number) {
  unseal(sqlite)
  const lost = sqlite
    .prepare('SELECT operations, at FROM outboxArchive WHERE batch > ? ORDER BY batch')
    .all(last) as { operations: string; at: number }[]
  const operations = lost.flatMap(({ operations: text, at }) =>
    (JSON.parse(text) as unknown[]).map((each) => ({ operation: Operation.parse(each), at })),
  )
  const first = Number(sqlite.prepare('SELECT coalesce(min(n), 1) FROM outbox').pluck().get())
  const add = sqlite.prepare(
    `INSERT OR IGNORE INTO outbox (n, opId, kind, tbl, rowId, field, value, hlc, base, cmd, args, staffId, tx, wall)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  // What the portal said then is forgotten there too: it will say anew.
  const forget = sqlite.prepare('DELETE FROM rejections WHERE opId = ?')
  for (const [index, { operation, at }] of operations.entries()) {
    add.run(first - operations.length + index, ...columnsOf(operation), at)
    forget.run(operation[1])
  }
  sqlite.prepare('DELETE FROM outboxArchive WHERE batch > ?').run(last)
  state.set('lastBatch', last)
}

/** A batch that was sealed and not confirmed waits again, to be sealed under another number. */
export function unseal(sqlite: Connection) {
  sqlite.exec('UPDATE outbox SET batch = NULL; DELETE FROM sealedBatches')
}

function columnsOf(operation: Operation): readonly (string | number | null)[] {
  if (operation[0] === 'c') {
    const [, opId, tx, command, args, hlc, staffId] = operation
    return [
      opId,
      'c',
      null,
      null,
      null,
      null,
      hlc,
      null,
      command,
      JSON.stringify(args),
      staffId,
      tx,
    ]
  }
  const [, opId, tx, table, id, field, value, hlc, base, staffId] = operation
  const text = value === null ? null : JSON.stringify(value)
  return [opId, 's', table, id, field, text, hlc, base, null, null, staffId, tx]
}
