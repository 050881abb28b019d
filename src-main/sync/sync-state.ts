import type { Connection } from '../platform/connection.ts'

/** What this file knows of the portal; all of it is null before the school has one. */
export type SyncKey =
  | 'portalUrl'
  | 'device'
  | 'deviceTag'
  | 'deviceKey'
  | 'schoolId'
  | 'staffId'
  | 'epoch'
  | 'portalKey'
  | 'cursor'
  | 'lastBatch'
  | 'clockOffset'
  | 'clockSamples'
  | 'leaseUntil'
  /** When it was first noticed that the lease had ended, in milliseconds. */
  | 'leaseOverSince'
  /** The latest moment, by whichever clock, that this file has certainly lived. */
  | 'serverTimeSeen'
  | 'lastContact'
  /** When a whole round last went well. */
  | 'agreedAt'
  /** Base64 of the 32 bytes that close what not even the portal may read; office desks alone. */
  | 'schoolKey'
  /** `1` while everything is loaded anew and what does not come is to go. */
  | 'isReplacing'
  /** Why this desk may not go on by itself: `fork`, `emptied`; null while all is well. */
  | 'stopped'
  | 'verifiedAt'
  /** `1` while bytes of what was withdrawn may still lie in the file. */
  | 'toScrub'
  /** How often a scope was not as the portal has it; it never should be. */
  | 'healed'
  /** The newest schema that this file and the portal have ever both spoken. */
  | 'schema'

export type SyncState = ReturnType<typeof createSyncState>

/** Reads and writes the state of sync; inside a transaction it is part of it. */
export function createSyncState(sqlite: Connection) {
  const read = sqlite.prepare('SELECT v FROM syncState WHERE k = ?').pluck()
  const write = sqlite.prepare(
    'INSERT INTO syncState (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v',
  )
  const remove = sqlite.prepare('DELETE FROM syncState WHERE k = ?')
  const get = (key: SyncKey) => {
    const value: unknown = read.get(key)
    return typeof value === 'string' ? value : null
  }
  return {
    get,
    number: (key: SyncKey) => Number(get(key) ?? 0),
    set: (key: SyncKey, value: string | number) => void write.run(key, String(value)),
    forget: (key: SyncKey) => void remove.run(key),
  }
}
