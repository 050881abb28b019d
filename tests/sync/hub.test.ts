import assert from 'node:assert/strict'
import { it } from 'node:test'
import { onEachDatabase } from '../portal/test-databases.ts'
import { aHub, heidi } from './test-hub.ts'

const noor = '0197c000-0000-7000-8000-0000000000a1'
const sanne = '0197c000-0000-7000-8000-0000000000f2'
const group = '0197c000-0000-7000-8000-0000000000b1'
const year = '0197c000-0000-7000-8000-0000000000c1'

const pupil = (firstName: string) => ({
  id: noor,
  firstName,
  officialNames: null,
  initials: null,
  prefix: null,
  lastName: 'Bakker',
  sex: 'female',
  birthDate: null,
  birthPlace: null,
  nationalNumber: null,
  nationalNumberKind: null,
  pupilNumber: null,
  homeLanguages: '[]',
  nationality: null,
  email: null,
  yearGrade: '3',
  note: null,
  protectionLevel: 0,
  alias: null,
  protectionAgreement: null,
  mergedInto: null,
})
const person = (id: string, role: string) => ({
  id,
  firstName: 'S',
  prefix: null,
  lastName: 'Smit',
  userName: id,
  email: null,
  role,
  language: null,
  seesMedical: 0,
  isActive: 1,
})

onEachDatabase('the hub', (open) => {
  it('gives what one desk wrote to the other, and nothing back to who wrote it', async () => {
    const hub = await aHub(await open())
    const first = await hub.found()
    const at = hub.clock.now
    const made = await first.push(
      first.set('staff', heidi, null, person(heidi, 'office'), first.stamp(at)),
      first.set('pupils', noor, null, pupil('Noor'), first.stamp(at, 1)),
    )
    const second = await hub.enrol(heidi)

    await second.pull()
    const echo = await first.pull()

    assert.deepEqual(made.outcomes, [1, 1])
    assert.equal(second.rows.get(`pupils ${noor}`)?.[7], 'Noor')
    assert.equal(echo.filter(Array.isArray).length, 0)
  })

  it('answers a batch that comes twice the same, and does it once', async () => {
    const hub = await aHub(await open())
    const desk = await hub.found()
    const at = hub.clock.now
    const body = desk.envelope([desk.set('pupils', noor, null, pupil('Noor'), desk.stamp(at))], 1)

    const one = await desk.send(body)
    const two = await desk.send(body)
    const other = desk.envelope(
      [desk.set('pupils', noor, 'firstName', 'Anders', desk.stamp(at + 1))],
      1,
    )
    const fork = await desk.send(other)
    const gap = await desk.send({ ...other, batch: 5 })

    assert.deepEqual(two.json(), one.json())
    assert.equal(fork.json().code, 'fork')
    assert.deepEqual(gap.json(), { code: 'gap', last: 1 })
  })

  it('keeps the later of two that did not see each other, and both of different fields', async () => {
    const hub = await aHub(await open())
    const a = await hub.found()
    const at = hub.clock.now
    await a.push(
      a.set('staff', heidi, null, person(heidi, 'office'), a.stamp(at - 10)),
      a.set('pupils', noor, null, pupil('Noor'), a.stamp(at)),
    )
    const b = await hub.enrol(heidi)
    await b.pull()
    const base = a.stamp(at)

    hub.clock.now += 60_000
    const later = await b.push(b.set('pupils', noor, 'note', 'van b', b.stamp(at + 20), base))
    const lost = await a.push(
      a.set('pupils', noor, 'note', 'van a', a.stamp(at + 10), base),
      a.set('pupils', noor, 'email', 'noor@example.org', a.stamp(at + 11), base),
    )

    assert.deepEqual(later.outcomes, [1])
    const [late, other] = lost.outcomes
    assert.ok(typeof late === 'object' && late.fate === 'lost')
    assert.equal(late.now?.fields.note, 'van b')
    assert.equal(other, 1)
    await a.pull()
    assert.equal([...a.rows.keys()].filter((key) => key.startsWith('syncNotices')).length, 1)
  })

  it('gives a teacher the pupils of her groups, and takes them away with the group', async () => {
    const hub = await aHub(await open())
    const office = await hub.found()
    const at = hub.clock.now
    await office.push(
      office.set('staff', heidi, null, person(heidi, 'office'), office.stamp(at)),
      office.set('staff', sanne, null, person(sanne, 'teacher'), office.stamp(at, 1)),
      office.set(
        'schoolYears',
        year,
        null,
        { id: year, name: '2026-2027', startsOn: '2026-08-01', endsOn: '2027-07-31' },
        office.stamp(at, 2),
      ),
      office.set(
        'groups',
        group,
        null,
        {
          id: group,
          schoolYearId: year,
          name: '3A',
          kind: 'class',
          yearGrades: '["3"]',
          room: null,
        },
        office.stamp(at, 3),
      ),
      office.set(
        'groupStaff',
        'gs',
        null,
        { id: 'gs', groupId: group, staffId: sanne, task: 'teacher' },
        office.stamp(at, 4),
      ),
      office.set(
        'pupils',
        noor,
        null,
        { ...pupil('Noor'), nationalNumber: '999990007', nationalNumberKind: 'bsn' },
        office.stamp(at, 5),
      ),
      office.set(
        'memberships',
        'm1',
        null,
        { id: 'm1', pupilId: noor, groupId: group, from: null, until: null },
        office.stamp(at, 6),
      ),
    )
    const teacher = await hub.enrol(sanne)
    const heard = await teacher.pull()
    const shown = teacher.rows.get(`pupils ${noor}`)

    await office.push(
      office.set(
        'memberships',
        'm1',
        'until',
        '2026-11-01',
        office.stamp(at + 5),
        office.stamp(at, 6),
      ),
    )
    await teacher.pull()

    assert.equal(shown?.[7], 'Noor')
    assert.ok(!JSON.stringify(heard).includes('999990007'))
    assert.equal(teacher.rows.has(`pupils ${noor}`), false)
  })
})
