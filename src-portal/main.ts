import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { startTidying } from './accounts/housekeeping.ts'
import { tellOfMail } from './accounts/office/tell-of-mail.ts'
import { forgetOldDrafts } from './children/tabs/drafts.ts'
import { backUp, restore } from './platform/backup.ts'
import { type Configuration, readConfiguration } from './platform/configuration.ts'
import { lockFolder } from './platform/folder-lock.ts'
import { startMailSender } from './platform/mail-sender.ts'
import { startNewEpoch } from './platform/new-epoch.ts'
import { openPglite } from './platform/open-pglite.ts'
import { openPostgres } from './platform/open-postgres.ts'
import type { PortalDatabase } from './platform/portal-database.ts'
import { readPortalKey } from './platform/portal-key.ts'
import type { PortalParts } from './platform/portal-parts.ts'
import { createSecrets } from './platform/secrets.ts'
import { createSmsGateway } from './platform/sms.ts'
import { createPortal, portalParts } from './portal.ts'
import { makeFoundingCode } from './sync/found-school.ts'

// npm run portal              serves
// npm run portal -- invite    prints a code with which one school may move in
// npm run portal -- backup FILE, restore FILE
// npm run portal -- epoch     after the database was put back by other means than restore

const migrations = join(import.meta.dirname, 'platform/migrations')
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

/** What went wrong while nobody waited for it; of the error only its kind, which names nobody. */
function tellTrouble(what: string, error: unknown) {
  const { name, code } = Object(error)
  say({ event: 'trouble', what, error: String(code ?? name ?? 'unknown') })
}

async function openDatabase(configuration: Configuration): Promise<PortalDatabase> {
  const { DATABASE_URL, DATA_FOLDER } = configuration
  if (DATABASE_URL) return openPostgres(DATABASE_URL, migrations, tellTrouble)
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
  const { HOST, PORT, TRUST_PROXY, PORTAL_KEY, DATA_FOLDER } = configuration
  const { publicUrl, SMS_URL, SMS_TOKEN } = configuration
  const database = await openDatabase(configuration)
  const tls = readTls(configuration)
  const given = {
    database,
    key: readPortalKey(PORTAL_KEY, DATA_FOLDER),
    now: Date.now,
    publicUrl,
    sms: SMS_URL ? createSmsGateway(SMS_URL, SMS_TOKEN) : null,
    log: process.stdout,
    trustsProxy: TRUST_PROXY,
    ...(tls && { tls }),
  }
  const app = await createPortal(given)
  const stopMail = await startMail(configuration, portalParts(given))
  const forgetting = setInterval(() => void forgetOldDrafts(portalParts(given)), 3_600_000)
  const stopTidying = startTidying(portalParts(given), tellTrouble)
  await app.listen({ host: HOST, port: PORT })
  say({ event: 'listening', url: publicUrl, database: database.kind })
  const stop = async () => {
    say({ event: 'stopping' })
    stopTidying()
    clearInterval(forgetting)
    await app.close()
    await stopMail()
    await database.close()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function readTls({ TLS_CERTIFICATE, TLS_KEY }: Configuration) {
  if (!TLS_CERTIFICATE || !TLS_KEY) return null
  return { cert: readFileSync(TLS_CERTIFICATE, 'utf8'), key: readFileSync(TLS_KEY, 'utf8') }
}

async function startMail({ SMTP_URL, MAIL_FROM }: Configuration, parts: PortalParts) {
  if (SMTP_URL) return startMailSender(parts, { url: SMTP_URL, from: MAIL_FROM }, tellOfMail(parts))
  say({ event: 'mail-waits', message: 'SMTP_URL is not set: mail waits in the queue.' })
  return async () => {}
}

/** After the database itself was put back from a copy: desks then give back what it has forgotten. */
async function epoch(configuration: Configuration) {
  const database = await openDatabase(configuration)
  say({ event: 'done', schools: await database.acrossSchools(startNewEpoch) })
  await database.close()
}

async function invite(configuration: Configuration) {
  const database = await openDatabase(configuration)
  const code = await makeFoundingCode({ database, now: Date.now })
  process.stdout.write(`${code}\n`)
  await database.close()
}

/** The key is the portal's own: who has the file alone has nothing, who has no key has no backup. */
function withFile(work: typeof backUp) {
  return async (configuration: Configuration) => {
    const [, file] = process.argv.slice(2)
    if (!file) throw new Error('Which file?')
    const { PORTAL_KEY, DATA_FOLDER } = configuration
    const secrets = createSecrets(readPortalKey(PORTAL_KEY, DATA_FOLDER))
    const database = await openDatabase(configuration)
    try {
      say({ event: 'done', rows: await work({ database, secrets }, file) })
    } finally {
      await database.close()
    }
  }
}

const commands = { serve, invite, epoch, backup: withFile(backUp), restore: withFile(restore) }
const [name = 'serve'] = process.argv.slice(2)
const command = commands[name as keyof typeof commands]
try {
  if (!command) throw new Error(`npm run portal -- ${Object.keys(commands).join('|')}`)
  await command(readConfiguration(process.env))
} catch (error) {
  say({ event: 'failed', message: error instanceof Error ? error.message : 'unknown' })
  process.exitCode = 1
}
