import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { holdsAll, readTerms } from '#shared/search/haystack.ts'
import { aSchool, day } from '../builders/school.ts'
import { class6B, enrolled, tom, withClasses, withGuardian, withHome } from './a-family.ts'

describe('the list of pupils', () => {
  it('says of each pupil what the office needs at a glance', async () => {
    using school = aSchool()
    withClasses(school)
    const anna = await enrolled(school)
    const home = withHome(school, [anna], {
      n: 1,
      street: 'Parklaan',
      houseNumber: '112',
      town: 'Utrecht',
    })
    withGuardian(school, [anna], { n: 1, phone: '+31612345678', householdId: home })

    const [row] = await school.pupils.list({})

    assert(row)
    const { haystack, groupIds, ...rest } = row
    assert.deepEqual(rest, {
      id: anna,
      name: 'Anna van den Berg',
      sortName: 'Berg, Anna van den',
      groupName: '4A',
      birthDate: '2018-05-14',
      sex: 'female',
      address: 'Parklaan 112',
      town: 'Utrecht',
      phone: '+31612345678',
      status: 'current',
      statusOn: null,
      isProtected: false,
      hasMedicalAlert: false,
      missingCount: 0,
    })
  })

  it('is in the order of the country', async () => {
    for (const [country, order] of [
      ['nl', ['Berg, Anna van den', 'Smit, Bo', 'Uil, Cas']],
      ['be', ['Smit, Bo', 'Uil, Cas', 'Van den Berg, Anna']],
    ] as const) {
      using school = aSchool({ country })
      withClasses(school)
      await enrolled(school)
      await enrolled(school, { firstName: 'Cas', prefix: null, lastName: 'Uil' })
      await enrolled(school, { firstName: 'Bo', prefix: null, lastName: 'Smit' })

      const rows = await school.pupils.list({})

      assert.deepEqual(
        rows.map(({ sortName }) => sortName),
        order,
      )
    }
  })

  it('tells pupils of today from those to come, those who left and those who applied', async () => {
    using school = aSchool()
    withClasses(school)
    await enrolled(school, { firstName: 'A' })
    await enrolled(school, { firstName: 'B' }, { startsOn: day('2027-01-11') })
    await enrolled(school, { firstName: 'C' }, { endsOn: day('2026-10-16') })
    await enrolled(school, { firstName: 'D' }, { startsOn: null, groupId: null })

    const rows = await school.pupils.list({})

    assert.deepEqual(
      rows.map(({ status, statusOn, groupName }) => [status, statusOn, groupName]),
      [
        ['current', null, '4A'],
        ['future', '2027-01-11', ''],
        ['former', '2026-10-16', ''],
        ['applicant', null, ''],
      ],
    )
  })

  it('counts what is missing', async () => {
    using school = aSchool()
    await enrolled(school, { birthDate: null, sex: 'unknown' }, { groupId: null })

    const [row] = await school.pupils.list({})

    // Birth date, sex, class, address, guardian, a phone and authority.
    assert.equal(row?.missingCount, 7)
  })

  it('misses the group of those alone who are at school now, as the file and the start screen do', async () => {
    using school = aSchool()
    withClasses(school)
    const stays = [
      { startsOn: day('2026-08-01') },
      { startsOn: day('2027-01-11') },
      { startsOn: null },
      { startsOn: day('2025-08-01'), endsOn: day('2026-07-31') },
    ]
    const ids = []
    for (const stay of stays) ids.push(await enrolled(school, {}, { groupId: null, ...stay }))
    const home = withHome(school, ids, { n: 1, street: 'Parklaan', houseNumber: '1', town: 'Dorp' })
    withGuardian(school, ids, { n: 1, phone: '+31612345678', householdId: home })

    const rows = await school.pupils.list({})

    const inOrder = ids.map((id) => rows.find((row) => row.id === id))
    assert.deepEqual(
      inOrder.map((row) => [row?.status, row?.missingCount]),
      [
        ['current', 1],
        ['future', 0],
        ['applicant', 0],
        ['former', 0],
      ],
    )
    for (const [n, id] of ids.entries()) {
      const file = await school.pupils.file({ id })
      assert.deepEqual(file.ok && file.value.missing, n === 0 ? ['group'] : [])
    }
    assert.equal((await school.schoolSettings.today({})).incompleteCount, 1)
  })

  it('never offers a guardian whom a court forbids contact as the first to call', async () => {
    using school = aSchool()
    withClasses(school)
    const anna = await enrolled(school)
    withGuardian(school, [anna], { n: 1, phone: '+31611111111', noContact: true })
    withGuardian(school, [anna], { n: 2, phone: '+31622222222' })

    const [row] = await school.pupils.list({})

    assert.equal(row?.phone, '+31622222222')
  })

  it('can be filtered by name, class, address, guardian and phone, without accents or dashes', async () => {
    using school = aSchool()
    withClasses(school)
    const anna = await enrolled(school, { firstName: 'Zoë' })
    const home = withHome(school, [anna], {
      n: 1,
      street: 'Parklaan',
      houseNumber: '112',
      town: 'Utrecht',
    })
    withGuardian(school, [anna], {
      n: 1,
      lastName: 'Yılmaz',
      phone: '+31612345678',
      householdId: home,
    })
    const [row] = await school.pupils.list({})

    const found = [
      'zoe berg',
      'ZOË 4a',
      'park 112',
      'yilmaz',
      '06-1234 56',
      '+31 6 12345678',
      '5678',
    ]
    const notFound = ['zoe smit', '5679', '6b']

    const isFound = (text: string) => holdsAll(row?.haystack ?? '', readTerms(text))
    assert.deepEqual(found.filter(isFound), found)
    assert.deepEqual(notFound.filter(isFound), [])
  })

  it('shows what changed a moment ago', async () => {
    using school = aSchool()
    withClasses(school)
    const anna = await enrolled(school)
    await school.pupils.list({})

    await school.pupils.change({ id: anna, fields: { firstName: 'Anneke' } })
    withGuardian(school, [anna], { n: 1, phone: '+31612345678' })

    const [row] = await school.pupils.list({})
    assert.deepEqual([row?.name, row?.phone], ['Anneke van den Berg', '+31612345678'])
  })

  it('of a teacher holds the pupils of own groups', async () => {
    using school = aSchool()
    withClasses(school)
    await enrolled(school, { firstName: 'Own' })
    const other = await enrolled(school, { firstName: 'Other' }, { groupId: class6B })
    school.become('teacher', { staffId: tom })

    const rows = await school.pupils.list({})

    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Own van den Berg'],
    )
    assert.deepEqual(await school.pupils.file({ id: other }), {
      ok: false,
      refusal: 'pupil.not-found',
    })
  })

  it('is not for the ICT role', async () => {
    using school = aSchool({ as: 'ict' })

    await assert.rejects(school.pupils.list({}), /Not allowed/)
  })
})
