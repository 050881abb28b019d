import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { GroupId, SchoolYearId } from '#shared/groups/group.ts'
import {
  anna,
  aSchoolWithFamilies,
  group4a,
  group12,
  juf,
  linkOf,
  noor,
  noorsMother,
  saar,
  thisYear,
  tim,
  yusuf,
} from '../builders/families.ts'
import { day, friday, monday, numbered } from '../builders/school.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const aGroup = (name: string) => ({ name, kind: 'class' as const, yearGrades: ['4'], room: null })

async function countsOf(school: School) {
  const rows = await school.groups.list({ schoolYearId: null })
  return Object.fromEntries(rows.map(({ name, pupilCount }) => [name, pupilCount]))
}

describe('the groups of the running year', () => {
  it('come in the order of their doors, with pupils, team and what is missing', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeLink({ id: linkOf(saar, anna), fields: { authority: 'unknown' } })

    const rows = await school.groups.list({ schoolYearId: null })

    assert.deepEqual(rows, [
      {
        id: group12,
        schoolYearId: thisYear,
        name: '1/2A',
        kind: 'class',
        yearGrades: ['1', '2'],
        room: null,
        schoolYearName: '2026-2027',
        pupilCount: 1,
        incompleteCount: 0,
        staff: [],
      },
      {
        id: group4a,
        schoolYearId: thisYear,
        name: '4A',
        kind: 'class',
        yearGrades: ['4'],
        room: null,
        schoolYearName: '2026-2027',
        pupilCount: 3,
        incompleteCount: 1,
        staff: [{ id: juf, name: 'Joke Juf', task: 'teacher' }],
      },
    ])
  })

  it('have names of their own, whatever the capitals', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.groups.add({ schoolYearId: thisYear, fields: aGroup('4a') })

    assert.deepEqual(answer, {
      ok: false,
      refusal: 'group.name-taken',
      details: { name: '4a' },
    })
  })

  it('go only when nobody is or was in them', async () => {
    using school = aSchoolWithFamilies()
    const added = await school.groups.add({ schoolYearId: thisYear, fields: aGroup('4B') })
    assert(added.ok)

    const answers = [
      await school.groups.remove({ id: group4a }),
      await school.groups.remove({ id: added.value }),
    ]

    assert.deepEqual(answers, [
      { ok: false, refusal: 'group.not-empty', details: { count: 3 } },
      { ok: true, value: null },
    ])
  })
})

describe('a school year', () => {
  it('does not overlap another', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.groups.saveYear({
      id: null,
      fields: { name: '2027', startsOn: '2027-07-31', endsOn: '2028-07-31' },
    })

    assert.deepEqual(answer, {
      ok: false,
      refusal: 'year.overlaps',
      details: { name: '2026-2027' },
    })
  })

  it('ends after it starts', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.groups.saveYear({
      id: thisYear,
      fields: { name: '2026-2027', startsOn: '2027-07-31', endsOn: '2026-08-01' },
    })

    assert.deepEqual(answer, { ok: false, refusal: 'year.ends-before-it-starts' })
  })

  it('that is unknown has no groups and takes none', async () => {
    using school = aSchoolWithFamilies()
    const unknown = SchoolYearId.parse(numbered(99))

    assert.deepEqual(await school.groups.list({ schoolYearId: unknown }), [])
    assert.deepEqual(await school.groups.add({ schoolYearId: unknown, fields: aGroup('4B') }), {
      ok: false,
      refusal: 'year.not-found',
    })
  })
})

