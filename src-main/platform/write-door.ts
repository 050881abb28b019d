import type { Connection } from './connection.ts'

/**
 * Makes any write to a synced table fail unless `save()` opened the door, so that nothing can be
 * written without a history. Triggers of the connection itself, since those of the schema may not
 * look into the temporary database.
 */
export function guardTables(sqlite: Connection, tables: readonly string[]) {
  sqlite.exec('CREATE TEMP TABLE door (isOpen INTEGER NOT NULL); INSERT INTO temp.door VALUES (0)')
  for (const table of tables) {
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      sqlite.exec(
        `CREATE TEMP TRIGGER "guard ${table} ${event}" BEFORE ${event} ON main."${table}"
         WHEN (SELECT isOpen FROM temp.door) = 0
         BEGIN SELECT RAISE(ABORT, 'Rows of ${table} are written through save() alone'); END`,
      )
    }
  }
}

export function openDoor(sqlite: Connection) {
  sqlite.exec('UPDATE temp.door SET isOpen = 1')
}

export function closeDoor(sqlite: Connection) {
  sqlite.exec('UPDATE temp.door SET isOpen = 0')
}
