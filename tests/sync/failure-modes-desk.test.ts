import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { eq } from 'drizzle-orm'
import { GroupId } from '#shared/groups/group.ts'
import { calendarEvents } from '../../src-main/calendar/calendar-table.ts'
import { groupStaff, memberships } from '../../src-main/groups/groups-table.ts'
import { connect } from '../../src-main/platform/connection.ts'
import { linkId, newId } from '../../src-main/platform/ids.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import type { Fetch } from '../../src-main/sync/portal-fetch.ts'
import { createSyncState } from '../../src-main/sync/sync-state.ts'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { testKey } from '../builders/test-file.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { createFailpoints, Killed, watchCommits } from '../sim/failpoints.ts'
import { copyPortal, restorePortal } from '../sim/portal-copy.ts'
import { foundSchool, teacher } from '../sim/school-life.ts'
import { aSyncedDesk, fetchFrom, type SyncedDesk } from './test-desk.ts'
import { aHub, heidi } from './test-hub.ts'

// Rows of sync.md 4 as a desk meets them: a real encrypted file and engine, and the portal in this
// process. Each has a school of its own in one database.

const firstGroup = GroupId.parse('0197c000-0000-7000-8000-0000000000b1')

describe('failure modes of a desk', () => {
  let database: PortalDatabase
  before(async () => {
    database = await openTestPglite()
  })
  after(() => database.close())

  /** A school of eight pupils in two groups, a teacher for the first, and its founding desk. */
  async function aSchool() {
    const hub = await aHub(database, randomUUID())
    const office = await aSyncedDesk({
      ...{ hub, joins: null },
      before: foundSchool(hub.schoolId, newId),
    })
    await office.sync()
    return { hub, office }
  }

  const editFirst = (desk: SyncedDesk, fields: Partial<typeof pupils.$inferSelect>) =>
    desk.write((db) => {
      const [one] = db.select().from(pupils).orderBy(pupils.id).all()
      if (one) db.save(pupils, { ...one, ...fields })
    })
  const firstPupil = (desk: SyncedDesk) => Object(desk.rows('pupils')[0])

  it('row 1: a desk that dies at any edge of a round goes on, and each operation has one fate', async () => {
    const { hub, office } = await aSchool()
    using first = office
    const points = createFailpoints()
    const send = fetchFrom(hub.app)
    const dying: Fetch = async (url, init) => {
      points.reach('before request')
      const answer = await send(url, init)
      points.reach('after answer')
      return answer
    }
    using second = await aSyncedDesk({
      ...{ hub, joins: heidi, send: dying },
      onOpen: ({ sqlite }) => watchCommits(sqlite, points),
    })

    for (let edge = 0; edge < 24; edge++) {
      editFirst(first, { note: `van de een ${edge}` })
      await first.sync()
      points.arm(edge)
      try {
        editFirst(second, { alias: `van de ander ${edge}` })
        await second.sync()
      } catch (error) {
        assert.ok(error instanceof Killed || Object(error).name === 'PortalAway')
      }
      points.arm(null)
      if (points.takeDeath()) second.restart()
      await second.sync()
      hub.clock.now += 1000
    }
    await first.sync()

    assert.equal(Object.keys(points.deaths).length, 4)
    assert.equal(second.waiting(), 0)
    assert.equal(firstPupil(second).alias, 'van de ander 23')
    assert.deepEqual(content(second), content(first))
  })

  it('row 9: a group that is withdrawn goes from the bytes of the file, and what was written before counts', async () => {
    const { hub, office } = await aSchool()
    using first = office
    using laptop = await aSyncedDesk({ hub, joins: teacher })
    await laptop.sync()
    const names = laptop.rows('pupils').map((row) => String(Object(row).firstName))
    const held = await bytesOf(laptop)
    hub.clock.now += 60_000
    laptop.write((db) => db.save(calendarEvents, appointment('van de juf')))

    hub.clock.now += 60_000
    first.write((db) => {
      for (const { id } of db.select().from(groupStaff).all()) db.remove(groupStaff, id)
    })
    await first.sync()
    await laptop.sync()
    const left = await bytesOf(laptop)

    assert.equal(names.length, 4)
    assert.ok(names.every((name) => held.includes(name)))
    assert.deepEqual(laptop.rows('pupils'), [])
    assert.deepEqual(
      names.filter((name) => left.includes(name)),
      [],
    )
    assert.equal(laptop.waiting(), 0)
  })

  it('row 10: a pupil is on a laptop exactly while one of its groups is', async () => {
    const { hub, office } = await aSchool()
    using first = office
    using laptop = await aSyncedDesk({ hub, joins: teacher })
    const second = GroupId.parse('0197c000-0000-7000-8000-0000000000b2')
    const ids = first.rows('pupils').map((row) => Object(row).id)
    let seed = 7
    for (let turn = 0; turn < 12; turn++) {
      seed = (seed * 16_807) % 2_147_483_647
      const id = ids[seed % ids.length]
      const group = seed % 3 === 0 ? second : firstGroup
      first.write((db) => {
        const link = linkId('memberships', id, group) as never
        const found = db.select().from(memberships).where(eq(memberships.id, link)).get()
        if (found) db.remove(memberships, link)
        else db.save(memberships, { id: link, pupilId: id, groupId: group })
      })
      hub.clock.now += 1000
      await first.sync()
      await laptop.sync()

      const wanted = first
        .rows('memberships')
        .filter((row) => Object(row).groupId === firstGroup)
        .map((row) => Object(row).pupilId)
      assert.deepEqual(
        laptop.rows('pupils').map((row) => Object(row).id),
        [...new Set(wanted)].toSorted(),
      )
    }
  })

  it('row 11: what a protection hides is nowhere in a teacher’s file, nor in its history', async () => {
    const { hub, office } = await aSchool()
    using first = office
    using laptop = await aSyncedDesk({ hub, joins: teacher })
    await laptop.sync()
    const [pupil] = laptop.rows('pupils')
    const { id } = Object(pupil)
    const change = (fields: object) =>
      first.write((db) => {
        const found = db.select().from(pupils).where(eq(pupils.id, id)).get()
        if (found) db.save(pupils, { ...found, ...fields })
      })
    for (const note of ['woont aan de Lindelaan 4', 'verhuisd naar de Kerkweg 9']) {
      change({ note })
      await first.sync()
      await laptop.sync()
    }
    const before = await bytesOf(laptop)

    change({ protectionLevel: 2 })
    hub.clock.now += 1000
    await first.sync()
    await laptop.sync()
    const after = await bytesOf(laptop)

    assert.ok(before.includes('Lindelaan') && before.includes('Kerkweg'))
    assert.equal(Object(laptop.rows('pupils').find((row) => Object(row).id === id)).note, null)
    assert.deepEqual([after.includes('Lindelaan'), after.includes('Kerkweg')], [false, false])
  })

  it('row 13: a disk that is full stops a page as a whole, and the next round goes on', async () => {
    const { hub, office } = await aSchool()
    using first = office
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    first.write((db) => {
      for (const row of db.select().from(pupils).all())
        db.save(pupils, { ...row, note: 'x'.repeat(30_000) })
    })
    await first.sync()
    const { sqlite } = second.database()
    const cursor = () => createSyncState(second.database().sqlite).number('cursor')
    const before = cursor()
    const pages = Number(sqlite.pragma('page_count', { simple: true }))
    sqlite.pragma(`max_page_count = ${pages + 5}`)

    const full = await second.sync().catch((error: unknown) => Object(error).code)
    const stood = [cursor(), firstPupil(second).note?.length]
    sqlite.pragma('max_page_count = 1000000')
    await second.sync()

    assert.equal(full, 'SQLITE_FULL')
    assert.equal(stood[0], before)
    assert.ok(Number(stood[1]) < 100)
    assert.equal(firstPupil(second).note?.length, 30_000)
  })

  it('row 15: a portal that was put back gets what it lost as it was, closed fields too', async () => {
    const { hub, office } = await aSchool()
    using first = office
    using second = await aSyncedDesk({ hub, joins: heidi })
    const key = Buffer.alloc(32, 5).toString('base64')
    for (const desk of [first, second])
      createSyncState(desk.database().sqlite).set('schoolKey', key)
    await first.sync()
    await second.sync()
    const copy = await copyPortal(hub)
    hub.clock.now += 1000
    editFirst(first, { nationalNumber: '999990007', note: 'na de kopie' })
    await first.sync()
    await second.sync()

    await restorePortal(hub, copy)
    hub.clock.now += 1000
    for (const desk of [second, first, second]) await desk.sync()

    const told = [first, second].map((desk) => [
      firstPupil(desk).nationalNumber,
      firstPupil(desk).note,
    ])
    assert.deepEqual(told, [
      ['999990007', 'na de kopie'],
      ['999990007', 'na de kopie'],
    ])
  })

  it('row 17: an older desk loses no field it does not know, and has them all once it is updated', async () => {
    const { hub, office } = await aSchool()
    using first = office
    using old = await aSyncedDesk({ hub, joins: heidi, schema: 3 })
    first.write((db) => db.save(calendarEvents, appointment('feest', 'staff')))
    await first.sync()
    await old.sync()
    const unknown = Object(old.rows('calendarEvents')[0]).audience
    hub.clock.now += 1000
    old.write((db) => {
      const [one] = db.select().from(calendarEvents).all()
      if (one) db.save(calendarEvents, { ...one, title: 'zomerfeest' })
    })
    await old.sync()
    await first.sync()
    old.desk.schema = Number.POSITIVE_INFINITY
    old.restart()
    await old.sync({ wantsSums: true })

    assert.equal(unknown, null)
    const shown = (desk: SyncedDesk) =>
      desk.rows('calendarEvents').map((row) => [Object(row).title, Object(row).audience])
    assert.deepEqual(shown(first), [['zomerfeest', 'staff']])
    assert.deepEqual(shown(old), shown(first))
    assert.equal(createSyncState(old.database().sqlite).get('healed'), null)
  })

  it('row 17: a portal that is older gets what it knows, and the rest once it is updated', async () => {
    const { hub, office } = await aSchool()
    using first = office
    let isOld = true
    const send = fetchFrom(hub.app)
    const older: Fetch = async (url, init) => {
      const answer = await send(url, init)
      if (!isOld || !url.includes('/hello')) return answer
      const said = JSON.parse(Buffer.from(answer.bytes).toString('utf8'))
      const bytes = Buffer.from(JSON.stringify({ ...said, schema: { ...said.schema, max: 3 } }))
      return { ...answer, bytes }
    }
    using second = await aSyncedDesk({ hub, joins: heidi, send: older })
    await second.sync()
    second.write((db) => db.save(calendarEvents, appointment('feest')))
    await second.sync()
    hub.clock.now += 1000
    second.write((db) => {
      const [one] = db.select().from(calendarEvents).all()
      if (one) db.save(calendarEvents, { ...one, title: 'later', audience: 'staff' })
    })
    await second.sync()
    const held = second.waiting()
    isOld = false
    await second.sync()
    await first.sync()

    assert.deepEqual([held, second.waiting()], [1, 0])
    const [event] = first.rows('calendarEvents')
    assert.deepEqual([Object(event).title, Object(event).audience], ['later', 'staff'])
  })

  it('row 20: a portal that is another school’s, or has lost nearly everything, empties no file', async () => {
    const { hub, office } = await aSchool()
    using first = office
    first.write((db) => {
      for (let n = 0; n < 260; n++)
        db.save(calendarEvents, { ...appointment(`n${n}`), id: newId(), key: `k${n}` })
    })
    await first.sync()
    const state = createSyncState(first.database().sqlite)
    const own = state.get('schoolId') ?? ''
    state.set('schoolId', randomUUID())
    const foreign = await first.sync()
    state.set('schoolId', own)
    await emptyHub(hub)

    const emptied = await first.sync()
    const kept = first.rows('calendarEvents').length
    // Somebody looked and let it.
    state.set('stopped', 'emptying')
    await first.sync()

    assert.equal(foreign.ok || foreign.code, 'other-school')
    assert.equal(emptied.ok || emptied.code, 'emptied')
    assert.deepEqual([kept, first.rows('calendarEvents').length], [260, 0])
  })

  it('row 21: a guest network that answers with a page, and half an answer, change nothing', async () => {
    const { hub, office } = await aSchool()
    using first = office
    editFirst(first, { note: 'onderweg' })
    const send = fetchFrom(hub.app)
    let how: 'page' | 'half' | 'well' = 'page'
    const strange: Fetch = async (url, init) => {
      const answer = await send(url, init)
      if (how === 'page') {
        const bytes = Buffer.from('<html>Welkom</html>')
        return { status: 200, headers: new Map([['content-type', 'text/html']]), bytes }
      }
      return how === 'half' ? { ...answer, bytes: answer.bytes.slice(0, -20) } : answer
    }
    using second = await aSyncedDesk({ hub, joins: heidi, send })
    await second.sync()
    using guest = await aSyncedDesk({
      hub,
      joins: heidi,
      send: (url, init) => strangely(url, init),
    })
    function strangely(...asked: Parameters<Fetch>) {
      return asked[0].endsWith('/enrol') ? send(...asked) : strange(...asked)
    }

    const names: string[] = []
    for (const each of ['page', 'half'] as const) {
      how = each
      await guest.sync().catch((error: unknown) => names.push(Object(error).name))
    }
    const before = guest.rows('pupils').length
    how = 'well'
    await guest.sync()

    assert.deepEqual(names, ['PortalAway', 'PortalAway'])
    assert.deepEqual([before, guest.rows('pupils').length], [0, 8])
  })

  async function emptyHub({ schoolId }: Awaited<ReturnType<typeof aHub>>) {
    const { sql } = await import('drizzle-orm')
    await database.inSchool(schoolId, async (tx) => {
      await tx.execute(sql`DELETE FROM sync_rows WHERE tbl = 'calendarEvents'`)
      await tx.execute(sql`UPDATE sync_clocks SET epoch = gen_random_uuid()`)
      await tx.execute(sql`UPDATE sync_ops SET at = at`)
    })
  }
})

const appointment = (title: string, audience: 'staff' | null = null) => ({
  ...{ id: '0197c000-0000-7000-8000-00000000e001', key: 'e1', title, audience },
  ...{ startsAt: '2026-12-24T08:00:00Z', endsAt: '2026-12-24T09:00:00Z' },
  ...{ exceptions: [], isCancelled: false },
})

/** Everything of the file as it would lie open: a copy without its cipher. */
async function bytesOf(desk: SyncedDesk): Promise<Buffer> {
  const { sqlite } = desk.database()
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  const copy = `${desk.file}.open`
  copyFileSync(desk.file, copy)
  const opened = connect({ file: copy, key: testKey })
  opened.pragma('journal_mode = DELETE')
  opened.pragma("rekey = ''")
  opened.close()
  const bytes = readFileSync(copy)
  rmSync(copy)
  return bytes
}

/** Every synced row without its place in the order, and without what only the key of the school opens. */
const content = (desk: SyncedDesk) =>
  ['schools', 'staff', 'groups', 'pupils', 'memberships', 'guardians', 'guardianLinks'].map(
    (table) =>
      desk
        .rows(table)
        .map((row) => ({ ...Object(row), _seq: 0, _sc: 0, _v: 0, nationalNumber: 0 })),
  )
