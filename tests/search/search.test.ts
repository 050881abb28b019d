import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aSchool, day, heidi } from '../builders/school.ts'
import {
  class6B,
  enrolled,
  tom,
  withClasses,
  withDoctor,
  withGuardian,
  withHome,
} from '../pupils/a-family.ts'
import { fillSchool } from '../pupils/big-school.ts'

type School = ReturnType<typeof aSchool>

const hits = (school: School, text: string) => school.search.find({ text, limit: 20 })

const found = async (school: School, text: string) =>
  (await hits(school, text)).map(
    ({ title, because }) => `${title} · ${because.field} ${because.text}`,
  )

/** Saar in 4A with mother Petra Jansen, in the Parklaan; doctor De Wit. */
async function withSaar(school: School) {
  withClasses(school)
  const saar = await enrolled(school, { firstName: 'Saar', prefix: 'de', lastName: 'Vriés' })
  const home = withHome(school, [saar], {
    n: 1,
    street: 'Parklaan',
    houseNumber: '112',
    postcode: '3521 AB',
    town: 'Utrecht',
  })
  withGuardian(school, [saar], {
    n: 1,
    email: 'petra@example.org',
    phone: '+31612345678',
    householdId: home,
  })
  withDoctor(school, [saar], { n: 1, name: 'De Wit', phone: '+31302223344' })
  return saar
}

describe('searching', () => {
  it('finds a pupil by words in any order, without accents or case', async () => {
    using school = aSchool()
    await withSaar(school)

    for (const text of ['saar', 'VRIES', 'vries saar', 'de vries', '4a saar']) {
      const [first] = await hits(school, text)
      assert.equal(first?.title, 'Saar de Vriés', text)
    }
    assert.deepEqual(await hits(school, 'saar smit'), [])
    assert.deepEqual(await hits(school, '  '), [])
  })

  it('says of each hit why it was found', async () => {
    using school = aSchool()
    await withSaar(school)

    assert.deepEqual(await found(school, 'jansen'), [
      'Petra Jansen · name Petra Jansen',
      'Saar de Vriés · guardian Petra Jansen',
    ])
    assert.deepEqual(await found(school, 'parklaan 112'), [
      'Saar de Vriés · address Parklaan 112',
      'Petra Jansen · address Parklaan 112',
    ])
    assert.deepEqual(await found(school, 'petra@'), ['Petra Jansen · email petra@example.org'])
    assert.deepEqual(await found(school, 'wit'), ['De Wit · name De Wit'])
    assert.deepEqual(await found(school, 'tom'), ['Tom Bakker · name Tom Bakker'])
  })

  it('finds a phone by any three digits or more in a row, however typed', async () => {
    using school = aSchool()
    await withSaar(school)

    for (const text of ['5678', '06-1234 56', '0612345678', '+31 6 12345678', '0031612345678']) {
      assert.deepEqual(
        await found(school, text),
        ['Saar de Vriés · phone +31612345678', 'Petra Jansen · phone +31612345678'],
        text,
      )
    }
    assert.deepEqual(await hits(school, '5679'), [])
  })

  it('tells whose guardian somebody is, and opens the child’s file', async () => {
    using school = aSchool()
    const saar = await withSaar(school)

    const [hit] = await hits(school, 'petra')

    assert.deepEqual(
      [hit?.kind, hit?.pupilId, hit?.context, hit?.relation],
      ['guardian', saar, 'Saar de Vriés', 'mother'],
    )
  })

  it('finds groups, with their school year', async () => {
    using school = aSchool()
    withClasses(school)

    const [hit] = await hits(school, '6b')

    assert.deepEqual([hit?.kind, hit?.title, hit?.context], ['group', '6B', '2026-2027'])
  })

  it('puts the start of a name before the start of a word, and that before a guardian', async () => {
    using school = aSchool()
    withClasses(school)
    const plain = { prefix: null, lastName: 'Uil' }
    const inside = await enrolled(school, { ...plain, firstName: 'Rosanne' })
    const word = await enrolled(school, { ...plain, firstName: 'Jip Anne' })
    const start = await enrolled(school, { ...plain, firstName: 'Anne' })
    const child = await enrolled(school, { ...plain, firstName: 'Bo' })
    withGuardian(school, [child], { n: 1, firstName: 'Anne', lastName: 'Smit' })

    const pupils = (await hits(school, 'anne')).filter(({ kind }) => kind === 'pupil')

    assert.deepEqual(
      pupils.map(({ id }) => id),
      [start, word, inside, child],
    )
  })

  it('finds former and coming pupils too, labelled, after those at school', async () => {
    using school = aSchool()
    await enrolled(school, { firstName: 'Abel' }, { groupId: null, endsOn: day('2026-10-16') })
    await enrolled(school, { firstName: 'Bas' }, { groupId: null, startsOn: day('2027-01-11') })
    await enrolled(school, { firstName: 'Cas' }, { groupId: null })

    assert.deepEqual(
      (await hits(school, 'berg')).map(({ title, status }) => `${title} ${status}`),
      ['Cas van den Berg current', 'Abel van den Berg former', 'Bas van den Berg future'],
    )
  })

  it('finds a national number for the office, and does not show it whole', async () => {
    using school = aSchool()
    await enrolled(school, { nationalNumber: '999990007' }, { groupId: null })

    assert.deepEqual(await found(school, '999990007'), ['Anna van den Berg · number ••••007'])
  })
})

