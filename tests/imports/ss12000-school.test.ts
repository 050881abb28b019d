import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { enrolments, pupils } from '../../src-main/pupils/pupils-table.ts'
import {
  anImportingSchool,
  type ImportingSchool,
  noSharedData,
  sample,
} from './importing-school.ts'
import {
  aKlass,
  anAdult,
  aPupil,
  atHome,
  pagesOf,
  responsible,
  school as unit,
} from './ss12000-pages.ts'
import { aZip } from './zip-file.ts'

const swedish = () => anImportingSchool({ country: 'se' })
const read = (school: ImportingSchool) => school.database.read

const family = pagesOf({
  organisations: [unit],
  persons: [
    aPupil('Elsa', {
      addresses: [atHome('Storgatan 5')],
      responsibles: [responsible('Ann', 'Vårdnadshavare')],
    }),
    aPupil('Nils', { responsibles: [responsible('Ann', 'Vårdnadshavare')] }),
    anAdult('Ann', {
      addresses: [atHome('Storgatan 5')],
      phoneNumbers: [{ number: '0701740605' }],
    }),
  ],
  groups: [aKlass('4A', ['Elsa', 'Nils'])],
})

describe('a school that receives SS 12000', () => {
  it('has the family as the pages say, and no custody that nobody stated', async () => {
    using school = swedish()

    const { report } = await school.import(family)

    const { counts } = report
    assert.deepEqual(
      [counts.pupils.new, counts.guardians.new, counts.households.new, counts.groups.new],
      [2, 1, 1, 1],
    )
    const rows = school.rows()
    assert.deepEqual(
      rows.guardianLinks?.map((link) => Reflect.get(Object(link), 'authority')),
      ['unknown', 'unknown'],
    )
  })

  it('shows nobody where a marked pupil lives', async () => {
    using school = swedish()
    const marked = { securityMarking: 'Sekretessmarkering', addresses: [atHome('Hemliga gatan 1')] }
    await school.import(pagesOf({ persons: [aPupil('Elsa', marked)] }))
    const [elsa] = read(school).select().from(pupils).all()
    assert(elsa)

    const file = JSON.stringify(await school.pupils.file({ id: elsa.id }))

    assert.equal(elsa.protectionLevel, 1)
    assert.match(JSON.stringify(school.rows()), /Hemliga gatan/)
    assert.doesNotMatch(file, /Hemliga gatan/)
  })

  it('changes nothing when the same pages come again, zipped', async () => {
    using school = swedish()
    await school.import(family)
    const before = school.rows()
    const zip = aZip(Object.entries(family).map(([name, content]) => ({ name, content })))

    await school.import({ 'sida.zip': zip })

    assert.deepEqual(school.rows(), before)
  })

  it('ends nobody for not being on a page of changes', async () => {
    using school = swedish()
    await school.import(family)

    await school.import(pagesOf({ persons: [aPupil('Elsa', { familyName: 'Ek' })] }))

    assert.deepEqual(
      read(school)
        .select()
        .from(pupils)
        .all()
        .map(({ firstName, lastName }) => [firstName, lastName])
        .sort(),
      [
        ['Elsa', 'Ek'],
        ['Nils', 'Åkesson'],
      ],
    )
    assert(
      read(school)
        .select()
        .from(enrolments)
        .all()
        .every(({ endsOn }) => endsOn === null),
    )
  })

  it('ends those whom the source deleted or declared gone, and makes nobody of strangers', async () => {
    using school = swedish()
    await school.import(family)
    const deleted = { data: { persons: ['Elsa', 'Okänd'], groups: ['4A'] }, pageToken: null }

    const { preview } = await school.import({
      ...pagesOf({ persons: [aPupil('Nils', { personStatus: 'Utvandrad' })] }),
      'deletedEntities.json': JSON.stringify(deleted),
    })

    assert.deepEqual(
      read(school)
        .select()
        .from(enrolments)
        .all()
        .map(({ endsOn }) => endsOn),
      ['2026-11-22', '2026-11-22'],
    )
    assert.deepEqual(
      preview.problems.map(({ severity, code, value }) => [severity, code, value]),
      [
        ['row', 'ended-skipped', '4A'],
        ['row', 'key-dangling', 'Okänd'],
      ],
    )
  })

  it('hears of a responsible person whom the file does not hold', async () => {
    using school = swedish()

    const { preview } = await school.import(
      pagesOf({ persons: [aPupil('Elsa', { responsibles: [responsible('Ann', 'Förälder')] })] }),
    )

    assert.deepEqual(
      preview.problems.map(({ code, field, value }) => [code, field, value]),
      [['key-dangling', 'guardian', 'Ann']],
    )
    assert.equal(preview.counts.guardians.new, 0)
  })

  it('changes nothing when Skolverket’s tables come twice', { skip: noSharedData }, async () => {
    using school = swedish()
    await school.import(sample('ss12000/ss12000sim-csv'))
    const before = school.rows()

    await school.import(sample('ss12000/ss12000sim-csv'))

    assert.equal(before.pupils?.length, 260)
    assert.deepEqual(school.rows(), before)
  })
})
