import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { showPhone } from '#shared/families/phone-display.ts'
import { readPhone } from '#shared/families/phone-number.ts'
import { readPostcode } from '#shared/families/postcode.ts'

describe('a phone number', () => {
  it('is read as it is dialled in the school’s country', () => {
    assert.deepEqual(readPhone('06-12345678', 'nl'), {
      number: '+31612345678',
      isValid: true,
      kind: 'mobile',
    })
    assert.deepEqual(readPhone('0470 12 34 56', 'be'), {
      number: '+32470123456',
      isValid: true,
      kind: 'mobile',
    })
    assert.deepEqual(readPhone('070-174 06 05', 'se'), {
      number: '+46701740605',
      isValid: true,
      kind: 'mobile',
    })
    assert.deepEqual(readPhone('(030) 234 56 78', 'nl'), {
      number: '+31302345678',
      isValid: true,
      kind: 'home',
    })
  })

  it('of another country is read with its code', () => {
    assert.equal(readPhone('0032 470 12 34 56', 'nl').number, '+32470123456')
    assert.equal(readPhone('+46 70 174 06 05', 'nl').number, '+46701740605')
  })

  it('that cannot be read stays as typed', () => {
    assert.deepEqual(readPhone(' via oma, 12 ', 'nl'), {
      number: 'via oma, 12',
      isValid: false,
      kind: null,
    })
  })

  it('with an extension stays as typed, since the stored form has no room for it', () => {
    assert.equal(readPhone('030-2345678 ext. 12', 'nl').number, '030-2345678 ext. 12')
  })

  it('is shown as at home, with the country’s code from abroad, or as typed', () => {
    assert.equal(showPhone('+31612345678', 'nl'), '06 12345678')
    assert.equal(showPhone('+32470123456', 'be'), '0470 12 34 56')
    assert.equal(showPhone('+46701740605', 'se'), '070-174 06 05')
    assert.equal(showPhone('+46701740605', 'nl'), '+46 70 174 06 05')
    assert.equal(showPhone('via oma, 12', 'nl'), 'via oma, 12')
  })
})

describe('a postcode', () => {
  it('is written in the country’s way', () => {
    assert.deepEqual(readPostcode(' 3521ab', 'nl'), { postcode: '3521 AB', isValid: true })
    assert.deepEqual(readPostcode('B-3000', 'be'), { postcode: '3000', isValid: true })
    assert.deepEqual(readPostcode('SE-12345', 'se'), { postcode: '123 45', isValid: true })
  })

  it('that the country does not have stays as typed', () => {
    assert.deepEqual(readPostcode('0521 AB', 'nl'), { postcode: '0521 AB', isValid: false })
    assert.deepEqual(readPostcode('75001', 'be'), { postcode: '75001', isValid: false })
    assert.deepEqual(readPostcode('1234', 'se'), { postcode: '1234', isValid: false })
  })
})
