import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { getTableColumns, getTableName } from 'drizzle-orm'
import { connect } from '../../src-main/platform/connection.ts'
import { appliedMigrations, migrate, NewerFile } from '../../src-main/platform/migrate.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { aSchool, migrationsFolder, testKey } from '../builders/school.ts'

function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-migrate-'))
  return {
    folder,
    file: join(folder, 'school.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  }
}

const ourJournal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8'))
const ourVersion: number = ourJournal.entries.length

/** The migrations as they were when the file had `version` of them. */
function earlierVersion(folder: string, version: number) {
  const earlier = join(folder, `migrations-${version}`)
  mkdirSync(join(earlier, 'meta'), { recursive: true })
  const entries = ourJournal.entries.slice(0, version)
  for (const { tag } of entries) {
    writeFileSync(join(earlier, `${tag}.sql`), readFileSync(join(migrationsFolder, `${tag}.sql`)))
  }
  writeFileSync(join(earlier, 'meta/_journal.json'), JSON.stringify({ ...ourJournal, entries }))
  return earlier
}

/** A folder of migrations that goes one step further than ours. */
function oneStepFurther(folder: string, sql: string) {
  const next = join(folder, 'migrations')
  mkdirSync(join(next, 'meta'), { recursive: true })
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8'))
  for (const { tag } of journal.entries) {
    writeFileSync(join(next, `${tag}.sql`), readFileSync(join(migrationsFolder, `${tag}.sql`)))
  }
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999-next' })
  writeFileSync(join(next, '9999-next.sql'), sql)
  writeFileSync(join(next, 'meta/_journal.json'), JSON.stringify(journal))
  return next
}

describe('the tables in the file', () => {
  it('have exactly the columns that the code knows, and are strict', () => {
    using school = aSchool()
    const { sqlite } = school.database

    for (const table of syncedTables) {
      const name = getTableName(table)
      const inFile = sqlite
        .prepare('SELECT name, type, "notnull" AS required FROM pragma_table_info(?)')
        .all(name)
      const inCode = Object.values(getTableColumns(table)).map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        required: column.notNull ? 1 : 0,
      }))
      const own = inFile.filter((column) => !String(Object(column).name).startsWith('_'))
      assert.deepEqual(own, inCode, name)
      const strict = sqlite.prepare('SELECT strict FROM pragma_table_list(?)').pluck().get(name)
      assert.equal(strict, 1, name)
    }
  })
})

describe('a new version of Balie', () => {
  for (const { idx, tag } of ourJournal.entries.slice(1)) {
    it(`brings a file of the version before ${tag} up to it, and loses nothing`, () => {
      using place = aFolder()
      const sqlite = connect({ file: place.file, key: testKey })
      migrate(sqlite, { folder: earlierVersion(place.folder, idx), file: place.file })
      sqlite.exec("INSERT INTO syncState VALUES ('before', 'kept')")

      migrate(sqlite, { folder: earlierVersion(place.folder, idx + 1), file: place.file })

      assert.equal(appliedMigrations(sqlite), idx + 1)
      assert.equal(sqlite.prepare('SELECT v FROM syncState').pluck().get(), 'kept')
      assert.equal(sqlite.pragma('integrity_check', { simple: true }), 'ok')
      sqlite.close()
    })
  }

  it('changes the file only after an encrypted copy of it', () => {
    using place = aFolder()
    const sqlite = connect({ file: place.file, key: testKey })
    migrate(sqlite, { folder: migrationsFolder, file: place.file })
    sqlite.exec("INSERT INTO syncState VALUES ('before', 'kept')")
    const next = oneStepFurther(place.folder, "INSERT INTO syncState VALUES ('after', 'made');")

    migrate(sqlite, { folder: next, file: place.file })

    assert.equal(sqlite.prepare('SELECT count(*) FROM syncState').pluck().get(), 2)
    sqlite.close()
    const copy = connect({
      file: join(place.folder, `school.before-${ourVersion + 1}.db`),
      key: testKey,
      readonly: true,
    })
    assert.deepEqual(copy.prepare('SELECT k FROM syncState').pluck().all(), ['before'])
    copy.close()
  })

  it('leaves the file as it was when a step fails', () => {
    using place = aFolder()
    const sqlite = connect({ file: place.file, key: testKey })
    migrate(sqlite, { folder: migrationsFolder, file: place.file })
    const next = oneStepFurther(
      place.folder,
      'DROP TABLE changes;\n--> statement-breakpoint\nNOT SQL;',
    )

    assert.throws(() => migrate(sqlite, { folder: next, file: place.file }))

    assert.equal(sqlite.prepare('SELECT count(*) FROM changes').pluck().get(), 0)
    sqlite.close()
  })

  it('is refused by an older one, which touches nothing', () => {
    using place = aFolder()
    const next = oneStepFurther(place.folder, 'CREATE TABLE later (n INTEGER) STRICT;')
    const sqlite = connect({ file: place.file, key: testKey })
    migrate(sqlite, { folder: next, file: place.file })

    assert.throws(() => migrate(sqlite, { folder: migrationsFolder, file: place.file }), NewerFile)

    assert.deepEqual(
      readdirSync(place.folder).filter((name) => name.includes('before')),
      [],
    )
    sqlite.close()
  })
})
