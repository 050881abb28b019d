import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { it } from 'node:test'
import { sql } from 'drizzle-orm'
import { PupilId } from '#shared/pupils/pupil.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { makeSchoolKey } from '../../src-main/sync/field-seal.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { aFirstDesk, noor } from './desk-school.ts'
import { aSyncedDesk, type SyncedDesk } from './test-desk.ts'
import { aHub, heidi, schoolId } from './test-hub.ts'

type Hub = Awaited<ReturnType<typeof aHub>>

const shownNoor = (desk: SyncedDesk) => Object(desk.rows('pupils')[0])
const atHub = (hub: Hub, query: ReturnType<typeof sql>) =>
  hub.database.inSchool(schoolId, (tx) => rowsOf<Record<string, unknown>>(tx, query))

onOneDatabase('a desk of the portal', (open) => {
  it('stamps by the portal’s clock once it has heard it, with the number it was given', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using slow = await aSyncedDesk({ hub, joins: heidi, clockOff: -2 * 86_400_000 })
    await slow.sync()

    slow.write((db) => db.save(pupils, { ...noor, note: 'met de juiste tijd' }))

    const stamp = String(Object.values(JSON.parse(shownNoor(slow)._v))[0])
    assert.equal(Number.parseInt(stamp.slice(0, 12), 16), hub.clock.now)
    assert.equal(stamp.slice(-4), slow.joined.tag)
    assert.equal(first.waiting(), 0)
  })

  it('sends no national number in clear: without the school’s key it waits', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)

    first.write((db) =>
      db.save(pupils, { ...noor, nationalNumber: '999990007', nationalNumberKind: 'bsn' }),
    )
    await first.sync()

    const [row] = await atHub(hub, sql`SELECT fields FROM sync_rows WHERE tbl = 'pupils'`)
    assert.equal(JSON.stringify(row).includes('999990007'), false)
    assert.equal(first.waiting(), 1)
  })

  it('gives a national number to who has the school’s key, and to nobody between', async () => {
    const hub = await aHub(await open())
    const key = makeSchoolKey()
    using first = await aFirstDesk(hub)
    createSyncState(first.database().sqlite).set('schoolKey', key)
    first.write((db) =>
      db.save(pupils, { ...noor, nationalNumber: '999990007', nationalNumberKind: 'bsn' }),
    )
    await first.sync()
    using other = await aSyncedDesk({ hub, joins: heidi })
    createSyncState(other.database().sqlite).set('schoolKey', key)
    await other.sync()
    using keyless = await aSyncedDesk({ hub, joins: heidi })
    await keyless.sync()

    const everything = await atHub(
      hub,
      sql`SELECT (SELECT json_agg(r) FROM sync_rows r) AS rows, (SELECT json_agg(h) FROM field_history h) AS old`,
    )
    assert.equal(JSON.stringify(everything).includes('999990007'), false)
    assert.equal(shownNoor(other).nationalNumber, '999990007')
    assert.equal(shownNoor(keyless).nationalNumber, null)
  })

  it('row 15: gives back to a portal that was restored what it had confirmed', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    first.write((db) => db.save(pupils, { ...noor, note: 'na de kopie' }))
    await first.sync()
    await second.sync()

    // The portal as it was before the last batch.
    await atHub(
      hub,
      sql`UPDATE sync_rows SET fields = fields || '{"note": null}', stamps = '{}', seq = 1 WHERE tbl = 'pupils'`,
    )
    await atHub(hub, sql`DELETE FROM sync_batches WHERE batch > 1`)
    await atHub(hub, sql`DELETE FROM sync_ops WHERE seq > 1`)
    await atHub(hub, sql`UPDATE devices SET last_batch = 1 WHERE tag = 1`)
    await atHub(
      hub,
      sql`UPDATE sync_clocks SET seq = 1, epoch = '0197c000-0000-4000-8000-00000000eeee'`,
    )
    const round = await first.sync()
    await second.sync()

    assert.deepEqual(round, { ok: true })
    assert.equal(shownNoor(first).note, 'na de kopie')
    assert.equal(shownNoor(second).note, 'na de kopie')
  })

  it('tells in the history of a field what other computers wrote', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()

    first.write((db) => db.save(pupils, { ...noor, note: 'van de ander' }))
    await first.sync()
    await second.sync()

    const told = second
      .database()
      .sqlite.prepare('SELECT path, field, old, new FROM changes JOIN actions ON id = actionId')
      .all()
    assert.deepEqual(told, [
      { path: 'sync.received', field: 'note', old: null, new: '"van de ander"' },
    ])
  })

  it('row 16: notices that its file was put back from a copy, and keeps what waits', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    first.write((db) => db.save(pupils, { ...noor, note: 'in de kopie' }))
    first.database().sqlite.pragma('wal_checkpoint(TRUNCATE)')
    const copy = `${first.file}.copy`
    cpSync(first.file, copy)
    await first.sync()
    hub.clock.now += 1000

    first.restart(() => cpSync(copy, first.file))
    first.write((db) => db.save(pupils, { ...noor, note: 'daarna', email: 'noor@example.org' }))
    const round = await first.sync()
    const kept = first.waiting()
    await first.rejoin()
    await first.sync()

    const [row] = await atHub(hub, sql`SELECT fields FROM sync_rows WHERE tbl = 'pupils'`)
    assert.equal(round.ok ? '' : round.code, 'fork')
    assert.deepEqual([kept, first.waiting()], [2, 0])
    // The portal knows the operation that the copy had sent; this is another one.
    assert.equal(Object(row?.fields).note, 'daarna')
  })

  it('row 23: loads what differs again, and lets go of what the portal no longer has', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    const { sqlite } = second.database()
    sqlite.exec('UPDATE temp.door SET isOpen = 1')
    sqlite.exec('DELETE FROM pupils; UPDATE staff SET _seq = _seq + 1')
    sqlite.exec('UPDATE temp.door SET isOpen = 0')

    await second.sync({ wantsSums: true })
    await second.sync({ wantsSums: true })

    assert.equal(createSyncState(sqlite).number('healed'), 2)
    assert.deepEqual(withoutPlace(second.rows('pupils')), withoutPlace(first.rows('pupils')))
    assert.deepEqual(withoutPlace(second.rows('staff')), withoutPlace(first.rows('staff')))
  })

  it('row 24: starts over when the portal no longer keeps what it missed, with what waits still there', async () => {
    const hub = await aHub(await open())
    using first = await aFirstDesk(hub)
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    second.write((db) => db.save(pupils, { ...noor, note: 'van lang geleden' }))
    first.write((db) =>
      db.save(pupils, { ...noor, id: PupilId.parse('0197c000-0000-7000-8000-0000000000a2') }),
    )
    await first.sync()
    await atHub(hub, sql`UPDATE sync_clocks SET oldest_seq = seq`)

    const round = await second.sync()

    assert.deepEqual(round, { ok: true })
    assert.equal(second.rows('pupils').length, 2)
    assert.equal(shownNoor(second).note, 'van lang geleden')
    assert.equal(second.waiting(), 0)
  })
})

const withoutPlace = (rows: readonly unknown[]) =>
  rows.map((row) => ({ ...Object(row), _sc: 0, _v: 0 }))
