import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Context } from '../../src-main/platform/database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { createSyncRunner } from '../../src-main/sync/sync-runner.ts'
import { createSync } from '../../src-main/sync/sync-service.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { aFirstDesk, noor } from './desk-school.ts'
import { aSyncedDesk, fetchFrom, type SyncedDesk } from './test-desk.ts'
import { aHub, heidi } from './test-hub.ts'

type Hub = Awaited<ReturnType<typeof aHub>>

/** The runner and the service of a desk; its network is cut and mended by the test. */
function aRunner(hub: Hub, desk: SyncedDesk) {
  const network = { isCut: false }
  const wipes: unknown[] = []
  const told = { status: 0, lease: 0, shred: 0 }
  const pokes: (() => void)[] = []
  const through = fetchFrom(hub.app)
  const send: typeof through = (url, init) =>
    network.isCut ? Promise.reject(new Error('no network')) : through(url, init)
  const onStatus = () => void told.status++
  const runner = createSyncRunner({
    database: desk.database,
    send,
    listen: (_at, onText, signal) =>
      new Promise((resolve) => {
        pokes.push(() => onText('event: poke\ndata: {"seq":1}\n\n'))
        signal.addEventListener('abort', () => resolve())
      }),
    now: () => new Date(hub.clock.now + desk.desk.clockOff).toISOString(),
    random: () => 0,
    onSaved: () => {},
    onStatus,
    onWipe: (receipt) => wipes.push(receipt),
    onLeaseOver: () => void told.lease++,
    onShred: () => void told.shred++,
  })
  const service = createSync({
    ...{ database: desk.database, runner, send, onStatus },
    isPractice: () => false,
  })
  const db = desk.database().read as never
  const caller = { staffId: heidi, now: new Date(hub.clock.now).toISOString() } as Context
  return {
    runner,
    service,
    network,
    wipes,
    told,
    pokes,
    status: () => service.status(db, {}, caller),
    db,
    caller,
    [Symbol.dispose]: () => runner.end(),
  }
}

async function until(isSo: () => boolean) {
  for (let turn = 0; turn < 200 && !isSo(); turn++) await sleep(25)
  assert.ok(isSo(), 'it did not come to that')
}

