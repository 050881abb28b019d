import { createHash } from 'node:crypto'
import { writeSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../../src-main/platform/ids.ts'
import { appliedMigrations } from '../../src-main/platform/migrate.ts'
import { openDatabase } from '../../src-main/platform/open-database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { createPortalConnection } from '../../src-main/sync/portal-connection.ts'
import { systemFetch } from '../../src-main/sync/portal-fetch.ts'
import { createSyncEngine } from '../../src-main/sync/sync-engine.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'

// The desk that is killed: `work` writes and syncs without end, `settle` syncs until all is quiet and
// says what the file holds. Arguments: file, address of the portal, work or settle.

const [file = '', url = '', task = 'work'] = process.argv.slice(2)
const now = () => new Date().toISOString()
const database = openDatabase({
  ...{ file, key: Buffer.from(testKey), tables: syncedTables, migrationsFolder, now, newId },
  onSaved: () => {},
})
const { sqlite } = database
const state = createSyncState(sqlite)
const engine = createSyncEngine({
  ...{ sqlite, state, schema: appliedMigrations(sqlite), now, onSaved: () => {} },
  connection: createPortalConnection(systemFetch, {
    url,
    device: state.get('device') ?? '',
    privateKey: state.get('deviceKey') ?? '',
  }),
})
/** A portal that was killed is asked again. */
const round = () => engine.round().catch(() => ({ ok: false as const, code: 'away' }))
const say = (text: string) => writeSync(1, `${text}\n`)

function write() {
  const staffId = state.get('staffId') ?? ''
  database.write({ staffId, path: 'chaos' }, (db) => {
    const known = db.select().from(pupils).all()
    const one = known[Math.floor(Math.random() * known.length)]
    if (one) db.save(pupils, { ...one, note: newId() })
  })
}

if (task === 'work') {
  say('working')
  for (;;) {
    for (let n = 0; n < 5; n++) write()
    await round()
  }
}

for (let quiet = 0, tries = 0; quiet < 2 && tries < 200; tries++) {
  const done = await round()
  quiet = done.ok ? quiet + 1 : 0
  if (!done.ok) await pause(100)
}
const rows = sqlite.prepare('SELECT id, note, _seq FROM pupils ORDER BY id').all()
say(
  JSON.stringify({
    rows: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    waiting: sqlite.prepare('SELECT count(*) FROM outbox').pluck().get(),
    sent: sqlite.prepare('SELECT operations FROM outboxArchive').pluck().all().flatMap(opsIn),
    health: sqlite.prepare('PRAGMA integrity_check').pluck().get(),
  }),
)
database.close()

function opsIn(text: unknown): string[] {
  return JSON.parse(String(text)).map((operation: readonly string[]) => operation[1])
}
