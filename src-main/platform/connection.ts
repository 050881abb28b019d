import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'

/** `key` is what better-sqlite3-multiple-ciphers adds; its types are those of better-sqlite3. */
export type Connection = Database.Database & { key(key: Buffer): number }

export type ConnectionOptions = {
  readonly file: string
  /** 32 bytes. Stays the caller's: it is copied for the cipher and the copy is wiped. */
  readonly key: Uint8Array
  readonly nativeBinding?: string | undefined
  readonly readonly?: boolean
  /** Refused with SQLITE_BUSY while anybody else has the file open, even if they only look. */
  readonly alone?: boolean
}

const plainHeader = 'SQLite format 3'

/**
 * Opens the school's encrypted file: the only place in the code that does.
 *
 * The recipe is security.md 0: SQLCipher 4 with a raw key (no stretching: 0.3 ms), given as bytes
 * so that no copy of it stays in memory as text; every commit synced to disk; nothing temporary on
 * disk; deleted rows overwritten. Throws SQLite's own error when the key does not fit.
 */
export function connect({
  file,
  key,
  nativeBinding,
  readonly = false,
  alone = false,
}: ConnectionOptions): Connection {
  if (key.length !== 32) throw new Error('The key of the file must be 32 bytes')
  refusePlainFile(file)
  const sqlite = new Database(file, {
    timeout: alone ? 1000 : 5000,
    readonly,
    fileMustExist: readonly,
    ...(nativeBinding ? { nativeBinding } : {}),
  }) as Connection
  try {
    sqlite.pragma(`cipher = 'sqlcipher'`)
    sqlite.pragma('legacy = 4')
    unlock(sqlite, key)
    // Before the first page is read: from then on the file is shared with others.
    if (alone) sqlite.pragma('locking_mode = EXCLUSIVE')
    configure(sqlite, readonly)
    // Reads the first page: the key is checked here and not at some later moment.
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get()
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function unlock(sqlite: Connection, key: Uint8Array) {
  const raw = Buffer.from(`raw:${Buffer.from(key).toString('hex')}`)
  sqlite.key(raw)
  raw.fill(0)
}

function configure(sqlite: Connection, readonly: boolean) {
  if (!readonly) sqlite.pragma('journal_mode = WAL')
  // The add-on's default is NORMAL, which lost acknowledged commits at a power cut (security.md 0.1).
  sqlite.pragma('synchronous = FULL')
  if (process.platform === 'darwin') {
    sqlite.pragma('fullfsync = 1')
    sqlite.pragma('checkpoint_fullfsync = 1')
  }
  // Sorting would otherwise spill readable rows to /var/tmp (security.md 0.5).
  sqlite.pragma('temp_store = MEMORY')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  // Rows of synced tables may arrive before the rows they point to (sync.md 3.3).
  sqlite.pragma('foreign_keys = OFF')
  // 64 MB, so that a page is decrypted once and then stays.
  sqlite.pragma('cache_size = -65536')
}

/** A file that was ever opened without a key is readable by anyone: never go on with one. */
function refusePlainFile(file: string) {
  if (!existsSync(file)) return
  const head = Buffer.alloc(plainHeader.length)
  const descriptor = openSync(file, 'r')
  readSync(descriptor, head, 0, head.length, 0)
  closeSync(descriptor)
  if (head.toString('latin1') === plainHeader) throw new Error('The file is not encrypted')
}
