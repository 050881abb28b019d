import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { writeCard } from '../../src-main/exports/vcard/card-lines.ts'
import { readContentLines } from '../../src-main/import-readers/content-lines.ts'
import { createProblems } from '../../src-main/import-readers/problems.ts'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { readProperty } from '../../src-main/import-readers/vcard/card-property.ts'
import { anna, aSchoolWithFamilies, noorsSecrets, saar, tim } from '../builders/families.ts'
import { executable, harmless } from './odd-texts.ts'
import { exportOf } from './practice-exports.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const cardsOf = async (school: School) =>
  new TextDecoder().decode((await exportOf(school, 'vcard')).bytes)

/** The lines of one person's card. */
const cardOf = (text: string, name: string) =>
  text
    .split('BEGIN:VCARD\r\n')
    .find((card) => card.includes(`\r\nFN:${name}\r\n`))
    ?.split('\r\n') ?? []

describe('an export as contact cards', () => {
  it('says who somebody is, how to reach them and whose child it is', async () => {
    using school = aSchoolWithFamilies()

    const card = cardOf(await cardsOf(school), 'Anna Jansen')

    assert.deepEqual(card, [
      'VERSION:3.0',
      'PRODID:-//Balie//Balie//EN',
      'N:Jansen;Anna;;;',
      'FN:Anna Jansen',
      'TEL;TYPE=CELL,PREF:+31612345678',
      'EMAIL;TYPE=INTERNET:anna@example.org',
      'ADR;TYPE=HOME:;;Molenweg 81;Dorp;;1234 AB;NL',
      'CATEGORIES:Ouders',
      `UID:${anna}`,
      'X-BALIE-ROLE:guardian',
      `X-BALIE-KEY:${anna}`,
      `X-BALIE-CHILD;TYPE=mother:${saar}`,
      `X-BALIE-CHILD;TYPE=mother:${tim}`,
      'END:VCARD',
      '',
    ])
  })

  it('gives a pupil the home where it mainly lives, its class and its day of birth', async () => {
    using school = aSchoolWithFamilies()

    const card = cardOf(await cardsOf(school), 'Saar de Vries')

    for (const line of [
      'N:de Vries;Saar;;;',
      'BDAY:2018-05-14',
      'CATEGORIES:Leerlingen,4A',
      'X-BALIE-GROUP:4A',
      'ADR;TYPE=HOME:;;Molenweg 81;Dorp;;1234 AB;NL',
    ]) {
      assert(card.includes(line), `${line} is missing in\n${card.join('\n')}`)
    }
  })

  it('never takes a protected pupil along, whatever was asked', async () => {
    using school = aSchoolWithFamilies()

    const text = new TextDecoder().decode(
      (await exportOf(school, 'vcard', { withProtected: true })).bytes,
    )

    for (const secret of [...noorsSecrets, 'Sol Vinter', 'Noor']) assert(!text.includes(secret))
    assert.doesNotMatch(text, /^NOTE/m)
  })

  it('is known again by our reader: roles, ties, groups and homes', async () => {
    using school = aSchoolWithFamilies()
    const { name, bytes } = await exportOf(school, 'vcard')

    const reading = await readSource([{ name, bytes }])

    assert(reading.ok, JSON.stringify(reading.problems))
    assert.deepEqual(reading.problems, [])
    const { pupils, guardians, staff, groups, households } = reading.source
    assert.deepEqual(
      [pupils.length, guardians.length, staff.length, groups.length, households.length],
      [3, 3, 4, 2, 3],
    )
    assert.deepEqual(guardians.find(({ key }) => key === anna)?.pupilKeys, [saar, tim])
    assert.deepEqual(
      pupils.find(({ key }) => key === saar)?.memberships.map(({ groupKey }) => groupKey),
      ['4A'],
    )
  })
})

describe('a line of a card', () => {
  const lineOf = (text: string) =>
    writeCard([{ name: 'FN', parts: [text] }])
      .split('\r\n')
      .slice(3, -2)

  it('is folded at 75 octets, between characters', () => {
    for (const text of ['a'.repeat(200), 'é'.repeat(120), '😀'.repeat(60), `x${'ĳ'.repeat(99)}`]) {
      const lines = lineOf(text)

      for (const line of lines) {
        assert(Buffer.byteLength(line) <= 75)
        assert(!line.includes('\uFFFD'))
      }
      const [first = '', ...rest] = lines
      assert.equal(first + rest.map((line) => line.slice(1)).join(''), `FN:${text}`)
      for (const line of rest) assert.match(line, /^ /)
    }
  })

  it('reads again what it wrote', () => {
    // A backslash before a mark is what a careless writer's escape looks like: the reader takes it so.
    const texts = [...harmless, ...executable, 'C:\\schijf'].filter((each) => !/\\[;,"]/.test(each))
    for (const text of texts.map((each) => each.trim())) {
      const [line] = readContentLines('a.vcf', lineOf(text).join('\r\n'), createProblems())
      assert(line)

      const property = readProperty(line, '3.0')

      assert.equal(property?.text, text)
    }
  })
})
