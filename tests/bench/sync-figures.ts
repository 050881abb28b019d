import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { schemaWindow } from '#shared/sync/schema-window.ts'
import { pupilsScope } from '#shared/sync/scopes.ts'
import { protocolVersion } from '#shared/sync/sync-protocol.ts'
import { connect } from '../../src-main/platform/connection.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { createPortalConnection, type Fetch } from '../../src-main/sync/portal-connection.ts'
import { systemFetch } from '../../src-main/sync/portal-fetch.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { openPostgres } from '../../src-portal/platform/open-postgres.ts'
import { testKey } from '../builders/test-file.ts'
import {
  openTestPglite,
  portalMigrations,
  postgresBin,
  startCluster,
} from '../portal/test-databases.ts'
import { aFirstDesk, noor } from '../sync/desk-school.ts'
import { aSyncedDesk, url } from '../sync/test-desk.ts'
import { aHub, heidi, schoolId } from '../sync/test-hub.ts'
import { against, type Figure, within } from './figure.ts'

const rows = 100_000
const edits = 10_000
const kilobyte = 1000

/** Loading, sending and asking over loopback, against a real PostgreSQL where there is one. */
export async function syncFigures(): Promise<readonly Figure[]> {
  const cluster = postgresBin() ? await startCluster() : null
  const database = cluster
    ? await openPostgres(cluster.newDatabase(), portalMigrations)
    : await openTestPglite()
  const hub = await aHub(database)
  await hub.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = hub.app.server.address() as AddressInfo
  const wire: Wire = { up: 0, down: 0, asked: [] }
  const send = loopback(`http://127.0.0.1:${port}`, wire)
  try {
    using first = await aFirstDesk(hub)
    await fillHub(hub)
    using desk = await aSyncedDesk({ hub, joins: heidi, send, isOnDisk: true })
    const load = await loadFigures(desk, wire, send)
    const push = await pushFigures(desk, wire)
    const empty = await emptyFigures(desk, wire, send)
    return first.waiting() === 0 ? [...load, ...push, ...empty] : []
  } finally {
    await hub.app.close()
    await database.close()
    cluster?.stop()
  }
}

type Asked = Parameters<Fetch>
type Wire = { up: number; down: number; asked: Asked[] }
type Desk = Awaited<ReturnType<typeof aSyncedDesk>>

/** Counts bytes as they travel. */
function loopback(origin: string, wire: Wire): Fetch {
  return async (address, init) => {
    const answer = await systemFetch(origin + address.slice(url.length), init)
    wire.up += init.body?.length ?? 0
    // Unpacked by fetch; what travelled is told by the header.
    wire.down += Number(answer.headers.get('content-length') ?? answer.bytes.length)
    if (address.endsWith('/snapshot')) wire.asked.push([address, init])
    return answer
  }
}

/** Rows of about a hundred bytes, as the prototype had them (sync.md 5). */
async function fillHub({ database }: Awaited<ReturnType<typeof aHub>>) {
  await database.inSchool(schoolId, (tx) =>
    tx.execute(sql`
      INSERT INTO sync_rows (school_id, tbl, id, fields, born, stamps, seq, scopes)
      SELECT ${schoolId}::uuid, 'pupils', 'p' || lpad(n::text, 20, '0'), jsonb_build_object(
          'id', 'p' || lpad(n::text, 20, '0'), 'firstName', 'Voornaam' || n, 'lastName', 'Achternaam' || (n % 977),
          'sex', 'female', 'homeLanguages', '["nl"]', 'yearGrade', '3', 'note', 'Straat ' || n || ' in plaats ' || (n % 89),
          'email', 'kind' || n || '@example.org', 'protectionLevel', 0),
        '019a00000000-0000-0001', '{}', 3, ARRAY[${pupilsScope}]
      FROM generate_series(1, ${sql.raw(String(rows))}) AS n`),
  )
  await database.inSchool(schoolId, (tx) => tx.execute(sql`UPDATE sync_clocks SET seq = 3`))
}

