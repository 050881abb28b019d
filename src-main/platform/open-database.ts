import { getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { createClock } from './clock.ts'
import { type Connection, connect } from './connection.ts'
import type { ReadDb, SyncedTable, WriteDb } from './database.ts'
import { migrate } from './migrate.ts'
import { type Action, createRecorder } from './recorder.ts'
import { closeDoor, guardTables, openDoor } from './write-door.ts'

export type OpenOptions = {
  readonly file: string
  readonly key: Uint8Array
  readonly tables: readonly SyncedTable[]
  readonly migrationsFolder: string
  readonly nativeBinding?: string | undefined
  readonly now: () => string
  readonly newId: () => string
  /** Told which rows of which tables changed, once they are safely on disk. */
  readonly onSaved: (changed: ReadonlyMap<string, ReadonlySet<string>>) => void
}

/** Who acts, and what they do: one action is one transaction and is undone as a whole. */
export type ActionStart = { readonly staffId: string; readonly path: string }

export type SchoolDatabase = ReturnType<typeof openDatabase>

/** Opens, migrates and guards the school's file. Reading and writing use a connection each. */
export function openDatabase(options: OpenOptions) {
  const { file, key, nativeBinding, migrationsFolder, tables } = options
  const sqlite = connect({ file, key, nativeBinding })
  try {
    migrate(sqlite, { folder: migrationsFolder, file })
    guardTables(sqlite, tables.map(getTableName))
    const reader = connect({ file, key, nativeBinding, readonly: true })
    return createDatabase(options, sqlite, reader)
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function createDatabase(options: OpenOptions, sqlite: Connection, reader: Connection) {
  const { now, newId, onSaved, tables } = options
  const read: ReadDb = drizzle({ client: reader })
  const written = drizzle({ client: sqlite })
  const clock = createClock(sqlite, () => Date.parse(now()))
  const recorder = createRecorder(sqlite, tables, clock, newId)
  const statements = prepareActions(sqlite)

  /** Starts a transaction; the caller must finish it with `commit` or `rollback`. */
  function begin({ staffId, path }: ActionStart) {
    sqlite.exec('BEGIN IMMEDIATE')
    openDoor(sqlite)
    clock.begin()
    const action: Action = { id: newId(), at: now(), staffId, n: statements.nextNumber() }
    const changed = new Map<string, Set<string>>()
    let subject: string | null = null
    let undoes: string | null = null

    const touched = (tbl: string, id: string) => {
      const ids = changed.get(tbl) ?? new Set()
      changed.set(tbl, ids.add(id))
    }
    const db: WriteDb = {
      select: written.select.bind(written),
      actionId: action.id,
      save(table, row) {
        if (recorder.save(action, table, row)) touched(getTableName(table), row.id)
      },
      remove(table, id) {
        recorder.remove(action, table, id)
        touched(getTableName(table), id)
      },
      ask(command, args) {
        recorder.ask(action, command, args)
        // No table of the school: it makes the action count, and sync go.
        touched('outbox', action.id)
      },
      putBack(change) {
        recorder.putBack(action, change)
        touched(change.tbl, change.rowId)
      },
      takeBack: (changes) => recorder.takeBack(action, changes, touched),
      describe(text) {
        subject = text
      },
      markUndone(actionId) {
        undoes = actionId
      },
    }

    return {
      db,
      commit() {
        if (changed.size > 0) {
          statements.add(action, path, subject, undoes)
          if (undoes) statements.markUndone(undoes, action.id)
          clock.keep()
        }
        closeDoor(sqlite)
        sqlite.exec('COMMIT')
        if (changed.size > 0) onSaved(changed)
      },
      rollback() {
        // SQLite has rolled back by itself after a full disk; a second ROLLBACK would hide the cause.
        if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
        closeDoor(sqlite)
        clock.reset()
      },
    }
  }

  return {
    read,
    /** For the platform's own tables and for measuring; never for rows of a synced table. */
    sqlite,
    begin,
    decode: recorder.decode,

    write<Answer>(start: ActionStart, work: (db: WriteDb) => Answer): Answer {
      const transaction = begin(start)
      try {
        const answer = work(transaction.db)
        transaction.commit()
        return answer
      } catch (error) {
        transaction.rollback()
        throw error
      }
    },

    close() {
      reader.close()
      sqlite.close()
    },
  }
}

function prepareActions(sqlite: Connection) {
  const next = sqlite.prepare('SELECT coalesce(max(n), 0) + 1 FROM actions').pluck()
  const insert = sqlite.prepare(
    'INSERT INTO actions (n, id, at, staffId, path, subject, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const undone = sqlite.prepare('UPDATE actions SET undoneBy = ? WHERE id = ?')
  return {
    nextNumber: () => Number(next.get()),
    add: (
      { n, id, at, staffId }: Action,
      path: string,
      subject: string | null,
      undoes: string | null,
    ) => insert.run(n, id, at, staffId, path, subject, undoes),
    markUndone: (actionId: string, by: string) => undone.run(by, actionId),
  }
}