onOneDatabase('the rounds of a desk', (open) => {
  it('sends what is written by itself, and says so', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using runner = aRunner(hub, first)
    runner.runner.begin(0)
    await until(() => runner.status().standing === 'current')

    first.write((db) => db.save(pupils, { ...noor, note: 'vanzelf' }))
    runner.runner.saved()

    const log = () => runner.service.log(runner.db, {}, runner.caller)
    await until(() => log().length > 0)
    assert.equal(first.waiting(), 0)
    assert.deepEqual(
      log().map(({ sent, code }) => ({ sent, code })),
      [{ sent: 1, code: null }],
    )
  })

  it('keeps what waits while the network is gone, and goes on when it is back', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using runner = aRunner(hub, first)
    runner.network.isCut = true
    first.write((db) => db.save(pupils, { ...noor, note: 'onderweg' }))
    runner.runner.begin(0)
    await until(() => runner.status().standing === 'away')
    const away = runner.status()

    runner.network.isCut = false
    runner.runner.now()

    await until(() => runner.status().standing === 'current')
    assert.equal(away.waiting, 1)
    assert.equal(runner.status().waiting, 0)
  })

  it('asks at once when the portal says that something happened', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    using runner = aRunner(hub, second)
    runner.runner.begin(0)
    await until(() => runner.status().standing === 'current' && runner.pokes.length > 0)

    first.write((db) => db.save(pupils, { ...noor, note: 'van ver' }))
    await first.sync()
    for (const poke of runner.pokes) poke()

    await until(() => Object(second.rows('pupils')[0]).note === 'van ver')
  })

  it('row 12: lets who looks after the computers see, let in and block; a blocked one is told to wipe itself', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    using office = aRunner(hub, first)
    using laptop = aRunner(hub, second)
    office.runner.begin(0)
    await until(() => office.status().standing === 'current')

    const code = await office.service.addDevice(
      office.db,
      { staffId: heidi as never },
      office.caller,
    )
    await office.service.blockDevice(
      office.db,
      { device: second.joined.device, collects: false },
      office.caller,
    )
    laptop.runner.begin(0)
    await until(() => laptop.wipes.length === 1)
    const listed = await office.service.devices(office.db, {}, office.caller)

    assert.ok(code.ok && /^(\w{4}-)+\w+$/.test(code.value.code))
    assert.ok(listed.ok)
    const blocked = listed.value.map(({ revokedAt, isThis }) => [revokedAt !== null, isThis])
    assert.deepEqual(blocked, [
      [false, true],
      [true, false],
    ])
  })

  it('row 12: collects what a blocked computer has not sent, shows it nothing, and then has it wiped', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    using office = aRunner(hub, first)
    using laptop = aRunner(hub, second)
    office.runner.begin(0)
    await until(() => office.status().standing === 'current')
    second.write((db) => db.save(pupils, { ...noor, note: 'nog niet verstuurd' }))
    const asked = { device: second.joined.device, collects: true }
    await office.service.blockDevice(office.db, asked, office.caller)

    laptop.runner.begin(0)
    await until(() => laptop.wipes.length === 1)

    const [held] = await hub.database.inSchool(hub.schoolId, (tx) =>
      rowsOf<{ n: number; note: string | null }>(
        tx,
        sql`SELECT (SELECT count(*)::int FROM quarantined_ops) AS n,
              (SELECT fields ->> 'note' FROM sync_rows WHERE tbl = 'pupils') AS note`,
      ),
    )
    assert.deepEqual(held, { n: 1, note: null })
    assert.equal(second.waiting(), 0)
  })

  it('puts back a value that lost, as a change of whoever asks', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    hub.clock.now += 60_000
    first.write((db) => db.save(pupils, { ...noor, note: 'verloren' }))
    hub.clock.now += 60_000
    second.write((db) => db.save(pupils, { ...noor, note: 'gewonnen' }))
    await second.sync()
    await first.sync()
    using runner = aRunner(hub, first)
    const [notice] = runner.service.notices(runner.db, {}, runner.caller)

    const answer = first.write((db) =>
      runner.service.restore(db, { id: notice?.id ?? '' }, runner.caller),
    )

    assert.equal(notice?.subject, 'Noor de Boer')
    assert.deepEqual([notice?.lost, notice?.kept], ['verloren', 'gewonnen'])
    assert.deepEqual(answer, { ok: true, value: null })
    assert.equal(Object(first.rows('pupils')[0]).note, 'verloren')
    assert.equal(runner.status().notices, 0)
  })

  it('row 12: lets nobody go on after the lease, whatever the clock says, until the portal is heard', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using runner = aRunner(hub, first)
    runner.network.isCut = true
    const before = await runner.runner.mayEnter()
    first.desk.clockOff = 15 * 86_400_000
    runner.runner.begin(0)
    await until(() => runner.told.lease === 1)
    runner.runner.end()
    first.desk.clockOff = 0
    const clockSetBack = await runner.runner.mayEnter()
    runner.network.isCut = false

    assert.deepEqual([before, clockSetBack, await runner.runner.mayEnter()], [true, false, true])
  })

  it('row 12: has the key destroyed two weeks after the lease, and not by one clock that jumps', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using runner = aRunner(hub, first)
    runner.network.isCut = true
    const day = 86_400_000
    const shredAfter = async (days: number) => {
      first.desk.clockOff = days * day
      await runner.runner.mayEnter()
      return runner.told.shred
    }

    const told = [await shredAfter(13), await shredAfter(400), await shredAfter(413)]

    assert.deepEqual([...told, await shredAfter(415)], [0, 0, 0, 1])
  })
})
