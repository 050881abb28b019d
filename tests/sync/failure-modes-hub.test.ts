import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { Operation } from '#shared/sync/sync-protocol.ts'
import { startNewEpoch } from '../../src-portal/platform/new-epoch.ts'
import { rowsOf } from '../../src-portal/platform/portal-database.ts'
import { writeAsPortal } from '../../src-portal/sync/portal-writes.ts'
import { createRowSeal } from '../../src-portal/sync/row-seal.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { fillSchool, milan, noor, pupil } from './school-rows.ts'
import { aHub, schoolId } from './test-hub.ts'

// Rows of sync.md 4 that are about the hub alone; the others are in the simulator, in chaos and
// beside the desk.

async function aSchool(open: () => Promise<Parameters<typeof aHub>[0]>) {
  const hub = await aHub(await open())
  const desk = await hub.found()
  await fillSchool(desk, hub.clock.now)
  const note = (value: unknown, stamp: string, base: string | null = null) =>
    desk.set('pupils', noor, 'note', value, stamp, base)
  return { hub, desk, note, at: hub.clock.now }
}

onOneDatabase('failure modes of the hub', (open) => {
  it('row 3: a batch that is cut, half, out of order or sent twice has no effect but one', async () => {
    const { hub, desk, note, at } = await aSchool(open)
    const body = desk.envelope([note('één keer', desk.stamp(at + 1))], 2)
    const packed = gzipSync(JSON.stringify(body))
    const raw = (payload: Buffer, encoding: object) =>
      hub.app.inject({
        method: 'POST',
        url: '/sync/v1/push',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${desk.token()}`,
          ...encoding,
        },
        payload,
      })

    const cut = await raw(packed.subarray(0, packed.length - 9), { 'content-encoding': 'gzip' })
    const half = await raw(Buffer.from(JSON.stringify(body).slice(0, 100)), {})
    const early = await desk.send({ ...body, batch: 3 })
    const twice = [await desk.send(body), await desk.send(body)]

    const history = await hub.database.inSchool(schoolId, (tx) =>
      rowsOf(tx, sql`SELECT 1 FROM field_history`),
    )
    assert.deepEqual([cut.statusCode, half.statusCode, early.statusCode], [400, 400, 409])
    assert.deepEqual(twice[0]?.json(), twice[1]?.json())
    assert.equal(history.length, 1)
  })

  it('row 5: a stamp of the future is put back, and who saw a value wins with a slow clock', async () => {
    const { hub, desk, note } = await aSchool(open)
    const other = await hub.enrol(desk.joined.staffId)
    hub.clock.now += 60_000
    const at = hub.clock.now

    const ahead = await desk.push(note('van volgend jaar', desk.stamp(at + 31_536_000_000)))
    const base = String(Object(ahead.outcomes[0]).hlc)
    const slow = other.stamp(at - 172_800_000)
    const behind = await other.push(other.set('pupils', noor, 'note', 'daarna', slow, base))

    assert.ok(Number.parseInt(base.slice(0, 12), 16) <= at + 2000)
    const { fate, hlc } = Object(behind.outcomes[0])
    assert.equal(fate, 'applied')
    assert.ok(hlc > base)
  })

  it('row 5: a base is put back by its row, since another row may really have that stamp', async () => {
    const { hub, desk } = await aSchool(open)
    hub.clock.now += 1000
    const ahead = (n: number) => desk.stamp(hub.clock.now + 3_600_000, n)
    const set = (id: string, value: string, n: number, base: string | null) =>
      desk.set('pupils', id, 'note', value, ahead(n), base)
    const first = await desk.push(set(noor, 'een', 1, null), set(milan, 'een', 2, null))
    const [ofNoor, ofMilan] = first.outcomes.map((each) => String(Object(each).hlc))

    // In the same moment: of the first of these the stamp is put back to what Noor's note has.
    await desk.push(set(milan, 'twee', 3, ofMilan ?? null), set(noor, 'twee', 4, ofNoor ?? null))

    const unseen = await hub.database.inSchool(schoolId, (tx) =>
      rowsOf<{ value: string }>(
        tx,
        sql`SELECT value FROM field_history WHERE concurrent AND value IS NOT NULL`,
      ),
    )
    assert.deepEqual(
      unseen.filter(({ value }) => value === 'een'),
      [],
    )
  })

  it('row 7: of many who take one place at the same moment exactly one has it, and all are told', async () => {
    const { hub, desk } = await aSchool(open)
    const other = await hub.enrol(desk.joined.staffId)
    await other.pull()
    const born = String(other.rows.get(`pupils ${noor}`)?.[3])
    hub.clock.now += 1000
    const today = () => '2026-11-22'
    const parts = { seal: createRowSeal(Buffer.alloc(32)), now: () => hub.clock.now, today }
    // The field of the school's own tables that is taken once; a place of a talk is another.
    const atPortal = (guardian: number) =>
      hub.database.inSchool(schoolId, (tx) =>
        writeAsPortal(tx, parts, schoolId, async (rows) => {
          const row = await rows.find('pupils', noor)
          if (row?.mergedInto) return 'taken'
          await rows.save('pupils', noor, { mergedInto: `guardian ${guardian}` })
          return 'booked'
        }),
      )
    const atDesk = async (each: typeof desk) => {
      const stamp = each.stamp(hub.clock.now)
      const { outcomes } = await each.push(
        each.set('pupils', noor, 'mergedInto', `desk ${each.joined.tag}`, stamp, born),
      )
      return outcomes[0] === 1 ? 'booked' : Object(outcomes[0]).code
    }

    const answers = await Promise.all([
      ...Array.from({ length: 100 }, (_, n) => atPortal(n)),
      ...[desk, other].map(atDesk),
      ...Array.from({ length: 100 }, (_, n) => atPortal(100 + n)),
    ])

    const counts = Object.groupBy(answers, (each) => each)
    assert.equal(counts.booked?.length, 1)
    assert.equal((counts.taken?.length ?? 0) + (counts['decided-already']?.length ?? 0), 201)
  })

  it('row 15: a portal that was put back from a copy has another epoch, and takes the archive once', async () => {
    const { hub, desk, note, at } = await aSchool(open)
    await hub.database.acrossSchools(startNewEpoch)
    await desk.renew()

    const old = await desk.send(desk.envelope([note('x', desk.stamp(at + 1))], 2))
    const { epoch, lastBatch } = (await desk.get('hello')).json()
    const anew = desk.envelope([note('x', desk.stamp(at + 1))], 2)
    const taken = await desk.send({ ...anew, epoch })
    const operations = anew.operations
    const again = await desk.send({ ...desk.envelope(operations, 3), epoch })

    assert.equal(old.json().code, 'epoch')
    assert.equal(lastBatch, 1)
    assert.deepEqual(taken.json().outcomes, [1])
    assert.equal(Object(again.json().outcomes[0]).seq, taken.json().seq)
  })

  it('row 18: what can never be carried out is answered, and what comes after it goes on', async () => {
    const { desk, note, at } = await aSchool(open)
    const poison = [
      note(['geen', 'tekst'].length, desk.stamp(at + 1)),
      desk.set('nergens', noor, 'note', 'x', desk.stamp(at + 2)),
      desk.set('pupils', noor, 'nergens', 'x', desk.stamp(at + 3)),
      desk.set('pupils', randomUUID(), 'note', 'van niemand', desk.stamp(at + 4)),
      desk.set('pupils', randomUUID(), null, { firstName: 'half' }, desk.stamp(at + 5)),
      ['c', randomUUID(), 1, 'onbekend', {}, desk.stamp(at + 6), desk.joined.staffId] as Operation,
    ]

    const { outcomes } = await desk.push(...poison, note('wel', desk.stamp(at + 7)))

    assert.deepEqual(
      outcomes.map((each) => (each === 1 ? 'applied' : each.code)),
      [
        ...['invalid-value', 'unknown-table', 'unknown-field', 'unknown-row'],
        ...['invalid-value', 'unknown-command', 'applied'],
      ],
    )
  })

  it('row 19: an empty batch is none, a full one is taken, one more is too many', async () => {
    const { desk, note, at } = await aSchool(open)
    const many = (n: number) =>
      Array.from({ length: n }, (_, at_) => note(`n${at_}`, desk.stamp(at, at_ + 50)))

    const answers = [
      await desk.send(desk.envelope([], 2)),
      await desk.send(desk.envelope(many(501), 2)),
      await desk.send(desk.envelope(many(500), 2)),
    ]
    const large = await desk.send(
      desk.envelope([note('x'.repeat(1_000_000), desk.stamp(at, 999))], 3),
    )

    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [400, 400, 200],
    )
    assert.equal(large.statusCode, 200)
  })

  it('rows 2 and 22: many desks that push and ask at once get a place each, and all of it arrives', async () => {
    const { hub, desk, at } = await aSchool(open)
    const desks = []
    for (let n = 0; n < 8; n++) desks.push(await hub.enrol(desk.joined.staffId))
    await Promise.all(desks.map((each) => each.pull()))

    const answers = await Promise.all(
      desks.map((each) => {
        const id = randomUUID()
        return each.push(each.set('pupils', id, null, pupil(id, 'Samen'), each.stamp(at)))
      }),
    )
    await Promise.all(desks.map((each) => each.pull()))

    const places = new Set(answers.map(({ seq }) => seq))
    const seen = desks.map(
      ({ rows }) => [...rows.values()].filter((row) => row.includes('Samen')).length,
    )
    assert.equal(places.size, 8)
    // Its own it has already.
    assert.deepEqual(
      seen,
      desks.map(() => 7),
    )
  })
})