describe('a teacher who searches', () => {
  it('finds own pupils and their people, and no others', async () => {
    using school = aSchool()
    await withSaar(school)
    const other = await enrolled(school, { firstName: 'Saartje' }, { groupId: class6B })
    withGuardian(school, [other], { n: 2, firstName: 'Petronella', phone: '+31699999999' })
    school.become('teacher', { staffId: tom })

    const titles = async (text: string) => (await hits(school, text)).map(({ title }) => title)

    assert.deepEqual(await titles('saar'), ['Saar de Vriés'])
    assert.deepEqual(await titles('petr'), ['Petra Jansen', 'Saar de Vriés'])
    assert.deepEqual(await titles('99999999'), [])
    assert.deepEqual(await titles('6b'), [])
    assert.deepEqual(await titles('4a'), ['4A', 'Saar de Vriés'])
  })
})

describe('a guardian of a protected child and of an open one', () => {
  it('is found by name alone, and only for the open child', async () => {
    using school = aSchool()
    withClasses(school)
    const open = await enrolled(school, { firstName: 'Open' })
    const hidden = await enrolled(school, { firstName: 'Verborgen' })
    withGuardian(school, [open, hidden], { n: 1, email: 'petra@example.org' })
    const fields = { protectionLevel: 2, alias: 'Merel', protectionAgreement: null } as const
    await school.pupils.protect({ id: hidden, fields })

    const [hit] = await hits(school, 'petra')

    assert.deepEqual([hit?.title, hit?.context], ['Petra Jansen', 'Open van den Berg'])
    assert.deepEqual(await hits(school, 'petra@example'), [])
  })
})

describe('what was found before', () => {
  it('follows every change', async () => {
    using school = aSchool()
    const saar = await withSaar(school)
    await hits(school, 'saar')

    await school.pupils.change({ id: saar, fields: { firstName: 'Sara' } })
    withGuardian(school, [saar], { n: 1, firstName: 'Petra', lastName: 'Pietersen' })
    withHome(school, [saar], { n: 1, street: 'Molenweg', houseNumber: '81' })

    assert.deepEqual(await hits(school, 'saar'), [])
    assert.deepEqual(await found(school, 'pietersen'), [
      'Petra Pietersen · name Petra Pietersen',
      'Sara de Vriés · guardian Petra Pietersen',
    ])
    assert.deepEqual(await found(school, 'molenweg'), ['Sara de Vriés · address Molenweg 81'])
    assert.deepEqual(await hits(school, 'parklaan'), [])
  })

  it('is gone when two records are merged or a pupil is protected', async () => {
    using school = aSchool()
    const saar = await withSaar(school)
    const twice = await enrolled(school, { firstName: 'Sarah' })
    await hits(school, 'sarah')

    await school.pupils.merge({ keep: saar, drop: twice, fields: {} })
    const fields = { protectionLevel: 2, alias: 'Merel', protectionAgreement: null } as const
    await school.pupils.protect({ id: saar, fields })

    assert.deepEqual(await hits(school, 'sarah'), [])
    assert.deepEqual(await hits(school, 'petra'), [])
    assert.deepEqual(await found(school, 'merel'), ['Merel · name Merel'])
  })

  it('follows an import of thousands', async () => {
    using school = aSchool()
    await hits(school, 'a')

    school.database.write({ staffId: heidi, path: 'imports.apply' }, (db) => fillSchool(db, 300))

    const [hit] = await hits(school, 'anna berg0')
    assert.equal(hit?.title, 'Anna Berg0')
  })
})
