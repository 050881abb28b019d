import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { writeFamiliesFile } from '../tour/families-file.ts'
import { anImportingSchool } from './importing-school.ts'

/** The list that the tour takes over: Windows-1252, semicolons, twelve children of seven families. */
function theList() {
  const folder = mkdtempSync(join(tmpdir(), 'balie-list-'))
  try {
    return { 'leerlingen-en-ouders.csv': readFileSync(writeFamiliesFile(folder)) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a list with two guardians a row', () => {
  it('is told column by column, a postcode without its town too', async () => {
    using school = anImportingSchool()

    const answer = await school.preview(theList())

    assert(answer.ok)
    const { columns, mapping } = answer.value.table ?? assert.fail('no table')
    const meaning = new Map(columns.map(({ header }, at) => [header, mapping.columns[at]]))
    assert.equal(meaning.get('Postcode'), 'household1.postcode')
    assert.equal(meaning.get('Woonplaats'), 'household1.town')
    assert.equal(mapping.encoding, 'windows-1252')
    assert.equal(mapping.separator, ';')
  })

  it('becomes families: brothers and sisters share their guardians and their home', async () => {
    using school = anImportingSchool()

    const { report } = await school.import(theList())

    const made = Object.entries(report.counts).map(([kind, counts]) => [kind, counts.new])
    assert.deepEqual(Object.fromEntries(made), {
      pupils: 12,
      guardians: 12,
      households: 8,
      groups: 2,
      staff: 0,
      events: 0,
    })
    const families = await school.families.list({})
    assert.equal(families.length, 7)
    const rows = await school.pupils.list({})
    const bjorn = rows.find(({ name }) => name === 'Björn Öberg')
    assert.deepEqual([bjorn?.address, bjorn?.town], ['Kerkstraat 12 bis', 'Utrecht'])
  })

  it('gives the children of parents who live apart both homes', async () => {
    using school = anImportingSchool()
    await school.import(theList())
    const rows = await school.pupils.list({})
    const sanne = rows.find(({ name }) => name === 'Sanne Vermeer') ?? assert.fail('no Sanne')

    const file = await school.pupils.file({ id: sanne.id })

    assert(file.ok)
    const homes = file.value.households.map(({ household, residence }) => [
      household.street,
      residence.isMain,
    ])
    assert.deepEqual(homes, [
      ['Dorpsplein', true],
      ['Havenkade', false],
    ])
  })
})
