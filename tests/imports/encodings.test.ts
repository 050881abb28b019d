import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { aClass, anEdexml } from './edexml-file.ts'
import { headers, rosterOf, table } from './roster-package.ts'
import { codesOf, readTable, sourceOf } from './table-file.ts'

const names = ['Åsa Öberg', 'Zoë Groß', 'François d’Hondt', 'Ĳsbrand Çelik', 'Amélie Ž€ž']

const text = anEdexml({
  groups: aClass('4A', 'Groep 4A'),
  pupils: names.map((name, n) => ({
    key: `P${n}`,
    achternaam: name.split(' ')[1] ?? '',
    roepnaam: name.split(' ')[0] ?? '',
  })),
})
const declaredAs = (encoding: string) => text.replace('"UTF-8"', `"${encoding}"`)

const utf8 = (content: string) => new TextEncoder().encode(content)
const utf16le = (content: string) => Buffer.from(content, 'utf16le')
const utf16be = (content: string) => Buffer.from(content, 'utf16le').swap16()
const withMark = (mark: string, bytes: Uint8Array) =>
  Buffer.concat([Buffer.from(mark, 'hex'), bytes])

/** Windows-1252 has a place for every letter of the class but the ligature ĳ. */
const places: Readonly<Record<string, number>> = { '€': 0x80, Ž: 0x8e, ž: 0x9e, '’': 0x92 }
const windows1252 = (content: string) =>
  Buffer.from([...content].map((letter) => places[letter] ?? letter.charCodeAt(0)))

describe('one class in several encodings', () => {
  const files: Readonly<Record<string, Uint8Array>> = {
    'UTF-8': utf8(text),
    'UTF-8 with a byte order mark': withMark('efbbbf', utf8(text)),
    'UTF-16, little end first': withMark('fffe', utf16le(declaredAs('UTF-16'))),
    'UTF-16, big end first': withMark('feff', utf16be(declaredAs('UTF-16'))),
    'UTF-16 without a mark': utf16le(declaredAs('UTF-16')),
    'UTF-8 with its accents apart': utf8(text.normalize('NFD')),
  }
  for (const [encoding, bytes] of Object.entries(files)) {
    it(`is read alike: ${encoding}`, async () => {
      assert.deepEqual(await namesIn(bytes), names)
    })
  }

  const without = (list: readonly string[]) => list.filter((name) => !name.startsWith('Ĳ'))
  const western = anEdexml({
    pupils: without(names).map((name, n) => ({
      key: `P${n}`,
      achternaam: name.split(' ')[1] ?? '',
      roepnaam: name.split(' ')[0] ?? '',
    })),
  })

  it('is read in Windows-1252, as old office programs write it', async () => {
    const bytes = windows1252(western.replace('"UTF-8"', '"Windows-1252"'))

    assert.deepEqual(await namesIn(bytes), without(names))
  })

  it('is read in Windows-1252 that calls itself ISO-8859-1', async () => {
    const bytes = windows1252(western.replace('"UTF-8"', '"ISO-8859-1"'))

    assert.deepEqual(await namesIn(bytes), without(names))
  })

  it('is read in Windows-1252 that calls itself UTF-8, and the office is told', async () => {
    const reading = await readSource([{ name: 'EDEX.XML', bytes: windows1252(western) }])

    assert(reading.ok)
    assert.equal(reading.source.pupils[0]?.fields.firstName, 'Åsa')
    assert.deepEqual(
      reading.problems.map(({ code }) => code),
      ['encoding-guessed'],
    )
  })
})

describe('a table', () => {
  const users = table(headers.users11, [
    {
      sourcedId: 'p',
      enabledUser: 'true',
      orgSourcedIds: 'o',
      role: 'student',
      username: 'zoe',
      givenName: 'Zoë',
      familyName: 'de Groß',
    },
  ])
  const dressed: Readonly<Record<string, Uint8Array>> = {
    'with Windows line ends': utf8(users),
    'with Unix line ends': utf8(users.replaceAll('\r\n', '\n')),
    'with old Macintosh line ends': utf8(users.replaceAll('\r\n', '\r')),
    'with a byte order mark': withMark('efbbbf', utf8(users)),
    'in UTF-16': withMark('fffe', utf16le(users)),
    'in Windows-1252': windows1252(users),
    'with the semicolons of a Dutch Excel': utf8(users.replaceAll(',', ';')),
    'with empty lines at the end': utf8(`${users}\r\n\r\n,,,\r\n`),
  }
  for (const [dress, bytes] of Object.entries(dressed)) {
    it(`is read alike: ${dress}`, async () => {
      const files = Object.entries(rosterOf({ users: '' })).map(([name, content]) => ({
        name,
        bytes: name === 'users.csv' ? bytes : Buffer.from(content),
      }))

      const reading = await readSource(files)

      assert(reading.ok, JSON.stringify(reading))
      const [pupil] = reading.source.pupils
      assert.deepEqual(pupil?.fields, { firstName: 'Zoë', prefix: 'de', lastName: 'Groß' })
    })
  }
})

describe('a class as a table of its own', () => {
  const header = 'Roepnaam;Achternaam;Klas;Geboortedatum'
  const classList = (list: readonly string[]) =>
    [header, ...list.map((name) => `${name.replace(' ', ';')};4A;14-03-2018`)].join('\r\n')
  const all = classList(names)
  const western = names.filter((name) => !name.startsWith('Ĳ'))
  const dressed: Readonly<Record<string, readonly [Uint8Array, readonly string[]]>> = {
    'UTF-8': [utf8(all), names],
    'UTF-8 with a byte order mark': [withMark('efbbbf', utf8(all)), names],
    'UTF-16, little end first, with a mark': [withMark('fffe', utf16le(all)), names],
    'UTF-16, big end first, with a mark': [withMark('feff', utf16be(all)), names],
    'UTF-16, little end first': [utf16le(all), names],
    'UTF-16, big end first': [utf16be(all), names],
    'Windows-1252': [windows1252(classList(western)), western],
    'UTF-8 with its accents apart': [utf8(all.normalize('NFD')), names],
  }
  for (const [encoding, [bytes, expected]] of Object.entries(dressed)) {
    it(`is read alike: ${encoding}`, async () => {
      const reading = await readTable(bytes)

      assert.deepEqual(codesOf(reading), [])
      assert.deepEqual(
        sourceOf(reading).pupils.map(({ fields }) => `${fields.firstName} ${fields.lastName}`),
        expected,
      )
    })
  }

  it('is read by another encoding when the office says so', async () => {
    const bytes = utf8(all)
    const { table } = await readTable(bytes)
    assert(table)

    const reading = await readTable(bytes, {
      mapping: { ...table.mapping, encoding: 'windows-1252' },
    })

    assert.equal(sourceOf(reading).pupils[0]?.fields.firstName, 'Ã…sa')
  })

  it('is refused when it is not in the encoding that the office says', async () => {
    const { table } = await readTable(utf8(all))
    assert(table)

    const reading = await readTable(windows1252(classList(western)), {
      mapping: { ...table.mapping, encoding: 'utf-8' },
    })

    assert.deepEqual([reading.ok, codesOf(reading)], [false, ['not-readable']])
  })
})

async function namesIn(bytes: Uint8Array) {
  const reading = await readSource([{ name: 'EDEX.XML', bytes }])
  assert(reading.ok, JSON.stringify(reading))
  assert.deepEqual(reading.problems, [])
  return reading.source.pupils.map(({ fields }) => `${fields.firstName} ${fields.lastName}`)
}
