import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, it } from 'node:test'
import { build } from 'vite'
import { connect } from '../../src-main/platform/connection.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'
import { rowsOf } from './rows-of.ts'

/** `BALIE_KILLS=200 npm test -- tests/chaos/kill` for as many as it takes to be sure. */
const kills = Number(process.env.BALIE_KILLS ?? 40)
/** Longer than the slowest import here, so that kills fall before, in and after commits. */
const longest = 250
const out = join(import.meta.dirname, '../../out')

/** The writer as one file: so many starts would otherwise mostly be spent on loading it. */
async function buildWriter(folder: string) {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'writer.ts'),
      outDir: join(folder, 'writer'),
      target: 'node22',
      rollupOptions: { external: ['better-sqlite3'] },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  })
  return join(folder, 'writer', 'writer.js')
}

/** Lets the writer work for a random while after its first word, kills it, and answers its last word. */
function killOnce(writer: string, file: string): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [writer, file, migrationsFolder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), Math.random() * longest)
      said += bytes.toString()
    })
    child.on('close', () => resolve(Number(said.trim().split('\n').at(-1) ?? 0)))
  })
}

/** What stands in the file; opening it checks the pages that are read. */
function actionsIn(file: string) {
  const sqlite = connect({ file, key: testKey })
  const [last, count] = ['max', 'count'].map((ask) =>
    Number(sqlite.prepare(`SELECT ${ask}(n) FROM actions`).pluck().get() ?? 0),
  )
  sqlite.close()
  return { last: last ?? 0, isUnbroken: last === count }
}

function everythingIn(file: string) {
  const sqlite = connect({ file, key: testKey })
  const rows = sqlite
    .prepare('SELECT count(*) FROM pupils GROUP BY CAST(lastName AS INTEGER) ORDER BY 1 * lastName')
    .pluck()
    .all()
  const found = {
    rows,
    changes: sqlite.prepare('SELECT count(*) FROM changes').pluck().get(),
    operations: sqlite.prepare('SELECT count(*) FROM outbox').pluck().get(),
    health: sqlite.prepare('PRAGMA integrity_check').pluck().get(),
  }
  sqlite.close()
  return found
}

describe(`a computer that stops dead ${kills} times while the office works`, () => {
  it('loses no committed row and keeps no half of anything', { timeout: 900_000 }, async () => {
    // Inside the project, where the writer finds its packages.
    mkdirSync(out, { recursive: true })
    const folder = mkdtempSync(join(out, 'kill-'))
    const writer = await buildWriter(folder)
    const file = join(folder, 'school.db')
    let lost = 0

    for (let n = 0; n < kills; n++) {
      const acknowledged = await killOnce(writer, file)
      const { last, isUnbroken } = actionsIn(file)
      if (last < acknowledged || !isUnbroken) lost++
    }

    const rows = Array.from({ length: actionsIn(file).last }, (_, at) => rowsOf(at + 1))
    const total = rows.reduce((sum, count) => sum + count, 0)
    assert.equal(lost, 0)
    assert.deepEqual(everythingIn(file), { rows, changes: total, operations: total, health: 'ok' })
    rmSync(folder, { recursive: true })
  })
})
