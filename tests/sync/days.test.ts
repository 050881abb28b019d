import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'drizzle-orm'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { roundOfToday } from '../../src-portal/sync/daily-rounds.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { fillSchool, milan, noor, sanne } from './school-rows.ts'
import { aHub, schoolId } from './test-hub.ts'

const day = 86_400_000

onOneDatabase('a new day at the portal', (open) => {
  const round = ({ database, clock }: Awaited<ReturnType<typeof aHub>>) =>
    roundOfToday({
      database,
      now: () => clock.now,
      today: () => new Date(clock.now).toISOString().slice(0, 10),
    })

  it('takes a pupil from a teacher when the membership has ended, and all when the year has', async () => {
    const hub = await aHub(await open())
    const office = await hub.found()
    await fillSchool(office, hub.clock.now)
    const teacher = await hub.enrol(sanne)
    await teacher.pull()
    const before = [noor, milan].map((id) => teacher.rows.has(`pupils ${id}`))

    hub.clock.now = Date.parse('2026-12-01T06:00:00Z')
    await round(hub)
    await teacher.renew()
    await teacher.pull()
    const after = [noor, milan].map((id) => teacher.rows.has(`pupils ${id}`))
    hub.clock.now = Date.parse('2027-08-01T06:00:00Z')
    await round(hub)
    await teacher.renew()
    const heard = await teacher.pull()

    assert.deepEqual(before, [true, true])
    assert.deepEqual(after, [true, false])
    const dropped = heard.flatMap((line) =>
      'k' in line && line.k === 'scope-drop' ? [line.s] : [],
    )
    assert.equal(dropped.length, 1)
  })

  it('takes no place in the order when nothing moves', async () => {
    const hub = await aHub(await open())
    const office = await hub.found()
    const { seq } = await fillSchool(office, hub.clock.now)

    await round(hub)
    const heard = await office.pull()

    assert.equal(Object(heard.at(-1)).cursor, seq)
  })

  it('forgets what was removed half a year ago, and sends who was away longer to load anew', async () => {
    const hub = await aHub(await open())
    const office = await hub.found()
    const at = hub.clock.now
    await fillSchool(office, at)
    const away = await hub.enrol(sanne)
    await away.pull()
    await office.push(office.set('pupils', milan, null, null, office.stamp(at, 90)))
    hub.clock.now += 181 * day
    await office.renew()
    const later = office.stamp(hub.clock.now)
    await office.push(office.set('pupils', noor, 'note', 'x', later))

    await round(hub)
    await away.renew()
    const said = await away.pull().catch((error: Error) => error.message)
    const half = office.set('pupils', milan, 'note', 'te laat', office.stamp(hub.clock.now, 1))
    const { outcomes } = await office.push(half)

    const left = await hub.database.inSchool(schoolId, (tx) =>
      rowsOf(tx, sql`SELECT 1 FROM sync_rows WHERE tbl = 'pupils' AND id = ${milan}`),
    )
    assert.equal(left.length, 0)
    assert.match(String(said), /409.*resync/)
    assert.equal(Object(outcomes[0]).code, 'unknown-row')
  })
})
