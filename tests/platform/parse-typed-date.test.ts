import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addDays, Day } from '#shared/platform/day.ts'
import {
  parseTypedDate,
  parseTypedPartialDate,
  type TypedDateRules,
} from '#shared/platform/parse-typed-date.ts'

/** A Saturday. */
const today = Day.parse('2026-11-21')
const dutch: TypedDateRules = { order: 'dmy', today }
const swedish: TypedDateRules = { order: 'ymd', today }
const birth: TypedDateRules = { order: 'dmy', today, isPast: true }

describe('typing a day', () => {
  it('reads the Dutch order with any sign between, or none', () => {
    const typed = ['03-02-2018', '3-2-2018', '3/2/2018', '3.2.2018', '3 2 2018', '03022018']
    assert.deepEqual(
      read(typed, dutch),
      typed.map(() => '2018-02-03'),
    )
  })

  it('reads the Swedish order with any sign between, or none', () => {
    const typed = ['2018-02-03', '2018-2-3', '2018/02/03', '20180203', '180203', '18-02-03']
    assert.deepEqual(
      read(typed, swedish),
      typed.map(() => '2018-02-03'),
    )
  })

  it('believes a four-digit year, wherever it stands', () => {
    assert.equal(parseTypedDate('2018-02-03', dutch), '2018-02-03')
    assert.equal(parseTypedDate('03-02-2018', swedish), '2018-02-03')
  })

  it('never guesses a day that does not exist', () => {
    const typed = ['31-02-2018', '29-02-2027', '00-01-2018', '32-01-2018', '1-13-2018', '31022018']
    assert.deepEqual(
      read(typed, dutch),
      typed.map(() => null),
    )
  })

  it('knows leap days', () => {
    assert.deepEqual(read(['29-02-2024', '29-2-24', '29 feb 2024'], dutch), [
      '2024-02-29',
      '2024-02-29',
      '2024-02-29',
    ])
  })

  it('takes the present year when none is typed', () => {
    assert.equal(parseTypedDate('3-2', dutch), '2026-02-03')
    assert.equal(parseTypedDate('2-3', swedish), '2026-02-03')
  })

  it('reads two-digit years as ours, and in the past for a birth', () => {
    assert.equal(parseTypedDate('3-2-30', dutch), '2030-02-03')
    assert.equal(parseTypedDate('3-2-30', birth), '1930-02-03')
    assert.equal(parseTypedDate('3-2-18', birth), '2018-02-03')
  })

  it('reads months by name in every language', () => {
    const typed = ['3 mei 2018', '3 maj 2018', '3 May 2018', '3-mei-2018', '03 mei. 2018']
    assert.deepEqual(
      read(typed, dutch),
      typed.map(() => '2018-05-03'),
    )
    assert.equal(parseTypedDate('3 maart', dutch), '2026-03-03')
    assert.equal(parseTypedDate('3 oktober 2018', swedish), '2018-10-03')
  })

  it('reads words for days around today in every language', () => {
    assert.deepEqual(read(['vandaag', 'Idag', 'today'], dutch), [today, today, today])
    assert.deepEqual(read(['morgen', 'imorgon', 'gisteren', 'eergisteren'], dutch), [
      '2026-11-22',
      '2026-11-22',
      '2026-11-20',
      '2026-11-19',
    ])
  })

  it('counts days on and back', () => {
    assert.deepEqual(read(['+3', '- 21', '+365'], dutch), [
      '2026-11-24',
      '2026-10-31',
      '2027-11-21',
    ])
  })

  it('takes the next weekday, today included, and the last one for the past', () => {
    assert.deepEqual(read(['za', 'ma', 'fre'], dutch), ['2026-11-21', '2026-11-23', '2026-11-27'])
    assert.deepEqual(read(['za', 'ma'], birth), ['2026-11-21', '2026-11-16'])
  })

  it('leaves what is no day alone', () => {
    const typed = ['', '  ', 'constructor', '3', 'feb', '3-2-201', '1234567', '2018', '12-2018']
    assert.deepEqual(
      read(typed, dutch),
      typed.map(() => null),
    )
  })

  it('reads back every day it could have written', () => {
    const first = Day.parse('1900-01-01')
    for (let count = 0; count < 70_000; count++) {
      const day = addDays(first, count)
      const [year, month, date] = day.split('-')
      assert.equal(parseTypedDate(`${date}-${month}-${year}`, dutch), day)
      assert.equal(parseTypedDate(`${year}${month}${date}`, swedish), day)
    }
  })
})

describe('typing a birth date of which a part is unknown', () => {
  it('reads a year alone', () => {
    assert.equal(parseTypedPartialDate('2018', birth), '2018')
  })

  it('reads a month and a year', () => {
    const typed = [
      '5-2018',
      '05/2018',
      '2018-05',
      'mei 2018',
      '??-05-2018',
      '00-05-2018',
      'x-5-2018',
    ]
    assert.deepEqual(
      readPartial(typed),
      typed.map(() => '2018-05'),
    )
  })

  it('reads a year with everything else unknown', () => {
    assert.deepEqual(readPartial(['??-??-2018', '00-00-2018', 'xx-xx-2018']), [
      '2018',
      '2018',
      '2018',
    ])
  })

  it('reads a whole day as before', () => {
    assert.deepEqual(readPartial(['3-2-2018', '03022018']), ['2018-02-03', '2018-02-03'])
  })

  it('never guesses a month that does not exist', () => {
    assert.deepEqual(readPartial(['13-2018', '2018-00', '31-02-2018']), [null, null, null])
  })
})

const read = (typed: readonly string[], rules: TypedDateRules) =>
  typed.map((text) => parseTypedDate(text, rules))

const readPartial = (typed: readonly string[]) =>
  typed.map((text) => parseTypedPartialDate(text, birth))
