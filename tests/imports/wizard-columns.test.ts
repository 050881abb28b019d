import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TableMapping } from '#shared/imports/table-mapping.ts'
import { faultOf, repeatedFields } from '../../src-renderer/imports/columns/column-faults.ts'
import {
  asPreset,
  lookAtColumns,
  withField,
  withPreset,
} from '../../src-renderer/imports/columns/columns-step-state.ts'
import { dateExample } from '../../src-renderer/imports/columns/date-example.ts'
import { aMapping, aTable } from '../builders/table-layout.ts'

const look = (headers: readonly string[], columns: TableMapping['columns']) =>
  lookAtColumns({
    table: aTable({ headers, mapping: aMapping({ columns }) }),
    files: ['klas.csv'],
    problems: [],
  })

describe('a table can be compared', () => {
  it('when a column says the name, or a number and something to say of that pupil', () => {
    assert.equal(faultOf(aMapping({ columns: ['pupil.fullName', null] })), null)
    assert.equal(faultOf(aMapping({ columns: ['pupil.pupilNumber', 'pupil.email'] })), null)
  })

  it('not while no column says who a row is about', () => {
    const fault = faultOf(aMapping({ columns: ['pupil.birthDate', 'pupil.email'] }))

    assert.deepEqual(fault, { kind: 'no-name' })
  })

  it('not while two columns mean the same', () => {
    const mapping = aMapping({ columns: ['pupil.firstName', 'pupil.email', 'pupil.email'] })

    assert.deepEqual(faultOf(mapping), { kind: 'twice', field: 'pupil.email' })
    assert.deepEqual([...repeatedFields(mapping)], [['pupil.email', [1, 2]]])
  })
})

describe('what a column means', () => {
  it('is what somebody said last, also where nothing was guessed', () => {
    const step = look(['Naam', 'Bijzonder'], ['pupil.fullName'])

    const next = withField(step, 1, 'pupil.note')

    assert.deepEqual(next.mapping.columns, ['pupil.fullName', 'pupil.note'])
    assert.deepEqual([...next.chosen], [1])
  })

  it('comes from a preset by name, in any order and case; other columns stay', () => {
    const step = look(['GEBOREN', ' Naam ', 'Extra'], [null, null, 'pupil.note'])
    const preset = {
      name: 'Ons systeem',
      dateOrder: 'mdy',
      decimalComma: false,
      columns: { Naam: 'pupil.fullName', Geboren: 'pupil.birthDate', Weg: 'pupil.email' },
    } as const

    const next = withPreset(step, preset)

    assert.deepEqual(next.mapping.columns, ['pupil.birthDate', 'pupil.fullName', 'pupil.note'])
    assert.equal(next.mapping.dateOrder, 'mdy')
    assert.equal(next.preset, 'Ons systeem')
  })

  it('is kept as a preset with the columns that have a name, left-out ones too', () => {
    const step = look(['Naam', '', 'Gewicht'], ['pupil.fullName', 'pupil.note', null])

    assert.deepEqual(asPreset(step, 'Ons systeem')?.columns, {
      Naam: 'pupil.fullName',
      Gewicht: null,
    })
  })

  it('cannot be kept for a table without column names', () => {
    assert.equal(asPreset(look(['', ''], ['pupil.fullName', null]), 'Ons systeem'), null)
  })
})

describe('the example of a date', () => {
  const table = aTable({
    headers: ['Naam', 'Geboren'],
    samples: [['Noor'], ['25-12-2017', '06-07-2018']],
    mapping: aMapping({ columns: ['pupil.fullName', 'pupil.birthDate'] }),
  })

  it('is one of the file that can be read in two ways', () => {
    const asked = { ...table.mapping, dateOrder: 'mdy' } as const

    assert.deepEqual(dateExample(table, asked), { text: '06-07-2018', day: '2018-06-07' })
  })

  it('says that there is no such day, rather than another day', () => {
    const only = aTable({
      headers: ['Geboren'],
      samples: [['25-12-2017']],
      mapping: aMapping({ columns: ['pupil.birthDate'] }),
    })

    const example = dateExample(only, { ...only.mapping, dateOrder: 'mdy' })

    assert.deepEqual(example, { text: '25-12-2017', day: null })
  })

  it('takes four digits in front for the year in any order', () => {
    const only = aTable({
      headers: ['Född'],
      samples: [['2018-07-06']],
      mapping: aMapping({ columns: ['pupil.birthDate'] }),
    })

    assert.equal(dateExample(only, { ...only.mapping, dateOrder: 'dmy' }).day, '2018-07-06')
  })
})
