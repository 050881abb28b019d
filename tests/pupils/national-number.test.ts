import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Country } from '#shared/platform/language.ts'
import { checkNationalNumber } from '#shared/pupils/national-number.ts'

const found = (country: Country, ...numbers: readonly string[]) =>
  numbers.map((number) => {
    const { kind, isValid } = checkNationalNumber(number, country, null)
    return `${number} ${kind} ${isValid}`
  })

describe('a Dutch number', () => {
  it('is a BSN when it passes the check of eleven', () => {
    assert.deepEqual(
      found('nl', '111222333', '123456782', '249566758', '999990007', '999990019', '999990020'),
      [
        '111222333 bsn true',
        '123456782 bsn true',
        '249566758 bsn true',
        '999990007 bsn true',
        '999990019 bsn true',
        '999990020 bsn true',
      ],
    )
  })

  it('that fails the check of eleven is a BSN with a warning', () => {
    assert.deepEqual(found('nl', '111252333', '002455799', '000000000'), [
      '111252333 bsn false',
      '002455799 bsn false',
      '000000000 bsn false',
    ])
  })

  it('is an onderwijsnummer when it starts with 10 and leaves 5', () => {
    assert.deepEqual(found('nl', '101222331', '109999909'), [
      '101222331 onderwijsnummer true',
      '109999909 onderwijsnummer true',
    ])
    assert.equal(checkNationalNumber('100252333', 'nl', 'onderwijsnummer').isValid, false)
  })

  it('of eight digits gets its zero back', () => {
    assert.equal(checkNationalNumber('12345672', 'nl', null).normal, '012345672')
  })

  it('may be typed with dots', () => {
    assert.deepEqual(checkNationalNumber(' 1234.56.782 ', 'nl', null), {
      kind: 'bsn',
      isValid: true,
      normal: '123456782',
      formatted: '123456782',
      masked: '••••782',
    })
  })
})

describe('a Belgian number', () => {
  it('is a rijksregisternummer, of either century', () => {
    assert.deepEqual(found('be', '85073003328', '17073003384', '16030499745', '00000199939'), [
      '85073003328 rijksregisternummer true',
      '17073003384 rijksregisternummer true',
      '16030499745 rijksregisternummer true',
      '00000199939 rijksregisternummer false',
    ])
  })

  it('with 20 or 40 added to the month is a bisnummer', () => {
    assert.deepEqual(found('be', '17450299732', '17250299786', '17450299733'), [
      '17450299732 bisnummer true',
      '17250299786 bisnummer true',
      '17450299733 bisnummer false',
    ])
  })

  it('is stored without dots and written with them', () => {
    assert.deepEqual(checkNationalNumber('85.07.30-033.28', 'be', null), {
      kind: 'rijksregisternummer',
      isValid: true,
      normal: '85073003328',
      formatted: '85.07.30-033.28',
      masked: '••••328',
    })
  })
})

describe('a Swedish number', () => {
  it('is a personnummer, with or without century and hyphen', () => {
    assert.deepEqual(
      ['20160304-2381', '20181121-2396', '201603042381', '160304-2381', '1603042381'].map(
        (number) => checkNationalNumber(number, 'se', null).normal,
      ),
      ['20160304-2381', '20181121-2396', '20160304-2381', '20160304-2381', '20160304-2381'],
    )
  })

  it('with 60 added to the day is a samordningsnummer', () => {
    assert.deepEqual(found('se', '20160364-2388', '20160304-2381', '880320-0018'), [
      '20160364-2388 samordningsnummer true',
      '20160304-2381 personnummer true',
      '880320-0018 personnummer false',
    ])
  })

  it('with letters is a number for the time being, without a check', () => {
    assert.deepEqual(found('se', '20160304-TF01'), ['20160304-TF01 local true'])
  })
})

describe('a number of which the kind is known', () => {
  it('is checked as that kind only', () => {
    assert.equal(checkNationalNumber('101222331', 'nl', 'bsn').isValid, false)
    assert.equal(checkNationalNumber('85073003328', 'nl', 'rijksregisternummer').isValid, true)
  })

  it('passes when the school gave it itself', () => {
    assert.equal(checkNationalNumber('T-17', 'nl', 'local').isValid, true)
  })
})

describe('a text that is no number', () => {
  it('stays as typed, of no kind', () => {
    assert.deepEqual(checkNationalNumber('volgt nog', 'nl', null), {
      kind: null,
      isValid: false,
      normal: 'volgt nog',
      formatted: 'volgt nog',
      masked: '••••nog',
    })
  })
})
