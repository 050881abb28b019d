import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { after, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { newId } from '../../src-main/platform/ids.ts'
import type { SchoolDatabase } from '../../src-main/platform/open-database.ts'
import { openPglite } from '../../src-portal/platform/open-pglite.ts'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { type PortalDatabase, rowsOf } from '../../src-portal/platform/portal-database.ts'
import { type PortalProcess, startPortal } from '../load/portal-process.ts'
import { freePort, portalMigrations, postgresBin, startCluster } from '../portal/test-databases.ts'
import { foundSchool } from '../sim/school-life.ts'
import { aSyncedDesk } from '../sync/test-desk.ts'
import { aHub, heidi, schoolId } from '../sync/test-hub.ts'

/** Times that something is killed on each database; more of them by hand. */
const kills = Number(process.env.BALIE_SYNC_KILLS ?? 3)
const project = join(import.meta.dirname, '../..')

type Place = {
  readonly databaseUrl: string | null
  readonly folder: string
  readonly open: () => Promise<PortalDatabase>
}

/** Two desks that joined, as files; nothing runs yet. */
async function twoDesks({ open }: Place) {
  const database = await open()
  const hub = await aHub(database)
  hub.clock.now = Date.now()
  const before = (file: SchoolDatabase) => {
    foundSchool(schoolId, newId)(file)
    // With it national numbers are closed before they leave; without it they would wait.
    const keep = file.sqlite.prepare("INSERT INTO syncState (k, v) VALUES ('schoolKey', ?)")
    keep.run(Buffer.alloc(32, 9).toString('base64'))
  }
  const first = await aSyncedDesk({ hub, joins: null, before })
  await first.sync()
  const second = await aSyncedDesk({ hub, joins: heidi })
  await second.sync()
  await hub.app.close()
  await database.close()
  for (const desk of [first, second]) desk.database().close()
  return [first, second]
}

function startDesk(file: string, url: string, task: 'work' | 'settle') {
  const args = ['--import', './resources/setup/tsx-hook.ts', 'tests/chaos/sync-desk.ts']
  const child = spawn(process.execPath, [...args, file, url, task], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  return {
    child,
    async hasBegun() {
      while (said === '' && child.exitCode === null) await pause(20)
    },
    ended: async () => {
      if (child.exitCode === null) await new Promise((resolve) => child.once('close', resolve))
      return JSON.parse(said.trim().split('\n').at(-1) ?? '{}')
    },
  }
}

async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Kills desks and the portal at random moments, then lets them find each other. */
async function killAtRandom(files: readonly string[], portalAt: () => PortalProcess) {
  let portal = portalAt()
  await portal.isReady()
  const desks = files.map((file) => startDesk(file, portal.url, 'work'))
  for (let n = 0; n < kills; n++) {
    await Promise.all(desks.map((desk) => desk.hasBegun()))
    await pause(Math.random() * 900)
    if (n % 3 === 2) {
      await kill(portal.child)
      portal = portalAt()
      await portal.isReady()
    } else {
      const at = n % 2
      await kill(desks[at]?.child ?? portal.child)
      desks[at] = startDesk(files[at] ?? '', portal.url, 'work')
    }
  }
  for (const desk of desks) await kill(desk.child)
  const settle = () =>
    Promise.all(files.map((file) => startDesk(file, portal.url, 'settle').ended()))
  // The first time each sends what it has, the second time each hears what the other sent.
  await settle()
  const told = await settle()
  await kill(portal.child)
  return told
}

/** What the portal holds, in the words in which a desk tells it. */
async function atPortal({ open }: Place) {
  const database = await open()
  const found = await database.inSchool(schoolId, async (tx) => ({
    rows: await rowsOf<{ id: string; note: string | null; seq: number }>(
      tx,
      sql`SELECT id, fields ->> 'note' AS note, seq FROM sync_rows
          WHERE tbl = 'pupils' AND gone IS NULL ORDER BY id`,
    ),
    ops: await rowsOf<{ op_id: string }>(tx, sql`SELECT op_id FROM sync_ops`),
  }))
  await database.close()
  const rows = found.rows.map(({ id, note, seq }) => ({ id, note, _seq: Number(seq) }))
  return {
    rows: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    ops: found.ops.map(({ op_id }) => op_id).toSorted(),
  }
}

async function survives(place: Place) {
  const desks = await twoDesks(place)
  const port = await freePort()
  process.env.PORTAL_KEY = Buffer.alloc(32, 7).toString('base64')
  const files = desks.map(({ file }) => file)
  const told = await killAtRandom(files, () => startPortal({ port, ...place }))
  const portal = await atPortal(place)
  for (const desk of desks) desk[Symbol.dispose]()

  assert.deepEqual(
    told.map(({ rows, waiting, health }) => ({ rows, waiting, health })),
    told.map(() => ({ rows: portal.rows, waiting: 0, health: 'ok' })),
  )
  // Each operation once: what desks had confirmed is what the portal did.
  const sent = told.flatMap(({ sent }) => sent).toSorted()
  assert.deepEqual(sent, portal.ops)
}

describe(`desks and a portal that are killed ${kills} times`, { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'balie-sync-kills-'))
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('rows 1 and 2: end with the same rows, each operation once (PGlite)', async () => {
    const data = join(folder, 'database')
    const open = () => openPglite({ folder: data, migrations: portalMigrations })
    await survives({ databaseUrl: null, folder, open })
  })

  const skip = postgresBin() === null && 'PostgreSQL is not installed: apt-get install postgresql'
  it('rows 1 and 2: end with the same rows, each operation once (PostgreSQL)', {
    skip,
  }, async () => {
    const cluster = await startCluster({ isDurable: true })
    const databaseUrl = cluster.newDatabase()
    const open = () => openPostgres(databaseUrl, portalMigrations)
    await survives({ databaseUrl, folder: join(folder, 'other'), open }).finally(() =>
      cluster.stop(),
    )
  })
})
