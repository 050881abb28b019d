import assert from 'node:assert/strict'
import { it } from 'node:test'
import { PupilId } from '#shared/pupils/pupil.ts'
import type { WriteDb } from '../../src-main/platform/database.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { writeAsPortal } from '../../src-portal/sync/portal-writes.ts'
import { createRowSeal } from '../../src-portal/sync/row-seal.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { fillSchool, group, milan, noor, pupil, sanne } from './school-rows.ts'
import { aSyncedDesk, type SyncedDesk } from './test-desk.ts'
import { aHub, heidi, schoolId } from './test-hub.ts'

// The one field of the school's own tables that this is tried on: which child a child is merged into.

onOneDatabase('what may be decided once', (open) => {
  it('row 6: stands as the first decided, and the second with all its effects is refused', async () => {
    const hub = await aHub(await open())
    const first = await hub.found()
    await fillSchool(first, hub.clock.now)
    const second = await hub.enrol(heidi)
    await second.pull()
    const born = String(second.rows.get(`pupils ${noor}`)?.[3])
    const at = hub.clock.now + 60_000
    hub.clock.now = at + 5000
    const decide = (desk: typeof first, into: string, note: string, time: number) => {
      const merge = desk.set('pupils', noor, 'mergedInto', into, desk.stamp(time), born)
      const effect = desk.set('pupils', into, 'note', note, desk.stamp(time, 1), born)
      effect[2] = merge[2]
      return desk.push(merge, effect, desk.set('pupils', noor, 'email', note, desk.stamp(time, 2)))
    }

    const won = await decide(first, milan, 'eerste', at)
    // Its clock is ahead, which would win an ordinary field.
    const lost = await decide(second, milan, 'tweede', at + 1000)

    assert.deepEqual(won.outcomes, [1, 1, 1])
    const codes = lost.outcomes.map((each) => each === 1 || `${each.fate} ${each.code}`)
    assert.deepEqual(codes, ['rejected decided-already', 'rejected decided-already', true])
    const shown = lost.outcomes[0]
    assert.equal(shown !== 1 && shown?.now?.fields.mergedInto, milan)
  })

  it('goes back to what stands on the desk that came second, and keeps what it wrote before', async () => {
    const hub = await aHub(await open())
    using first = await aSyncedDesk({ hub, joins: null, before: twoPupils })
    await first.sync()
    using second = await aSyncedDesk({ hub, joins: heidi })
    await second.sync()
    const merge = (desk: SyncedDesk, note: string) =>
      desk.write((db) => {
        db.save(pupils, { ...row(noor), mergedInto: PupilId.parse(milan) })
        db.save(pupils, { ...row(milan), note, email: 'van@tevoren.nl' })
      })

    second.write((db) => db.save(pupils, { ...row(milan), note: 'eigen', email: 'van@tevoren.nl' }))
    merge(second, 'van twee')
    merge(first, 'van één')
    await first.sync()
    await second.sync()
    await first.sync()

    for (const desk of [first, second]) {
      assert.equal(desk.waiting(), 0)
      assert.equal(Object(desk.rows('pupils')[0]).mergedInto, milan)
      assert.equal(Object(desk.rows('pupils')[1]).email, 'van@tevoren.nl')
    }
    assert.deepEqual(bare(second), bare(first))
    const told = rejections(second)
    assert.equal(told.length, 1)
    assert.equal(Object(told[0]).code, 'decided-already')
  })

  it('is taken back by who decided it, before or after it was sent', async () => {
    const hub = await aHub(await open())
    using desk = await aSyncedDesk({ hub, joins: null, before: twoPupils })
    await desk.sync()
    const set = (into: string | null) =>
      desk.write((db) =>
        db.save(pupils, { ...row(noor), mergedInto: into === null ? null : PupilId.parse(into) }),
      )

    set(milan)
    set(null)
    await desk.sync()
    set(milan)
    await desk.sync()
    set(null)
    await desk.sync()

    assert.equal(Object(desk.rows('pupils')[0]).mergedInto, null)
    assert.equal(rejections(desk).length, 0)
  })
})

onOneDatabase('the portal as a writer', (open) => {
  it('writes rows that desks get, with the scopes that they ask for, one writer at a time', async () => {
    const database = await open()
    const hub = await aHub(database)
    const desk = await hub.found()
    await fillSchool(desk, hub.clock.now)
    const teacher = await hub.enrol(sanne)
    await desk.pull()
    await teacher.pull()
    const parts = {
      seal: createRowSeal(Buffer.alloc(32, 7)),
      now: () => hub.clock.now,
      today: () => '2026-11-22',
    }

    const add = () =>
      database.inSchool(schoolId, (tx) =>
        writeAsPortal(tx, parts, schoolId, async (rows) => {
          const found = await rows.find('pupils', noor)
          const count = Number(found?.pupilNumber ?? 0) + 1
          await rows.save('pupils', noor, { pupilNumber: String(count) })
          await rows.save('consents', 'consent', {
            ...{ pupilId: noor, purpose: 'photo-website', state: 'yes' },
            ...{ givenBy: null, decidedOn: '2026-11-22', endsOn: null, note: null },
          })
        }),
      )
    await Promise.all([add(), add(), add()])
    await desk.pull()
    await teacher.pull()

    const names = (line: readonly unknown[] | undefined) => line?.filter((each) => each === '3')
    assert.equal(names(desk.rows.get(`pupils ${noor}`))?.length, 1)
    assert.ok(desk.rows.get('consents consent'))
    assert.ok(teacher.rows.get('consents consent'))
    assert.match(String(desk.rows.get('consents consent')?.[5]), /pupils/)
    assert.equal(String(teacher.rows.get('consents consent')?.[5]), `group:${group}`)
  })
})

const row = (id: string) => ({
  ...pupil(id, id === noor ? 'Noor' : 'Milan'),
  id: PupilId.parse(id),
  sex: 'female' as const,
  protectionLevel: 0 as const,
  homeLanguages: [] as string[],
})

function twoPupils(database: ReturnType<SyncedDesk['database']>) {
  database.write({ staffId: heidi, path: 'test' }, (db: WriteDb) => {
    db.save(pupils, row(noor))
    db.save(pupils, row(milan))
  })
}

const bare = (desk: SyncedDesk) =>
  desk.rows('pupils').map((each) => ({ ...Object(each), _sc: 0, _seq: 0, _v: 0 }))

const rejections = (desk: SyncedDesk) =>
  desk.database().sqlite.prepare('SELECT * FROM rejections').all()
