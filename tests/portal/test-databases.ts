import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { openPglite } from '../../src-portal/platform/open-pglite.ts'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { type PortalDatabase, rowsOf } from '../../src-portal/platform/portal-database.ts'

export const portalMigrations = join(import.meta.dirname, '../../src-portal/platform/migrations')

type Suite = (open: () => Promise<PortalDatabase>) => void

/**
 * Runs a suite on PGlite and on a real PostgreSQL of its own. `open` gives an empty, migrated
 * database; all are closed when the suite ends.
 */
export function onEachDatabase(name: string, suite: Suite) {
  describe(`${name} (PGlite)`, () => suite(emptied(openTestPglite)))
  onPostgres(name, suite)
}

/**
 * For suites about what is built upon queries that others try on both: on PostgreSQL, or on PGlite
 * where it is not installed.
 */
export function onOneDatabase(name: string, suite: Suite) {
  if (postgresBin() === null) describe(`${name} (PGlite)`, () => suite(emptied(openTestPglite)))
  else onPostgres(name, suite)
}

function onPostgres(name: string, suite: Suite) {
  const skip = postgresBin() === null && 'PostgreSQL is not installed: apt-get install postgresql'
  describe(`${name} (PostgreSQL)`, { skip }, () => {
    let cluster: Promise<TestCluster> | null = null
    after(async () => (await cluster)?.stop())
    suite(
      closing(async () => {
        cluster ??= startCluster()
        return openPostgres((await cluster).newDatabase(), portalMigrations)
      }),
    )
  })
}

/** Opening a PGlite takes longer than most tests: one that the test before had is emptied instead. */
function emptied(open: () => Promise<PortalDatabase>) {
  const openAnother = closing(open)
  const all: PortalDatabase[] = []
  let free: PortalDatabase[] = []
  beforeEach(() => {
    free = [...all]
  })
  return async () => {
    const known = free.pop()
    if (known) {
      await empty(known)
      return known
    }
    const database = await openAnother()
    // One that a test closes itself, as a portal that stops does, is not used again.
    const reusable = {
      ...database,
      async close() {
        all.splice(all.indexOf(reusable), 1)
        await database.close()
      },
    }
    all.push(reusable)
    return reusable
  }
}

async function empty(database: PortalDatabase) {
  await database.acrossSchools(async (tx) => {
    const [found] = await rowsOf<{ names: string }>(
      tx,
      sql`SELECT string_agg(quote_ident(tablename), ', ') AS names FROM pg_tables WHERE schemaname = 'public'`,
    )
    await tx.execute(sql.raw(`TRUNCATE ${found?.names} RESTART IDENTITY CASCADE`))
  })
}

/** Databases that a test leaves open would keep the process alive. */
function closing(open: () => Promise<PortalDatabase>) {
  const opened: PortalDatabase[] = []
  after(async () => {
    for (const database of opened) await database.close().catch(() => {})
  })
  return async () => {
    const database = await open()
    opened.push(database)
    return database
  }
}

/** What a prepared database depends on: the programs that make it and the tables that it has. */
const preparedKey = createHash('sha256')
  .update(fs.readFileSync('package-lock.json'))
  .update(migrationTexts())
  .digest('hex')
  .slice(0, 16)

function migrationTexts() {
  const names = fs.readdirSync(portalMigrations).filter((name) => name.endsWith('.sql'))
  return names
    .toSorted()
    .map((name) => fs.readFileSync(join(portalMigrations, name), 'utf8'))
    .join('\n')
}

/** Making a data folder and its tables takes seconds, so it is done once and copied. */
export async function openTestPglite(): Promise<PortalDatabase> {
  const file = join(tmpdir(), `balie-pglite-${preparedKey}.tar`)
  if (!fs.existsSync(file)) {
    const fresh = await PGlite.create()
    await migratePglite(drizzle({ client: fresh }), { migrationsFolder: portalMigrations })
    const dump = await fresh.dumpDataDir('none')
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, Buffer.from(await dump.arrayBuffer()))
    fs.renameSync(draft, file)
    await fresh.close()
  }
  const template = new Blob([fs.readFileSync(file)])
  return openPglite({ folder: null, migrations: portalMigrations, template })
}

