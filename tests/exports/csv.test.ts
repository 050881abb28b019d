import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import Papa from 'papaparse'
import { balieColumns, columnName } from '#shared/exports/balie-table.ts'
import { guardCell, unguardCell } from '#shared/exports/formula-guard.ts'
import {
  authorityWord,
  protectionWord,
  readAuthorityWord,
  readProtectionWord,
  readRelationWord,
  readSexWord,
  relationWord,
  sexWord,
} from '#shared/exports/table-words.ts'
import { authorities, relations } from '#shared/families/guardian.ts'
import { languages } from '#shared/platform/language.ts'
import { protectionLevels, sexes } from '#shared/pupils/pupil.ts'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { aSchoolWithFamilies, noorsSecrets, saar } from '../builders/families.ts'
import { heidi } from '../builders/school.ts'
import { anImportingSchool } from '../imports/importing-school.ts'
import { executable, harmless, randomTexts } from './odd-texts.ts'
import { exportOf } from './practice-exports.ts'

type School = ReturnType<typeof aSchoolWithFamilies>

const careful = { withProtected: false }
const csvOf = async (school: Pick<School, 'exports'>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    (await exportOf(school, 'csv', careful)).bytes,
  )

/** The rows as a program with a CSV library reads them, by the names of the columns. */
const rowsOf = (text: string) =>
  Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data

function giveNote(school: School, note: string) {
  school.database.write({ staffId: heidi, path: 'pupils.change' }, (db) => {
    const row = school.database.read.select().from(pupils).all()
    const found = row.find(({ id }) => id === saar)
    if (found) db.save(pupils, { ...found, note })
  })
}

describe('an export as CSV', () => {
  it('is what Excel opens at once here: byte order mark, semicolons, CRLF', async () => {
    using school = aSchoolWithFamilies()

    const text = await csvOf(school)

    assert.match(text, /^\uFEFFLeerlingnummer;Roepnaam;Tussenvoegsel;/)
    assert.equal(text.split('\r\n').length, 1 + 3 + 1)
    assert.doesNotMatch(text, /[^\r]\n/)
  })

  it('gives a pupil two guardians in the order of calling, and two homes', async () => {
    using school = aSchoolWithFamilies()

    const row = rowsOf(await csvOf(school)).find(({ Roepnaam }) => Roepnaam === 'Saar')

    assert.equal(row?.['Ouder 1 voornaam'], 'Anna')
    assert.equal(row?.['Ouder 2 voornaam'], 'Pieter')
    assert.equal(row?.['Thuis straat'], 'Molenweg')
    assert.equal(row?.['Tweede adres straat'], 'Kerkstraat')
    assert.equal(row?.Groep, '4A')
    assert.equal(row?.Geboortedatum, '2018-05-14')
  })

  it('holds nothing of a protected pupil, and no column of numbers that nobody asked for', async () => {
    using school = aSchoolWithFamilies()

    const text = await csvOf(school)

    for (const secret of [...noorsSecrets, 'Sol Vinter', 'BSN']) assert(!text.includes(secret))
  })

  it('guards each cell that a spreadsheet would execute', async () => {
    using school = aSchoolWithFamilies()
    giveNote(school, "=cmd|' /C calc'!A0")

    const [row] = rowsOf(await csvOf(school)).filter(({ Roepnaam }) => Roepnaam === 'Saar')

    assert.equal(row?.Notitie, "'=cmd|' /C calc'!A0")
    assert.equal(row?.['Ouder 1 mobiel'], "'+31612345678")
  })

  it('is known again by our reader, column for column', async () => {
    using school = aSchoolWithFamilies()
    const { name, bytes } = await exportOf(school, 'csv', careful)

    const reading = await readSource([{ name, bytes }])

    assert(reading.ok, JSON.stringify(reading.problems))
    assert.deepEqual(reading.problems, [])
    const { pupils: read, guardians, households } = reading.source
    const mother = guardians.find(({ firstName }) => firstName === 'Anna')
    assert.equal(read.find(({ fields }) => fields.firstName === 'Saar')?.key, saar)
    assert.deepEqual(mother?.phones, [{ kind: 'mobile', number: '+31612345678' }])
    assert.deepEqual(
      mother?.ties?.map(({ fields: { relation, authority } }) => ({ relation, authority })),
      [
        { relation: 'mother', authority: 'joint' },
        { relation: 'mother', authority: 'joint' },
      ],
    )
    assert.equal(households.length, 3)
  })

  it('is taken in again by an empty school, phones and families and all', async () => {
    using school = aSchoolWithFamilies()
    using empty = anImportingSchool()
    giveNote(school, '=1+1; "twee"')

    await empty.import({ 'leerlingen.csv': (await exportOf(school, 'csv', careful)).bytes })

    assert.deepEqual(rowsOf(await csvOf(empty)).map(own), rowsOf(await csvOf(school)).map(own))
  })
})

/**
 * Without the ids, which each school gives itself, and the year, which a class `4A` tells too. What
 * a guardian is to a child comes with `ties`: `round-trip.test.ts` compares it.
 */
const own = (row: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(row).filter(([name]) => !/^(Sleutel|Leerjaar)|relatie$|gezag$/.test(name)),
  )

describe('a guarded cell', () => {
  it('begins with nothing that a spreadsheet executes', () => {
    for (const text of executable) assert.match(guardCell(text), /^'/)
  })

  it('stays as it was when there is nothing to fear', () => {
    for (const text of harmless) assert.equal(guardCell(text), text)
  })

  it('says the same again without its guard: 10,000 texts', () => {
    for (const text of [...executable, ...harmless, ...randomTexts(10_000)]) {
      assert.equal(unguardCell(guardCell(text)), text)
    }
  })
})

describe('the words of a table', () => {
  it('are read again in every language', () => {
    for (const language of languages) {
      for (const sex of sexes) {
        assert.equal(readSexWord(sexWord(sex, language)), sex === 'unknown' ? null : sex)
      }
      for (const each of relations) {
        assert.equal(readRelationWord(relationWord(each, language)), each)
      }
      for (const each of authorities) {
        const read = readAuthorityWord(authorityWord(each, language))
        assert.equal(read, each === 'unknown' ? null : each)
      }
      for (const level of protectionLevels) {
        const read = readProtectionWord(protectionWord(level, language))
        assert.equal(read, level === 0 ? null : level)
      }
    }
  })

  it('name each column once in every language', () => {
    for (const language of languages) {
      const names = balieColumns.map((column) => columnName(column, language).toLowerCase())
      assert.equal(new Set(names).size, names.length)
    }
  })
})