describe('placing pupils in a group', () => {
  it('ends their other class of that year the day before', async () => {
    using school = aSchoolWithFamilies()

    const answer = await school.groups.place({
      pupilIds: [saar, yusuf, tim],
      groupId: group12,
      from: friday,
    })

    assert.deepEqual(answer, { ok: true, value: 2 })
    const file = await school.pupils.file({ id: saar })
    assert(file.ok)
    assert.deepEqual(
      file.value.memberships.map(({ group, from, until }) => [group.name, from, until]).sort(),
      [
        ['1/2A', '2026-11-27', null],
        ['4A', '2026-08-01', '2026-11-26'],
      ],
    )
  })

  it('from the first day on leaves no trace of the class they never sat in', async () => {
    using school = aSchoolWithFamilies()

    await school.groups.place({ pupilIds: [saar], groupId: group12, from: day('2026-08-01') })

    const file = await school.pupils.file({ id: saar })
    assert.deepEqual(file.ok && file.value.memberships.map(({ group }) => group.name), ['1/2A'])
  })

  it('in a set leaves them in their class', async () => {
    using school = aSchoolWithFamilies()
    const set = await school.groups.add({
      schoolYearId: thisYear,
      fields: { ...aGroup('Plus'), kind: 'set' },
    })
    assert(set.ok)

    await school.groups.place({ pupilIds: [saar], groupId: set.value, from: monday })

    assert.deepEqual(await countsOf(school), { '1/2A': 1, '4A': 3, Plus: 1 })
  })

  it('and back again within the year makes one stay of it', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.takeOut({ pupilId: saar, groupId: group4a, until: day('2026-10-01') })

    await school.groups.place({ pupilIds: [saar], groupId: group4a, from: monday })

    const file = await school.pupils.file({ id: saar })
    assert.deepEqual(file.ok && file.value.memberships.map(({ from, until }) => [from, until]), [
      ['2026-08-01', null],
    ])
  })

  it('is refused as a whole when a pupil or the group is unknown', async () => {
    using school = aSchoolWithFamilies()
    const group = GroupId.parse(numbered(99))

    const answers = [
      await school.groups.place({
        pupilIds: [saar, numbered(98)],
        groupId: group12,
        from: monday,
      }),
      await school.groups.place({ pupilIds: [saar], groupId: group, from: monday }),
    ]

    assert.deepEqual(answers, [
      { ok: false, refusal: 'pupil.not-found' },
      { ok: false, refusal: 'group.not-found' },
    ])
    assert.deepEqual(await countsOf(school), { '1/2A': 1, '4A': 3 })
  })
})

describe('who lacks what', () => {
  it('is listed per group, an alias in place of a hidden name', async () => {
    using school = aSchoolWithFamilies()
    await school.families.changeLink({ id: linkOf(saar, anna), fields: { authority: 'unknown' } })
    await school.families.setPhones({ ownerKind: 'guardian', ownerId: anna, phones: [] })
    const hidden = linkOf(noor, noorsMother)
    await school.pupils.reveal({ id: noor, reason: 'gezagsregister' })
    await school.families.changeLink({ id: hidden, fields: { authority: 'unknown' } })

    const rows = await school.groups.incomplete({ groupId: group4a })

    assert.deepEqual(
      rows.map(({ name, groupName, missing }) => ({ name, groupName, missing })),
      [
        { name: 'Sol Vinter', groupName: '4A', missing: ['authority'] },
        { name: 'Saar de Vries', groupName: '4A', missing: ['authority'] },
      ],
    )
  })

  it('tells a teacher of the own pupils only', async () => {
    using school = aSchoolWithFamilies()
    for (const id of [tim, saar]) await school.pupils.change({ id, fields: { birthDate: null } })

    const rows = await school
      .become('teacher', { staffId: juf })
      .groups.incomplete({ groupId: null })

    assert.deepEqual(
      rows.map(({ pupilId }) => pupilId),
      [saar],
    )
  })
})

describe('the team of a group', () => {
  it('decides which pupils a teacher sees', async () => {
    using school = aSchoolWithFamilies()
    await school.groups.assignStaff({ groupId: group12, staffId: juf, task: 'assistant' })
    await school.groups.assignStaff({ groupId: group4a, staffId: juf, task: null })

    const rows = await school.become('teacher', { staffId: juf }).families.list({})

    assert.deepEqual(
      rows.map(({ pupilNames }) => pupilNames),
      ['Tim'],
    )
  })
})
