import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import type { Operation } from '#shared/sync/sync-protocol.ts'
import { onOneDatabase } from '../portal/test-databases.ts'
import { fillSchool, milan, noor, piet, sanne } from './school-rows.ts'
import { aHub, type TestDesk } from './test-hub.ts'

const command = (desk: TestDesk, name: string, op: string, at: number) =>
  [
    'c',
    randomUUID(),
    1,
    name,
    { op },
    desk.stamp(at, 900),
    desk.joined.staffId,
  ] as unknown as Operation

/** Piet was of the office until a moment ago, and sends what he wrote before and after. */
async function aLateWriter(hub: Awaited<ReturnType<typeof aHub>>) {
  const office = await hub.found()
  const at = hub.clock.now
  await fillSchool(office, at)
  const late = await hub.enrol(piet)
  await late.pull()
  hub.clock.now += 60_000
  await office.push(office.set('staff', piet, 'role', 'teacher', office.stamp(hub.clock.now)))
  const before = late.set('pupils', noor, 'note', 'op tijd', late.stamp(at + 30_000))
  const after = late.set('pupils', milan, 'note', 'te laat', late.stamp(at + 90_000))
  hub.clock.now += 60_000
  const answer = await late.push(before, after)
  return { office, late, answer, op: String(after[1]) }
}

onOneDatabase('work that came after a role was taken away', (open) => {
  it('waits for the office, which carries it out as it was written', async () => {
    const hub = await aHub(await open())
    const { office, late, answer, op } = await aLateWriter(hub)
    const waiting = await office.get('quarantine')
    const forbidden = await late.get('quarantine')

    const at = hub.clock.now
    const decided = await office.push(command(office, 'quarantine.accept', op, at))
    const again = await office.push(command(office, 'quarantine.refuse', op, at))
    await office.pull()

    assert.deepEqual(
      answer.outcomes.map((each) => (each === 1 ? 'applied' : each.fate)),
      ['applied', 'quarantined'],
    )
    assert.deepEqual(
      waiting.json().waiting.map((each: { op: string }) => each.op),
      [op],
    )
    assert.equal(forbidden.statusCode, 403)
    assert.equal(Object(decided.outcomes[0]).fate ?? 'applied', 'applied')
    assert.equal(Object(again.outcomes[0]).fate, 'rejected')
    assert.ok(JSON.stringify(office.rows.get(`pupils ${milan}`)).includes('te laat'))
    assert.equal((await office.get('quarantine')).json().waiting.length, 0)
  })

  it('is let be when the office refuses, and a teacher decides nothing', async () => {
    const hub = await aHub(await open())
    const { office, op } = await aLateWriter(hub)
    const teacher = await hub.enrol(sanne)

    const at = hub.clock.now
    const not = await teacher.push(command(teacher, 'quarantine.accept', op, at))
    await office.push(command(office, 'quarantine.refuse', op, at))
    await office.pull()

    assert.equal(Object(not.outcomes[0]).code, 'not-allowed')
    assert.ok(!JSON.stringify([...office.rows]).includes('te laat'))
  })
})
