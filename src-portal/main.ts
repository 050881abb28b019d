import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { type Configuration, readConfiguration } from './platform/configuration.ts'
import { lockFolder } from './platform/folder-lock.ts'
import { openPglite } from './platform/open-pglite.ts'
import { openPostgres } from './platform/open-postgres.ts'
import type { PortalDatabase } from './platform/portal-database.ts'
import { readPortalKey } from './platform/portal-key.ts'
import { createPortal } from './portal.ts'
import { makeFoundingCode } from './sync/found-school.ts'

// npm run portal              serves
// npm run portal -- invite    prints a code with which one school may move in

const migrations = join(import.meta.dirname, 'platform/migrations')
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function openDatabase(configuration: Configuration): Promise<PortalDatabase> {
  const { DATABASE_URL, DATA_FOLDER } = configuration
  if (DATABASE_URL) return openPostgres(DATABASE_URL, migrations)
  const unlock = lockFolder(DATA_FOLDER)
  const folder = join(DATA_FOLDER, 'database')
  mkdirSync(folder, { recursive: true })
  const database = await openPglite({ folder, migrations })
  return {
    ...database,
    async close() {
      await database.close()
      unlock()
    },
  }
}

async function serve(configuration: Configuration) {
  const { HOST, PORT, TRUST_PROXY, TLS_CERTIFICATE, TLS_KEY, PORTAL_KEY, DATA_FOLDER } =
    configuration
  const database = await openDatabase(configuration)
  const tls =
    TLS_CERTIFICATE && TLS_KEY
      ? { cert: readFileSync(TLS_CERTIFICATE, 'utf8'), key: readFileSync(TLS_KEY, 'utf8') }
      : undefined
  const app = await createPortal({
    database,
    key: readPortalKey(PORTAL_KEY, DATA_FOLDER),
    now: Date.now,
    trustsProxy: TRUST_PROXY,
    ...(tls && { tls }),
  })
  await app.listen({ host: HOST, port: PORT })
  say({ event: 'listening', url: configuration.publicUrl, database: database.kind })
  const stop = async () => {
    say({ event: 'stopping' })
    await app.close()
    await database.close()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

async function invite(configuration: Configuration) {
  const database = await openDatabase(configuration)
  const code = await makeFoundingCode({ database, now: Date.now })
  process.stdout.write(`${code}\n`)
  await database.close()
}

const commands = { serve, invite }
const [name = 'serve'] = process.argv.slice(2)
const command = commands[name as keyof typeof commands]
try {
  if (!command) throw new Error(`npm run portal -- ${Object.keys(commands).join('|')}`)
  await command(readConfiguration(process.env))
} catch (error) {
  say({ event: 'failed', message: error instanceof Error ? error.message : 'unknown' })
  process.exitCode = 1
}
