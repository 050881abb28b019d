import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { knownPresets } from '#shared/imports/known-presets.ts'
import type { TableField } from '#shared/imports/table-fields.ts'
import type { TableMapping } from '#shared/imports/table-mapping.ts'
import { presetOf } from '#shared/imports/table-preset.ts'
import { noSharedData, sharedData } from './importing-school.ts'
import { codesOf, meaningsOf, pupilsOf, readTable, sourceOf } from './table-file.ts'

describe('the presets of the house', () => {
  for (const { name, columns } of knownPresets) {
    it(`know their table by its columns: ${name}`, async () => {
      const headers = Object.keys(columns)

      const { table } = await readTable(
        `${headers.join(';')}\n${headers.map(() => 'x').join(';')}\n`,
      )

      assert.equal(table?.preset, name)
      assert.deepEqual(table.mapping.columns, Object.values(columns))
    })

    it(`know it in another order and with a further column: ${name}`, async () => {
      const headers = ['Iets anders', ...Object.keys(columns).toReversed()]

      const { table } = await readTable(
        `${headers.join(';')}\n${headers.map(() => 'x').join(';')}\n`,
      )

      assert.equal(table?.preset, name)
    })
  }
})

describe('the tables of other makers', { skip: noSharedData }, () => {
  const shared = (path: string) => readFileSync(join(sharedData, path))

  it('of SS 12000 are 260 pupils in every dress; the 40 of the staff are told', async () => {
    const files = [
      'ss12000/ss12000sim-csv/persons.csv',
      'csv/derived-excel/personer-cp1252-semicolon.csv',
      'csv/derived-excel/personer-utf8bom-semicolon.csv',
    ]

    const readings = await Promise.all(
      files.map((path) => readTable(shared(path), { country: 'se', file: 'persons.csv' })),
    )

    for (const reading of readings) {
      assert.equal(codesOf(reading).filter((code) => code === 'role-skipped').length, 40)
      assert.deepEqual(pupilsOf(reading), readings[0] && pupilsOf(readings[0]))
    }
    assert.equal(readings[0] && pupilsOf(readings[0]).length, 260)
    assert.match(readings.map((reading) => pupilsOf(reading).join()).join(), /Engström/)
  })

  it('of Microsoft SDS for the UK have American days', async () => {
    const reading = await readTable(shared('csv/microsoft-sds-uk/100 Users/Student.csv'))

    assert.equal(pupilsOf(reading).length, 86)
    assert.equal(sourceOf(reading).pupils[0]?.fields.birthDate, '2000-04-02')
  })

  it('of staff, schools and lessons are never taken for pupils', async () => {
    for (const name of ['Teacher', 'School', 'Section', 'TeacherRoster', 'StudentEnrollment']) {
      const reading = await readTable(shared(`csv/microsoft-sds-uk/100 Users/${name}.csv`))

      assert.equal(reading.ok, false, name)
    }
  })
})

describe('a preset of the school', () => {
  const text = 'A;B;C;D\nNoor;Bakker;06/07/2018;maan\n'

  it('is a mapping by name: what was chosen once is known the next time, in another order too', async () => {
    const first = await readTable(text)
    assert(first.table)
    const columns: TableField[] = ['pupil.firstName', 'pupil.lastName', 'pupil.birthDate']
    const mapping: TableMapping = {
      ...first.table.mapping,
      headerLine: 1,
      dateOrder: 'mdy',
      columns,
    }
    const chosen = await readTable(text, { mapping })
    const headers = chosen.table?.columns.map(({ header }) => header) ?? []
    const preset = { id: 'own', ...presetOf('Onze lijst', mapping, headers) }

    const again = await readTable('C;D;B;A\n06/07/2018;maan;Bakker;Noor\n', { presets: [preset] })

    assert.deepEqual(pupilsOf(chosen), ['Noor Bakker 2018-06-07'])
    assert.deepEqual(pupilsOf(again), ['Noor Bakker 2018-06-07'])
    assert.equal(again.table?.preset, 'Onze lijst')
  })

  it('goes before those of the house', async () => {
    const columns = {
      Code: 'pupil.key',
      Achternaam: 'pupil.firstName',
      Leerlingcodes: null,
    } as const
    const own = {
      id: 'own',
      name: 'Zo bij ons',
      dateOrder: 'dmy',
      decimalComma: true,
      columns,
    } as const

    const reading = await readTable('Code;Achternaam;Leerlingcodes\n1;Noor;2\n', { presets: [own] })

    assert.equal(reading.table?.preset, 'Zo bij ons')
    assert.deepEqual(meaningsOf(reading), [
      'Code=pupil.key',
      'Achternaam=pupil.firstName',
      'Leerlingcodes=',
    ])
  })
})

describe('a mapping that somebody chose', () => {
  const text = 'Voornaam;Naam;Klas\nNoor;Bakker;3A\n'
  const asked = async (...columns: (TableField | null)[]) => {
    const { table } = await readTable(text)
    assert(table)
    return readTable(text, { mapping: { ...table.mapping, columns } })
  }

  it('is refused when two columns mean the same, and when none is a name', async () => {
    const twice = await asked('pupil.firstName', 'pupil.firstName', null)
    const nameless = await asked(null, null, 'group.name')

    assert.deepEqual(
      [twice.ok, twice.problems.map(({ code, field }) => [code, field])],
      [false, [['mapping-field-twice', 'Naam']]],
    )
    assert.deepEqual([nameless.ok, codesOf(nameless)], [false, ['mapping-name-missing']])
  })

  it('tells which columns it leaves out', async () => {
    const reading = await asked('pupil.firstName', null, 'group.name')

    assert.deepEqual(pupilsOf(reading), ['Noor 3a'])
    assert.deepEqual(
      reading.problems.map(({ code, field }) => [code, field]),
      [['column-unknown', 'Naam']],
    )
  })

  it('may ask for a fresh guess under another separator', async () => {
    const { table } = await readTable(text)
    assert(table)

    const { table: other } = await readTable(text, {
      mapping: { ...table.mapping, separator: ',', columns: [] },
    })

    assert.deepEqual(other?.columns.length, 1)
  })
})
