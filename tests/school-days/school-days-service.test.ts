import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { GroupId } from '#shared/groups/group.ts'
import { usualWeek } from '#shared/school-days/day-pattern.ts'
import { aSchool, day, numbered } from '../builders/school.ts'
import { hours, morningOnly } from './a-school-year.ts'

async function withYear(school: ReturnType<typeof aSchool>) {
  const fields = { name: '2026-2027', startsOn: '2026-08-01', endsOn: '2027-07-31' }
  const year = await school.groups.saveYear({ id: null, fields })
  assert(year.ok)
  const group = { name: '4A', kind: 'class' as const, yearGrades: ['4'], room: null }
  const made = await school.groups.add({ schoolYearId: year.value, fields: group })
  assert(made.ok)
  return { schoolYearId: year.value, groupId: made.value }
}

const studyDay = {
  kind: 'study-day' as const,
  name: 'Studiedag',
  startsOn: '2026-11-26',
  endsOn: '2026-11-26',
  part: 'all' as const,
  hours: null,
  groupIds: null,
}

describe('the week of a group', () => {
  it('is one row for a group and a first day, however often it is saved, and can go again', async () => {
    using school = aSchool()
    const { groupId } = await withYear(school)
    const week = { ...usualWeek('nl'), startsOn: '2026-08-01' }

    await school.schoolDays.savePattern({ ...week, groupIds: [groupId, null] })
    await school.schoolDays.savePattern({ ...week, friday: morningOnly, groupIds: [groupId] })
    const { patterns } = await school.schoolDays.find({})

    assert.deepEqual(
      new Map(patterns.map((pattern) => [pattern.groupId, pattern.friday?.endsAt])),
      new Map([
        [groupId, '12:00'],
        [null, '14:00'],
      ]),
    )
    for (const { id } of patterns) await school.schoolDays.removePattern({ id })
    assert.deepEqual((await school.schoolDays.find({})).patterns, [])
  })

  it('is refused for a group that is not there', async () => {
    using school = aSchool()
    await withYear(school)
    const week = { ...usualWeek('nl'), startsOn: '2026-08-01' }

    const answer = await school.schoolDays.savePattern({
      ...week,
      groupIds: [GroupId.parse(numbered(7))],
    })

    assert.deepEqual(answer, { ok: false, refusal: 'group.not-found' })
  })
})

describe('an exception', () => {
  it('is kept, changed and taken away, and can be undone', async () => {
    using school = aSchool()
    await withYear(school)

    const made = await school.schoolDays.saveException({ id: null, fields: studyDay })
    assert(made.ok)
    const moved = { ...studyDay, kind: 'other-hours' as const, hours }
    await school.schoolDays.saveException({ id: made.value, fields: moved })
    assert.deepEqual((await school.schoolDays.find({})).exceptions, [
      { ...moved, id: made.value, presetKey: null },
    ])
    await school.schoolDays.removeException({ id: made.value })

    assert.deepEqual((await school.schoolDays.find({})).exceptions, [])
  })

  it('is refused without a name, in no known year, and when it is gone', async () => {
    using school = aSchool()
    await withYear(school)
    const save = (id: string | null, wanted: object) =>
      school.schoolDays.saveException({ id, fields: { ...studyDay, ...wanted } })

    const answers = await Promise.all([
      save(null, { name: ' ' }),
      save(null, { startsOn: '2036-11-26', endsOn: '2036-11-26' }),
      save(numbered(7), {}),
    ])

    assert.deepEqual(
      answers.map((answer) => (answer.ok ? '' : answer.refusal)),
      ['exception.name-needed', 'exception.outside-years', 'exception.not-found'],
    )
  })

  it('is the office’s to make', async () => {
    using school = aSchool()
    await withYear(school)
    school.become('teacher')

    await assert.rejects(school.schoolDays.saveException({ id: null, fields: studyDay }))
    assert.equal((await school.schoolDays.find({})).years.length, 1)
  })
})

describe('holidays of the open data', () => {
  it('are taken over once, and again with the new days when the data changed', async () => {
    using school = aSchool()
    const { schoolYearId } = await withYear(school)
    const wanted = { region: 'NL-MI', schoolYearId } as const
    const { proposals: before } = await school.schoolDays.proposals(wanted)
    const keys = before.filter(({ doubt }) => !doubt).map(({ key }) => key)

    const taken = await school.schoolDays.acceptProposals({ ...wanted, keys })
    await school.schoolDays.acceptProposals({ ...wanted, keys })
    const { exceptions } = await school.schoolDays.find({})
    const autumn = exceptions.find(({ name }) => name === 'Herfstvakantie')
    assert(autumn)
    const { id, presetKey, ...fields } = autumn
    await school.schoolDays.saveException({ id, fields: { ...fields, endsOn: day('2026-10-23') } })
    const { proposals: after, region } = await school.schoolDays.proposals({
      ...wanted,
      region: null,
    })

    assert.deepEqual(taken, { ok: true, value: keys.length })
    assert.equal(exceptions.length, keys.length)
    assert.equal(region, 'NL-MI')
    assert.deepEqual(after.find(({ key }) => key === presetKey)?.known, {
      startsOn: '2026-10-17',
      endsOn: '2026-10-23',
    })
  })
})

describe('changing days', () => {
  it('says what was done on them already', async () => {
    using school = aSchool()
    const { groupId } = await withYear(school)

    const touched = await school.schoolDays.touched({
      startsOn: day('2026-11-23'),
      endsOn: day('2026-11-27'),
      groupIds: [groupId],
    })

    assert.deepEqual(touched, { registers: 0, reports: 0, rounds: 0, events: 0 })
  })
})

describe('a term', () => {
  it('is kept by its first day', async () => {
    using school = aSchool()
    const term = (name: string, startsOn: string, endsOn: string) =>
      school.schoolDays.saveTerm({ id: null, fields: { name, startsOn, endsOn } })

    await term('Vårtermin', '2027-01-11', '2027-06-11')
    await term('Hösttermin', '2026-08-18', '2026-12-18')

    assert.deepEqual(
      (await school.schoolDays.find({})).terms.map(({ name }) => name),
      ['Hösttermin', 'Vårtermin'],
    )
  })
})
