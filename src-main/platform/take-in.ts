import type { Connection } from './connection.ts'
import { closeDoor, openDoor } from './write-door.ts'

export type Changed = Map<string, Set<string>>

/**
 * The second and last door for writing rows: what the portal says is stored as it is, without
 * history and outbox of its own, in one transaction, and announced like everything else. `work` notes
 * in `changed` which rows it wrote.
 */
export function takeIn<Answer>(
  sqlite: Connection,
  onSaved: (changed: Changed) => void,
  work: (changed: Changed) => Answer,
): Answer {
  const changed: Changed = new Map()
  sqlite.exec('BEGIN IMMEDIATE')
  openDoor(sqlite)
  try {
    const answer = work(changed)
    closeDoor(sqlite)
    sqlite.exec('COMMIT')
    if (changed.size > 0) onSaved(changed)
    return answer
  } catch (error) {
    // SQLite has rolled back by itself after a full disk; a second ROLLBACK would hide the cause.
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    closeDoor(sqlite)
    throw error
  }
}

export function touch(changed: Changed, table: string, id: string) {
  const ids = changed.get(table) ?? new Set()
  changed.set(table, ids.add(id))
}
