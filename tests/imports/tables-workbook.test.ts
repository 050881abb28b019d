import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { codesOf, meaningsOf, pupilsOf, readTable, sourceOf } from './table-file.ts'
import { aWorkbook, daySince1900 } from './workbook-file.ts'

const header = ['Roepnaam', 'Achternaam', 'Geboortedatum', 'Klas', 'Leerlingnummer']
const noor = ['Noor', 'de Vries', daySince1900(43173), '3A', '007']
const book = (...rows: Parameters<typeof aWorkbook>[0][number]['rows'][number][]) =>
  aWorkbook([{ name: 'Leerlingen', rows }])
const read = (bytes: Uint8Array) => readTable(bytes, { file: 'klas.xlsx' })

describe('a workbook', () => {
  it('is read as the same table in text would be', async () => {
    const reading = await read(book(header, noor))
    const text = await readTable(
      'Roepnaam;Achternaam;Geboortedatum;Klas;Leerlingnummer\nNoor;de Vries;14-03-2018;3A;007',
    )

    const { format, ...source } = sourceOf(reading)
    const { format: _, ...same } = sourceOf(text)
    const nameless = (value: unknown) => JSON.stringify(value).replaceAll('.xlsx', '.csv')
    assert.deepEqual([format, codesOf(reading)], ['xlsx', []])
    assert.equal(nameless(source), nameless(same))
  })

  it('keeps the zeros of text and of formats, and whole long numbers', async () => {
    const rows = [
      ['Noor', 'Bakker', '', '3A', '0077'],
      ['Bo', 'Jansen', '', '3A', { t: 'n', v: 78, z: '0000' } as const],
      ['Piet', 'Puk', '', '3A', 201603042381],
    ]

    const numbers = sourceOf(await read(book(header, ...rows))).pupils.map(
      ({ fields }) => fields.pupilNumber,
    )

    assert.deepEqual(numbers, ['0077', '0078', '201603042381'])
  })

  it('counts its days from 1900, or from 1904 where it says so', async () => {
    const sheets = [{ name: 'Blad1', rows: [header, noor] }]

    assert.deepEqual(pupilsOf(await read(aWorkbook(sheets))), ['Noor de Vries 2018-03-14 3a'])
    assert.deepEqual(pupilsOf(await read(aWorkbook(sheets, { is1904: true }))), [
      'Noor de Vries 2022-03-15 3a',
    ])
  })

  it('takes the kept value of a formula and tells of an error', async () => {
    const rows = [
      ['Noor', 'Bakker', { t: 'e', v: 0x2a } as const, '3A', { t: 'n', v: 12, f: '6*2' } as const],
    ]

    const reading = await read(book(header, ...rows))

    assert.deepEqual(
      reading.problems.map(({ code, line, value }) => [code, line, value]),
      [['cell-error', 2, '#N/A']],
    )
    assert.equal(sourceOf(reading).pupils[0]?.fields.pupilNumber, '12')
  })

  it('offers its hidden sheets last and takes the first that is shown', async () => {
    const bytes = aWorkbook([
      { name: 'Lijsten', rows: [['m'], ['v']], isHidden: true },
      { name: 'Leeg', rows: [] },
      { name: 'Leerlingen', rows: [header, noor] },
    ])

    const reading = await read(bytes)

    assert.deepEqual(reading.table?.sheets, ['Leeg', 'Leerlingen', 'Lijsten'])
    assert.equal(reading.table?.mapping.sheet, 'Leerlingen')
  })

  it('has a merged title above the columns it spans', async () => {
    const rows = [
      ['Leerling', null, null, 'Moeder', null],
      ['Voornaam', 'Achternaam', 'Klas', 'Voornaam', 'Achternaam'],
      ['Noor', 'Bakker', '3A', 'Anna', 'Smit'],
    ]

    const reading = await read(aWorkbook([{ name: 'Blad1', rows, merged: 'D1:E1' }]))

    assert.deepEqual(meaningsOf(reading)?.slice(3), [
      'Moeder Voornaam=guardian1.firstName',
      'Moeder Achternaam=guardian1.lastName',
    ])
    assert.equal(sourceOf(reading).guardians[0]?.ties?.[0]?.fields.relation, 'mother')
  })

  it('of an old or another kind is refused by a name', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae100000000', 'hex')

    for (const content of [old, '<html><table><tr><td>Roepnaam</td></tr></table></html>']) {
      const reading = await readTable(content, { file: 'klas.xls' })

      assert.deepEqual([reading.ok, codesOf(reading)], [false, ['old-spreadsheet']])
    }
  })
})
