import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { connect } from '../../src-main/platform/connection.ts'
import type { Context, ReadDb } from '../../src-main/platform/database.ts'
import { newId } from '../../src-main/platform/ids.ts'
import { openDatabase } from '../../src-main/platform/open-database.ts'
import { openPractice } from '../../src-main/practice/open-practice.ts'
import { createPupils } from '../../src-main/pupils/pupils-service.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { oneRosterFiles } from '../builders/oneroster-files.ts'
import { aSchool, monday, numbered } from '../builders/school.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'
import { against, type Figure, median, percentile, timed, within } from './figure.ts'

const context: Context = {
  staffId: numbered(1),
  staffName: 'Heidi Smit',
  role: 'office',
  seesMedical: true,
  now: '2026-11-23T08:30:00.000Z',
  today: monday,
  country: 'nl',
  newId,
}

/** A practice school of 5,000 pupils in an encrypted file, and the same rows in a plain one. */
export async function largeSchools() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-bench-'))
  const file = join(folder, 'school.db')
  const database = openDatabase({
    file,
    key: testKey,
    tables: syncedTables,
    migrationsFolder,
    now: () => context.now,
    newId,
    onSaved: () => {},
  })
  await openPractice({ database, country: 'nl', pupils: 5000, today: monday, onProgress: () => {} })
  database.close()
  const plain = join(folder, 'plain.db')
  copyPlain(file, plain)
  return { file, plain, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) }
}

/** Same tables, indexes and rows without the cipher; only here, to measure what the cipher costs. */
function copyPlain(file: string, plain: string) {
  const source = connect({ file, key: testKey, readonly: true })
  const target = new Database(plain)
  const objects = source
    .prepare(
      "SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'",
    )
    .all()
    .map((row) => Object(row))
  target.exec('BEGIN')
  for (const { sql } of objects) target.exec(sql)
  for (const { name } of objects.filter(({ type }) => type === 'table')) {
    const rows = source.prepare(`SELECT * FROM "${name}"`).raw().all()
    const [first] = rows
    if (!Array.isArray(first)) continue
    const insert = target.prepare(
      `INSERT INTO "${name}" VALUES (${first.map(() => '?').join(',')})`,
    )
    for (const row of rows) insert.run(row)
  }
  target.exec('COMMIT')
  source.close()
  target.close()
}

type Reader = { readonly db: ReadDb; close(): void }

function encrypted(file: string): Reader {
  const sqlite = connect({ file, key: testKey, readonly: true })
  return { db: drizzle({ client: sqlite }), close: () => sqlite.close() }
}

function unencrypted(file: string): Reader {
  const sqlite = new Database(file, { readonly: true })
  sqlite.pragma('cache_size = -65536')
  sqlite.pragma('temp_store = MEMORY')
  return { db: drizzle({ client: sqlite }), close: () => sqlite.close() }
}

/** The app's own list and 40 files as a fresh start reads them, on both databases in turn. */
function readingWork(db: ReadDb) {
  const pupils = createPupils().service
  const rows = pupils.list(db, {}, context)
  for (const row of rows.filter((_, n) => n % 125 === 0)) pupils.file(db, { id: row.id }, context)
  return rows.length
}

export function cipherFigures({ file, plain }: { file: string; plain: string }): Figure[] {
  const warm = { ours: [] as number[], theirs: [] as number[] }
  const cold = { ours: [] as number[], theirs: [] as number[] }
  const open = { ours: encrypted(file), theirs: unencrypted(plain) }
  readingWork(open.ours.db)
  readingWork(open.theirs.db)
  for (let run = 0; run < 7; run++) {
    warm.ours.push(...timed(1, () => readingWork(open.ours.db)))
    warm.theirs.push(...timed(1, () => readingWork(open.theirs.db)))
    for (const [side, reader] of [
      ['ours', encrypted(file)],
      ['theirs', unencrypted(plain)],
    ] as const) {
      cold[side].push(...timed(1, () => readingWork(reader.db)))
      reader.close()
    }
  }
  open.ours.close()
  open.theirs.close()
  return [
    against(
      'list and files, encrypted ÷ plain, warm',
      'ms',
      median(warm.ours),
      median(warm.theirs),
      1.25,
    ),
    // Reported, without a bar: the first reading decrypts every page once.
    against(
      'list and files, encrypted ÷ plain, cold',
      'ms',
      median(cold.ours),
      median(cold.theirs),
      10,
    ),
  ]
}

const searches = [
  'anna',
  'de boer',
  'yilmaz',
  '4567',
  'saar v',
  'kerkstraat',
  'zoe jan',
  'öb',
  '0612',
]

/** CPU milliseconds that Ctrl+K takes of the data thread, the index in memory as after sign-in. */
export async function searchFigure({ file }: { file: string }): Promise<Figure> {
  using school = aSchool({ file })
  const ask = (text: string) => school.search.find({ text, limit: 8 })
  await ask('warm')
  const times: number[] = []
  for (const text of [...searches, ...searches, ...searches]) {
    const before = threadCpu()
    await ask(text)
    times.push(threadCpu() - before)
  }
  return within('Ctrl+K answer p95, 5,000 pupils', 'ms', percentile(times, 0.95), 16)
}

/** Milliseconds this thread has worked: other programs of a busy minute do not count. */
function threadCpu() {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** The import of a whole school, from bytes to commit, against inserting the same rows by hand. */
export async function importFigure(): Promise<Figure> {
  using school = aSchool()
  const upload = '11111111-1111-4111-8111-111111111111'
  for (const [name, text] of oneRosterFiles(5000)) {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += 1_000_000) {
      await school.imports.receive({ upload, file: name, bytes: bytes.slice(at, at + 1_000_000) })
    }
  }
  const since = performance.now()
  await school.imports.preview({ upload })
  const answer = await school.imports.apply({ upload, leaveOut: [], decisions: {} })
  const took = performance.now() - since
  if (!answer.ok) throw new Error(`The import was refused: ${answer.refusal}`)
  await setImmediate()
  const { took: raw } = rawInsert(school.database.sqlite.name)
  return against('import of 5,000 pupils with guardians ÷ raw insert', 'ms', took, raw, 10)
}

/** The rows that the import made, written by prepared statements into an empty encrypted file. */
function rawInsert(file: string) {
  const source = connect({ file, key: testKey, readonly: true })
  const folder = mkdtempSync(join(tmpdir(), 'balie-raw-'))
  const target = connect({ file: join(folder, 'raw.db'), key: testKey })
  const made = syncedTables.map((table) => Object(table)[Symbol.for('drizzle:Name')] as string)
  const work = made.map((name) => {
    const { sql } = Object(source.prepare('SELECT sql FROM sqlite_master WHERE name = ?').get(name))
    target.exec(sql)
    for (const index of source
      .prepare(
        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL",
      )
      .pluck()
      .all(name)) {
      target.exec(String(index))
    }
    const rows = source.prepare(`SELECT * FROM "${name}"`).raw().all()
    const width = Array.isArray(rows[0]) ? rows[0].length : 0
    const insert =
      width > 0
        ? target.prepare(`INSERT INTO "${name}" VALUES (${Array(width).fill('?').join(',')})`)
        : null
    return { rows, insert }
  })
  const [took = Number.NaN] = timed(1, () => {
    target.exec('BEGIN IMMEDIATE')
    for (const { rows, insert } of work) for (const row of rows) insert?.run(row)
    target.exec('COMMIT')
  })
  const count = work.reduce((sum, { rows }) => sum + rows.length, 0)
  source.close()
  target.close()
  rmSync(folder, { recursive: true })
  return { took, count }
}
