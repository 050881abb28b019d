import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { PortalDatabase } from '../../src-portal/platform/portal-database.ts'
import { openTestPglite } from '../portal/test-databases.ts'
import { fillSchool, milan, noor, pupil, sanne } from '../sync/school-rows.ts'
import { aHub, heidi } from '../sync/test-hub.ts'

const stranger = '0197c000-0000-7000-8000-0000000000a9'
const group = '0197c000-0000-7000-8000-0000000000b1'
const observation = JSON.stringify({ kind: 'absent', code: null, spells: [], by: 'x', at: 'x' })
type Fields = { readonly id: string } & Readonly<Record<string, unknown>>

const place = (pupilId: string) => ({ pupilId, day: '2026-11-23', part: 'morning' })

describe('absence at the desk of a teacher', () => {
  let database: PortalDatabase
  let hub: Awaited<ReturnType<typeof aHub>>
  let office: Awaited<ReturnType<typeof hub.found>>
  let teacher: Awaited<ReturnType<typeof hub.enrol>>
  let count = 100

  before(async () => {
    database = await openTestPglite()
    hub = await aHub(database)
    office = await hub.found()
    await fillSchool(office, hub.clock.now)
    const make = (tbl: string, fields: Fields) =>
      office.set(tbl, fields.id, null, fields, office.stamp(hub.clock.now, ++count))
    await office.push(
      make('pupils', pupil(stranger, 'Vreemd')),
      make('absenceReports', {
        ...{ id: 'r1', pupilId: noor, source: 'office', from: '2026-11-23', until: '2026-11-23' },
        ...{ part: 'day', weekdays: '[]', everyWeeks: 1, code: 'ill', note: 'koorts van Noor' },
        ...{ reportedBy: heidi, reportedAt: 'x' },
      }),
      make('absenceMarks', { id: 'm9', ...place(stranger), observation }),
      make('callAttempts', {
        ...{ id: 'c1', pupilId: noor, day: '2026-11-23', at: 'x', staffId: heidi },
        ...{ guardianId: null, contactId: null, result: 'no-answer', note: null },
      }),
    )
    teacher = await hub.enrol(sanne)
    await teacher.pull()
  })
  after(() => database.close())

  async function push(tbl: string, fields: Fields) {
    const stamp = teacher.stamp(hub.clock.now, ++count)
    const answer = await teacher.push(teacher.set(tbl, fields.id, null, fields, stamp))
    return JSON.stringify(answer.outcomes[0])
  }

  it('holds what is said of own pupils, and neither notes, calls nor other groups', () => {
    const held = JSON.stringify([...teacher.rows])

    assert.ok(teacher.rows.has('absenceReports r1'))
    assert.doesNotMatch(held, /koorts|callAttempts|m9|Vreemd/)
  })

  it('marks own pupils and closes own registers', async () => {
    assert.match(
      await push('absenceMarks', { id: 'm1a', ...place(noor), observation }),
      /^\[?1\]?$/,
    )
    assert.match(
      await push('absenceMarks', { id: 'm2a', ...place(milan), observation }),
      /^\[?1\]?$/,
    )
    assert.match(
      await push('registers', {
        ...{ id: 'reg', groupId: group, day: '2026-11-23', part: 'morning' },
        ...{ closedAt: 'x', closedBy: sanne, remindedAt: null, remindedBy: null },
      }),
      /^\[?1\]?$/,
    )
    await office.pull()
    assert.ok(office.rows.has('absenceMarks m1a'))
  })

  it('marks no others, decides nothing, and reports nobody', async () => {
    const decision = JSON.stringify({ kind: 'present', code: null, spells: [], by: 'x', at: 'x' })

    assert.match(
      await push('absenceMarks', { id: 'm3a', ...place(stranger), observation }),
      /not-allowed/,
    )
    assert.match(
      await push('absenceDecisions', { id: 'd1', ...place(noor), decision } as {
        readonly id: string
      }),
      /not-allowed/,
    )
    assert.match(
      await push('absenceReports', {
        ...{ id: 'r2', pupilId: noor, source: 'office', from: '2026-11-23', until: null },
        ...{ part: 'day', weekdays: '[]', everyWeeks: 1, code: 'ill', reportedBy: sanne },
        ...{ reportedAt: 'x' },
      }),
      /not-allowed/,
    )
  })
})

it('of two offices that decide about one mark the first stands, and the second hears it', async () => {
  const database = await openTestPglite()
  const hub = await aHub(database)
  const first = await hub.found()
  await fillSchool(first, hub.clock.now)
  const second = await hub.enrol(heidi)
  const decide = (desk: typeof first, kind: string, n: number) =>
    desk.push(
      desk.set(
        'absenceDecisions',
        'd1',
        null,
        { id: 'd1', ...place(noor), decision: JSON.stringify({ kind }) },
        desk.stamp(hub.clock.now, n),
      ),
    )

  const one = await decide(first, 'absent', 900)
  const other = await decide(second, 'present', 901)
  await second.pull()

  assert.match(JSON.stringify(one.outcomes), /^\[?1\]?$/)
  assert.match(JSON.stringify(other.outcomes), /decided-already/)
  assert.match(JSON.stringify(second.rows.get('absenceDecisions d1')), /absent/)
  await database.close()
})