/** Where Debian, or whoever set `PGBIN`, has the server's programs. */
export function postgresBin(): string | null {
  const { PGBIN } = process.env
  if (PGBIN) return PGBIN
  const root = '/usr/lib/postgresql'
  if (!fs.existsSync(root)) return null
  const [version] = fs.readdirSync(root).toSorted((a, b) => Number(b) - Number(a))
  const bin = join(root, version ?? '', 'bin')
  return fs.existsSync(join(bin, 'initdb')) ? bin : null
}

export type TestCluster = Awaited<ReturnType<typeof startCluster>>

/** A database that has the tables already, of which every other is a copy. */
const pattern = 'pattern'

/** A private PostgreSQL in a temporary folder, on a free port of this computer alone. */
export async function startCluster({ isDurable = false } = {}) {
  const folder = newFolder()
  const data = join(folder, 'data')
  // Its owner is the one who may run the server; a plain copy would be root's.
  execFileSync('cp', ['-a', await preparedData(), data])
  const server = createServer(folder, await freePort(), isDurable)
  server.start()
  let databases = 0

  return {
    /** The address of a new database with the portal's tables and nothing in them. */
    newDatabase() {
      const name = `school${databases++}`
      server.make(name, '-T', pattern)
      return server.address(name)
    },
    /** As a power cut does it. */
    crash: server.crash,
    start: server.start,
    stop() {
      server.crash()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

function newFolder() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'balie-pg-'))
  fs.chmodSync(folder, 0o755)
  if (process.getuid?.() === 0) execFileSync('chown', ['nobody', folder])
  return folder
}

function createServer(folder: string, port: number, isDurable: boolean) {
  const bin = postgresBin()
  if (!bin) throw new Error('PostgreSQL is not installed')
  const data = join(folder, 'data')
  const run = (program: string, args: readonly string[]) =>
    asNobody(folder, join(bin, program), args)
  const careless = isDurable ? '' : '-c fsync=off -c synchronous_commit=off -c full_page_writes=off'
  const options = `-c listen_addresses=127.0.0.1 -p ${port} -c unix_socket_directories=${folder} ${careless}`
  return {
    run,
    start: () =>
      run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']),
    crash: () => run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']),
    make: (name: string, ...more: readonly string[]) =>
      run('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'balie', ...more, name]),
    address: (name: string) => `postgres://balie@127.0.0.1:${port}/${name}`,
  }
}

/** A data folder with the pattern in it, made once and shut down in order. */
async function preparedData(): Promise<string> {
  const ready = join(tmpdir(), `balie-pgdata-${preparedKey}`)
  if (fs.existsSync(ready)) return ready
  const folder = newFolder()
  const data = join(folder, 'data')
  const server = createServer(folder, await freePort(), false)
  const locale = ['-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']
  server.run('initdb', ['-D', data, '-U', 'balie', '-A', 'trust', ...locale])
  server.start()
  server.make(pattern)
  await (await openPostgres(server.address(pattern), portalMigrations)).close()
  server.run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'])
  try {
    fs.renameSync(data, ready)
  } catch {
    // Another test made it at the same moment.
  }
  fs.rmSync(folder, { recursive: true, force: true })
  return ready
}

/** The server refuses to run as root. */
function asNobody(home: string, program: string, args: readonly string[]) {
  const isRoot = process.getuid?.() === 0
  const command = isRoot
    ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', program, ...args]
    : [program, ...args]
  const [file = '', ...rest] = command
  const env = { PATH: process.env.PATH ?? '', HOME: home, LANG: 'C.UTF-8' }
  // Its output goes nowhere: a server that keeps our pipe would never let this call end.
  const { status } = spawnSync(file, rest, { cwd: '/', env, stdio: 'ignore' })
  if (status !== 0) throw new Error(`${program} ended with ${status}`)
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}
