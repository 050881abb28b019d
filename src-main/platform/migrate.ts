import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate as runMigrations } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Connection } from './connection.ts'

/** The file was written by a later version of Balie: it is left alone. */
export class NewerFile extends Error {
  override name = 'NewerFile'
}

export type MigrateOptions = { readonly folder: string; readonly file: string }

const copiesKept = 3

/**
 * Brings a file up to this version, all pending migrations in one transaction, after an encrypted
 * copy of the file as it was (`school.before-2.db`). Throws `NewerFile` for a later version.
 */
export function migrate(sqlite: Connection, { folder, file }: MigrateOptions) {
  const known = readMigrationFiles({ migrationsFolder: folder }).length
  const applied = appliedMigrations(sqlite)
  if (applied > known) throw new NewerFile(`The file is of version ${applied}, this is ${known}`)
  if (applied === known) return

  if (applied > 0) keepCopy(sqlite, file, applied)
  runMigrations(drizzle({ client: sqlite }), { migrationsFolder: folder })
}

export function appliedMigrations(sqlite: Connection): number {
  const isNew = !sqlite
    .prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'")
    .get()
  if (isNew) return 0
  return Number(sqlite.prepare('SELECT count(*) FROM __drizzle_migrations').pluck().get())
}

/** `db.backup()` fails on an encrypted file; VACUUM INTO keeps the cipher and the key. */
function keepCopy(sqlite: Connection, file: string, version: number) {
  const name = basename(file, '.db')
  const copy = join(dirname(file), `${name}.before-${version + 1}.db`)
  if (!existsSync(copy)) sqlite.prepare('VACUUM INTO ?').run(copy)

  const copies = readdirSync(dirname(file)).filter((each) => each.startsWith(`${name}.before-`))
  const oldest = copies.toSorted((a, b) => numberIn(b) - numberIn(a)).slice(copiesKept)
  for (const each of oldest) rmSync(join(dirname(file), each))
}

const numberIn = (name: string) => Number(name.match(/before-(\d+)/)?.[1] ?? 0)
