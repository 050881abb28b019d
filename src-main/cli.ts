import { join } from 'node:path'
import { runCli } from './cli/run-cli.ts'
import { serveSchool } from './serve-school.ts'
import { syncedTables } from './synced-tables.ts'

// The door for scripts: what the window asks of the services, asked from a command line. Plain Node
// runs it, from these sources or as one bundle (resources/setup/cli.ts).

const here = import.meta.dirname
const isBundle = !import.meta.filename.endsWith('.ts')

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  house: {
    tables: syncedTables,
    serve: serveSchool,
    migrationsFolder: join(here, isBundle ? 'migrations' : 'platform/migrations'),
  },
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
})
