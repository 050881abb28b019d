import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { describe, it } from 'node:test'
import { guardianPasswordTrouble } from '#shared/accounts/guardian-password.ts'
import { codeSigns, makeLinkCode, readLinkCode } from '#shared/accounts/link-code.ts'

describe('a link code', () => {
  it('has no signs that look alike, and is read whatever its case and spaces', () => {
    const code = makeLinkCode(randomInt)

    assert.match(code, /^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}$/)
    assert.equal(
      readLinkCode(` ${code.toLowerCase().replaceAll('-', ' ')} `),
      code.replaceAll('-', ''),
    )
  })

  it('is not read with one wrong sign anywhere, nor with two neighbours swapped', () => {
    const signs = makeLinkCode(randomInt).replaceAll('-', '')
    const replaced = [...signs].flatMap((sign, place) =>
      [...codeSigns]
        .filter((other) => other !== sign)
        .map((other) => signs.slice(0, place) + other + signs.slice(place + 1)),
    )
    const swapped = [...signs]
      .map((_sign, at) => signs.slice(0, at) + signs[at + 1] + signs[at] + signs.slice(at + 2))
      .slice(0, 14)
      .filter((text) => text !== signs)

    assert.deepEqual(
      [...replaced, ...swapped].filter((text) => readLinkCode(text) !== null),
      [],
    )
  })
})

describe('a guardian’s password', () => {
  const rules = {
    hasSecondFactor: false,
    needsCapitalAndDigit: false,
    names: ['De Linde', 'anna.bakker@example.org'],
  }
  const cases = [
    ['paard batterij nietje', rules, null],
    ['elf tekens.', rules, 'password.too-short'],
    ['welkomwelkom', rules, 'password.common'],
    ['AnnaAnnaAnna', rules, 'password.common'],
    ['kat9Zolder', { ...rules, hasSecondFactor: true }, null],
    ['zeven77', { ...rules, hasSecondFactor: true }, 'password.too-short-here'],
    ['welkom12', { ...rules, hasSecondFactor: true }, 'password.common'],
    ['12345678', { ...rules, hasSecondFactor: true }, 'password.common'],
    [
      'paard batterij nietje',
      { ...rules, needsCapitalAndDigit: true },
      'password.needs-capital-and-digit',
    ],
    ['Paard 4 batterij', { ...rules, needsCapitalAndDigit: true }, null],
    ['x'.repeat(201), rules, 'password.too-long'],
  ] as const

  for (const [password, rule, trouble] of cases) {
    it(`${password.slice(0, 24)} is ${trouble ?? 'fine'}${rule.hasSecondFactor ? ' beside a second factor' : ''}`, () => {
      assert.equal(guardianPasswordTrouble(password, rule), trouble)
    })
  }
})