async function loadFigures(desk: Desk, wire: Wire, send: Fetch): Promise<readonly Figure[]> {
  Object.assign(wire, { up: 0, down: 0, asked: [] })
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const since = performance.now()
  const round = await desk.sync()
  const spent = performance.now() - since
  const grown = (process.memoryUsage().rss - before) / 1_000_000
  if (!round.ok || desk.rows('pupils').length < rows) throw new Error('The load is not whole')
  const { down } = wire
  const floor = await bareFloor([...wire.asked], send)
  return [
    against('sync load of 100,000 rows', 'ms', spent, floor, 1.6),
    within('sync load on the wire, kB', 'rows', down / kilobyte, 4500),
    within('sync load memory grown, MB', 'rows', grown, 150),
  ]
}

/** What nobody can do without: fetch, parse, insert into an encrypted file, page by page. */
async function bareFloor(asked: readonly Asked[], send: Fetch) {
  const folder = mkdtempSync(join(tmpdir(), 'balie-floor-'))
  const sqlite = connect({ file: join(folder, 'floor.db'), key: testKey })
  const names = Array.from({ length: 28 }, (_, index) => `c${index}`)
  sqlite.exec(
    `CREATE TABLE p (${names.map((name) => `${name} ${name === 'c1' ? 'PRIMARY KEY' : ''}`).join()})`,
  )
  const insert = sqlite.prepare(
    `INSERT INTO p VALUES (${names.map(() => '?').join()}) ON CONFLICT (c1) DO UPDATE SET c2 = excluded.c2`,
  )
  const since = performance.now()
  for (const [address, init] of asked) {
    const { bytes } = await send(address, init)
    const lines = Buffer.from(bytes).toString('utf8').split('\n')
    sqlite.exec('BEGIN IMMEDIATE')
    for (const line of lines) {
      const row: unknown = JSON.parse(line)
      if (!Array.isArray(row)) continue
      insert.run(...names.map((_, index) => row[index] ?? null))
    }
    sqlite.exec('COMMIT')
  }
  const spent = performance.now() - since
  sqlite.close()
  rmSync(folder, { recursive: true, force: true })
  return spent
}

async function pushFigures(desk: Desk, wire: Wire): Promise<readonly Figure[]> {
  const ids = desk.database().sqlite.prepare('SELECT id FROM pupils LIMIT ?').pluck().all(edits)
  desk.write((db) => {
    for (const id of ids) db.save(pupils, { ...noor, id: id as never, note: randomUUID() })
  })
  desk.database().sqlite.exec("DELETE FROM outbox WHERE field <> 'note'")
  Object.assign(wire, { up: 0, down: 0, asked: [] })
  const since = performance.now()
  const round = await desk.sync()
  const spent = performance.now() - since
  if (!round.ok || desk.waiting() !== 0) throw new Error('Not everything was sent')
  return [
    within('sync push of 10,000 edits', 'ms', spent, 2000),
    within('sync push on the wire, kB', 'rows', (wire.up + wire.down) / kilobyte, 500),
  ]
}

/** Twenty of each; a pull alone is what the protocol's own figure is about (sync.md 5). */
async function emptyFigures(desk: Desk, wire: Wire, send: Fetch): Promise<readonly Figure[]> {
  await desk.sync()
  const round = await medianOf(wire, () => desk.sync())
  const state = createSyncState(desk.database().sqlite)
  const [device, privateKey] = [state.get('device') ?? '', state.get('deviceKey') ?? '']
  const connection = createPortalConnection(send, { url, device, privateKey })
  const held = desk.database().sqlite.prepare('SELECT scope, version FROM scopesHeld').raw().all()
  const asked = {
    ...{ protocol: protocolVersion, schema: schemaWindow.max, device },
    ...{ epoch: state.get('epoch') ?? '', cursor: state.number('cursor') },
    ...{ scopes: Object.fromEntries(held as [string, number][]), wantsSums: false },
  }
  await connection.pull(asked)
  const pull = await medianOf(wire, () => connection.pull(asked))
  return [
    within('sync round without news', 'ms', round.millis, 20),
    within('sync empty pull', 'ms', pull.millis, 10),
    within('sync empty pull answer, bytes', 'rows', pull.down, 400),
  ]
}

async function medianOf(wire: Wire, ask: () => Promise<unknown>) {
  const times = []
  for (let turn = 0; turn < 20; turn++) {
    Object.assign(wire, { up: 0, down: 0, asked: [] })
    const since = performance.now()
    await ask()
    times.push(performance.now() - since)
  }
  return { millis: times.toSorted((a, b) => a - b)[10] ?? Number.NaN, down: wire.down }
}
