import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { newId } from '../../src-main/platform/ids.ts'
import { appliedMigrations } from '../../src-main/platform/migrate.ts'
import { openDatabase, type SchoolDatabase } from '../../src-main/platform/open-database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { makeSchoolKey } from '../../src-main/sync/field-seal.ts'
import { joinSchoolFile } from '../../src-main/sync/join-school-file.ts'
import { closeKey, makeSecret, splitCode, wholeCode } from '../../src-main/sync/key-handover.ts'
import { createPortalConnection } from '../../src-main/sync/portal-connection.ts'
import { createSyncEngine } from '../../src-main/sync/sync-engine.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { keepUnsent } from '../../src-main/sync/unsent/keep-unsent.ts'
import { syncedTables } from '../../src-main/synced-tables.ts'
import { migrationsFolder, testKey } from '../builders/test-file.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { aFirstDesk, noor } from './desk-school.ts'
import { fetchFrom, type SyncedDesk, url } from './test-desk.ts'
import { aHub, heidi, schoolId } from './test-hub.ts'

type Hub = Awaited<ReturnType<typeof aHub>>

/** A computer without a school, and the form of the first run. */
function aNewComputer(hub: Hub) {
  const folder = mkdtempSync(join(tmpdir(), 'balie-join-'))
  const file = join(folder, 'school.db')
  let opened: SchoolDatabase | null = null
  const now = () => new Date(hub.clock.now).toISOString()
  const open = (name: string, key: Uint8Array) => {
    const options = { tables: syncedTables, migrationsFolder, now, newId, onSaved: () => {} }
    opened = openDatabase({ file: name, key, ...options })
  }
  const close = () => opened?.close()
  const database = () => {
    if (!opened) throw new Error('No school is open')
    return opened
  }
  const through = fetchFrom(hub.app)
  return {
    file,
    open: () => open(file, testKey),
    database,
    close,
    join: (code: string, address = 'portal.test', oldKey: Uint8Array | null = null) =>
      joinSchoolFile({
        file,
        key: testKey,
        oldKey,
        url: address,
        code,
        password: 'drie blauwe fietsen',
        open,
        close,
        database,
        send: (at, init) => through(at.replace('https://portal.test', url), init),
        now,
        onProgress: () => {},
      }),
    [Symbol.dispose]() {
      close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A code for one more computer of the office, as the sync screen makes it. */
async function aCodeOf(hub: Hub, desk: SyncedDesk, schoolKey: string) {
  const state = createSyncState(desk.database().sqlite)
  const connection = createPortalConnection(fetchFrom(hub.app), {
    url,
    device: desk.joined.device,
    privateKey: state.get('deviceKey') ?? '',
  })
  const secret = makeSecret()
  const sealedKey = closeKey(schoolKey, { secret, schoolId })
  return wholeCode(await connection.deviceCode({ staffId: heidi, sealedKey }), secret)
}

onOneDatabase('one more computer', (open) => {
  it('has the school as soon as the school itself is in, and the key that no portal sees', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    const key = makeSchoolKey()
    createSyncState(first.database().sqlite).set('schoolKey', key)
    first.write((db) =>
      db.save(pupils, { ...noor, nationalNumber: '999990007', nationalNumberKind: 'bsn' }),
    )
    await first.sync()
    using computer = aNewComputer(hub)

    const answer = await computer.join(await aCodeOf(hub, first, key))
    computer.open()

    const state = createSyncState(computer.database().sqlite)
    assert.deepEqual(answer, { ok: true, value: { schoolName: 'De Linde', userName: 'heidi' } })
    assert.equal(state.get('schoolKey'), key)
  })

  it('is let in by a code once, and by no other; nothing is left of a try that failed', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    const code = await aCodeOf(hub, first, makeSchoolKey())
    using one = aNewComputer(hub)
    using two = aNewComputer(hub)
    await one.join(code)

    const again = await two.join(code)
    const plain = await two.join(code, 'http://portal.test')

    assert.deepEqual(again, { ok: false, refusal: 'sync.code' })
    assert.deepEqual(plain, { ok: false, refusal: 'sync.address' })
    assert.equal(existsSync(two.file), false)
    assert.equal(splitCode(code).portalCode.length, 14)
  })

  it('row 14: has the unsent work of a file that was damaged, once it joins anew', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    const schoolKey = makeSchoolKey()
    using computer = aNewComputer(hub)
    await computer.join(await aCodeOf(hub, first, schoolKey))
    computer.open()
    await firstRound(hub, computer.database())
    const { sqlite } = computer.database()
    const unsent = keepUnsent({ sqlite, file: computer.file, key: testKey })
    for (const note of ['eerst', 'nooit verstuurd']) {
      computer
        .database()
        .write({ staffId: heidi, path: 'test' }, (db) => db.save(pupils, { ...noor, note }))
      unsent.saved()
    }
    sqlite.close()
    for (const end of ['-wal', '-shm']) rmSync(computer.file + end, { force: true })
    const bytes = readFileSync(computer.file)
    writeFileSync(computer.file, bytes.fill(7, 4096, 4096 * 3))

    assert.throws(() => {
      computer.open()
      computer.database().sqlite.prepare('SELECT * FROM sqlite_master').all()
    })
    computer.close()
    rmSync(computer.file)
    const joined = await computer.join(await aCodeOf(hub, first, schoolKey), undefined, testKey)
    await first.sync()

    assert.equal(joined.ok, true)
    assert.equal(Object(first.rows('pupils')[0]).note, 'nooit verstuurd')
    assert.equal(existsSync(`${computer.file}.unsent`), false)
  })
})

/** Everything that the joining itself left for later. */
async function firstRound(hub: Hub, { sqlite }: SchoolDatabase) {
  const state = createSyncState(sqlite)
  const connection = createPortalConnection(fetchFrom(hub.app), {
    ...{ url, device: state.get('device') ?? '', privateKey: state.get('deviceKey') ?? '' },
  })
  const now = () => new Date(hub.clock.now).toISOString()
  const schema = appliedMigrations(sqlite)
  await createSyncEngine({ sqlite, state, connection, schema, now, onSaved: () => {} }).round()
}
