import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { it } from 'node:test'
import { contentHash } from '../../src-portal/sync/sealed-batches.ts'
import { onEachDatabase } from '../portal/test-databases.ts'
import { fillSchool, group, ict, noor, piet, pupil, sanne } from './school-rows.ts'
import { aHub, heidi, type TestDesk, textOf } from './test-hub.ts'

const otherSchool = '0197c000-0000-7000-8000-00000000bbbb'
/** Everything that a desk can name without holding it. */
const scopes = ['school', 'pupils', 'office', 'medical', `group:${group}`, `own:${heidi}`]

/** Every endpoint of sync as this desk may word it, also with what is not its own. */
async function everything(desk: TestDesk, foreign: TestDesk['joined']) {
  const { device, epoch } = desk.joined
  const envelope = { protocol: 1, schema: 3, device, epoch }
  const held = Object.fromEntries(scopes.map((scope) => [scope, 1]))
  const answers = [
    await desk.get('hello'),
    await desk.get('devices'),
    await desk.get('quarantine'),
    await desk.post('pull', { ...envelope, cursor: 0, scopes: {}, wantsSums: true }),
    await desk.post('pull', { ...envelope, cursor: 0, scopes: held, wantsSums: true }),
    await desk.post('pull', {
      ...envelope,
      epoch: foreign.epoch,
      cursor: 0,
      scopes: held,
      wantsSums: true,
    }),
    await desk.post('devices/code', { staffId: heidi }),
    await desk.post('devices/revoke', { device: foreign.device }),
  ]
  for (const scope of scopes)
    answers.push(await desk.post('snapshot', { ...envelope, scope, after: '' }))
  const write = desk.set('pupils', noor, 'note', 'van mij', desk.stamp(Date.now()))
  const operations = [
    write,
    ['c', randomUUID(), 1, 'quarantine.accept', { op: randomUUID() }, desk.stamp(1), heidi],
  ]
  const sha = contentHash(operations as never)
  answers.push(await desk.send({ ...envelope, batch: 1, sha, acknowledged: 0, operations }))
  answers.push(
    await desk.send({
      ...envelope,
      device: foreign.device,
      batch: 1,
      sha,
      acknowledged: 0,
      operations,
    }),
  )
  const texts = answers.map(textOf)
  return { text: texts.join('\n'), statuses: answers.map(({ statusCode }) => statusCode) }
}

onEachDatabase('every endpoint of sync', (open) => {
  it('gives each role what is its own, and nothing of another school', async () => {
    const database = await open()
    const hub = await aHub(database)
    const other = await aHub(database, otherSchool)
    const at = hub.clock.now
    const office = await hub.found()
    await fillSchool(office, at)
    const stranger = await other.found()
    const foreignPupil = randomUUID()
    await stranger.push(
      stranger.set('pupils', foreignPupil, null, pupil(foreignPupil, 'Vreemd'), stranger.stamp(at)),
    )
    const desks = {
      office: await hub.enrol(piet),
      teacher: await hub.enrol(sanne),
      ict: await hub.enrol(ict),
    }

    const seen: Record<string, unknown> = {}
    for (const [role, desk] of Object.entries(desks)) {
      const { text, statuses } = await everything(desk, stranger.joined)
      seen[role] = {
        noor: text.includes('Noor'),
        note: text.includes('geheim van Noor'),
        number: text.includes('999990007'),
        foreign: text.includes('Vreemd') || text.includes(foreignPupil),
        failures: statuses.filter((status) => status >= 500).length,
      }
    }
    const { text } = await everything(stranger, office.joined)

    const shut = { foreign: false, failures: 0 }
    assert.deepEqual(seen, {
      office: { noor: true, note: true, number: true, ...shut },
      teacher: { noor: true, note: true, number: false, ...shut },
      ict: { noor: false, note: false, number: false, ...shut },
    })
    assert.ok(!text.includes('Noor'))
    assert.equal((await stranger.get('hello')).statusCode, 200)
    assert.equal((await office.get('hello')).statusCode, 200)
  })

  it('lets nobody who looks after computers in where the pupils are', async () => {
    const hub = await aHub(await open())
    await fillSchool(await hub.found(), hub.clock.now)
    const keeper = await hub.enrol(ict)
    const stamp = () => keeper.stamp(hub.clock.now)

    const forOffice = await keeper.post('devices/code', { staffId: heidi })
    const forSelf = await keeper.post('devices/code', { staffId: ict })
    const { outcomes } = await keeper.push(
      keeper.set('staff', ict, 'role', 'office', stamp()),
      keeper.set('staff', heidi, 'userName', 'taken', stamp()),
      keeper.set('staff', ict, 'email', 'ict@example.org', stamp()),
    )

    assert.deepEqual([forOffice.statusCode, forSelf.statusCode], [409, 200])
    const fates = outcomes.map((each) => (each === 1 ? 'applied' : each.fate))
    assert.deepEqual(fates.slice(0, 2), ['rejected', 'rejected'])
    assert.notEqual(fates[2], 'rejected')
  })

  it('answers nobody without a session, and not with that of a blocked desk', async () => {
    const hub = await aHub(await open())
    const office = await hub.found()
    await fillSchool(office, hub.clock.now)
    const lost = await hub.enrol(piet)
    await office.post('devices/revoke', { device: lost.joined.device })

    const paths = ['hello', 'devices', 'quarantine', 'live']
    const blocked = await Promise.all(paths.map((path) => lost.get(path)))
    const bare = await Promise.all(paths.map((path) => hub.app.inject({ url: `/sync/v1/${path}` })))

    assert.deepEqual(
      blocked.map((answer) => answer.json().code),
      paths.map(() => 'revoked'),
    )
    assert.deepEqual(
      bare.map(({ statusCode }) => statusCode),
      paths.map(() => 401),
    )
  })
})
