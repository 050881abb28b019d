import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { officeScope, ownScope, pupilsScope, schoolScope } from '#shared/sync/scopes.ts'
import { newId } from '../../src-main/platform/ids.ts'
import { appliedMigrations } from '../../src-main/platform/migrate.ts'
import { openDatabase, type SchoolDatabase } from '../../src-main/platform/open-database.ts'
import {
  askToJoin,
  holdEverything,
  keepJoined,
  makeDeviceKeys,
} from '../../src-main/sync/join-portal.ts'
import { rejoinPortal } from '../../src-main/sync/join-service.ts'
import { createPortalConnection, type Fetch } from '../../src-main/sync/portal-connection.ts'
import { createSyncEngine } from '../../src-main/sync/sync-engine.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { makeEnrolCode } from '../../src-portal/sync/devices.ts'
import { makeFoundingCode } from '../../src-portal/sync/found-school.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'
import type { aHub } from './test-hub.ts'
import { heidi } from './test-hub.ts'

export const url = 'http://portal.test'

/** The portal without a network between: every request is answered by the server in this process. */
export function fetchFrom(app: FastifyInstance): Fetch {
  return async (address, { method, headers, body }) => {
    const answer = await app.inject({
      method: method === 'GET' ? 'GET' : 'POST',
      url: address.slice(url.length),
      headers,
      ...(body && { payload: Buffer.from(body) }),
    })
    const isPacked = answer.headers['content-encoding'] === 'gzip'
    const bytes = isPacked ? gunzipSync(answer.rawPayload) : answer.rawPayload
    return {
      status: answer.statusCode,
      headers: new Map(
        Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      ),
      bytes: new Uint8Array(bytes),
    }
  }
}

export type SyncedDesk = Awaited<ReturnType<typeof aSyncedDesk>>
type Hub = Awaited<ReturnType<typeof aHub>>
type Wanted = {
  readonly hub: Hub
  /** Null founds the school; a member of staff joins it. */
  readonly joins: string | null
  readonly send?: Fetch
  /** What the desk has before it founds the school. */
  readonly before?: (database: SchoolDatabase) => void
  /** Milliseconds that its clock is off. */
  readonly clockOff?: number
  readonly makeId?: () => string
  /** The desk says that its file has no more migrations than this. */
  readonly schema?: number
  /** On a real disk: for who measures. The others need no file that outlives a power cut. */
  readonly isOnDisk?: boolean
  /** Sees the file each time that it is opened. */
  readonly onOpen?: (database: SchoolDatabase) => void
}

/** A folder in memory where the system has one: waiting for a disk proves nothing here. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

let prepared: string | null = null

/** Making the tables takes longer than most tests; so it is done once, and the file is copied. */
function emptyFile() {
  if (prepared) return prepared
  const folder = mkdtempSync(join(tmpdir(), 'balie-empty-'))
  prepared = join(folder, 'school.db')
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const now = () => new Date(0).toISOString()
  const options = { file: prepared, key: Buffer.from(testKey), tables: syncedTables }
  openDatabase({ ...options, migrationsFolder, now, newId, onSaved: () => {} }).close()
  return prepared
}

/** A real encrypted file with the real engine; `sync()` is one round. */
export async function aSyncedDesk({
  hub,
  joins,
  send = fetchFrom(hub.app),
  before,
  clockOff = 0,
  makeId = newId,
  isOnDisk = false,
  schema = Number.POSITIVE_INFINITY,
  onOpen = () => {},
}: Wanted) {
  const folder = mkdtempSync(join(isOnDisk ? tmpdir() : memory, 'balie-sync-'))
  const file = join(folder, 'school.db')
  copyFileSync(emptyFile(), file)
  const announced: string[][] = []
  const desk = { clockOff, schema }
  const now = () => new Date(hub.clock.now + desk.clockOff).toISOString()
  function open() {
    const opened = openDatabase({
      ...{ file, key: Buffer.from(testKey), tables: syncedTables, migrationsFolder, now },
      newId: makeId,
      onSaved: (changed) => void announced.push([...changed.keys()]),
    })
    onOpen(opened)
    return opened
  }
  let database = open()
  before?.(database)
  const keys = makeDeviceKeys()
  const joined = await join_()
  if (!joined) throw new Error('The portal did not let the desk in')
  keepJoined(database.sqlite, { url, keys, joined })
  if (joins === null) {
    holdEverything(database.sqlite, [
      schoolScope,
      pupilsScope,
      officeScope,
      ownScope(joined.staffId),
    ])
  }

  async function join_() {
    if (joins === null) {
      const code = await makeFoundingCode(hub.parts)
      const school = { id: hub.schoolId, name: 'De Linde', country: 'nl', language: 'nl' } as const
      const body = {
        code,
        school,
        staffId: heidi,
        publicKey: keys.publicKey,
        deviceName: 'Balie 1',
      }
      return askToJoin(send, { url, path: 'found' }, body)
    }
    const code = await makeEnrolCode(hub.parts, hub.schoolId, joins)
    return askToJoin(
      send,
      { url, path: 'enrol' },
      { code, publicKey: keys.publicKey, deviceName: 'Laptop' },
    )
  }

  function engine() {
    const state = createSyncState(database.sqlite)
    const connection = createPortalConnection(send, {
      url,
      device: state.get('device') ?? '',
      privateKey: state.get('deviceKey') ?? '',
    })
    return createSyncEngine({
      sqlite: database.sqlite,
      state,
      connection,
      schema: Math.min(desk.schema, appliedMigrations(database.sqlite)),
      now,
      onSaved: (changed) => void announced.push([...changed.keys()]),
    })
  }

  let current = engine()
  return {
    file,
    joined,
    announced,
    desk,
    database: () => database,
    sync: (options?: { wantsSums?: boolean }) => current.round(options),
    /** As after a crash: everything that was only in memory is gone. */
    restart(meanwhile?: () => void) {
      database.close()
      meanwhile?.()
      database = open()
      current = engine()
    },
    /** With a code of the office, as a desk does whose file is a copy. */
    async rejoin() {
      const staffId = createSyncState(database.sqlite).get('staffId') ?? ''
      const code = await makeEnrolCode(hub.parts, hub.schoolId, staffId)
      const answer = await rejoinPortal(database, send, code)
      if (!answer.ok) throw new Error(answer.refusal)
      current = engine()
    },
    write: (work: Parameters<SchoolDatabase['write']>[1], staffId: string = joined.staffId) =>
      database.write({ staffId, path: 'test.write' }, work),
    rows: (table: string) => database.sqlite.prepare(`SELECT * FROM "${table}" ORDER BY id`).all(),
    waiting: () => database.sqlite.prepare('SELECT count(*) FROM outbox').pluck().get(),
    [Symbol.dispose]() {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
