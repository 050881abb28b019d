import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { createProblems } from '../../src-main/import-readers/problems.ts'
import { readTextGrid } from '../../src-main/import-readers/table/text-grid.ts'
import { noSharedData, sharedData } from './importing-school.ts'
import { codesOf, meaningsOf, pupilsOf, readTable } from './table-file.ts'

const rows = ['Noor,de Vries,14-03-2018,3A', 'Milan,Öberg,02-05-2016,5B']
const plain = ['Roepnaam,Achternaam,Geboortedatum,Klas', ...rows].join('\r\n')
const both = ['Noor de Vries 2018-03-14 3a', 'Milan Öberg 2016-05-02 5b']

describe('a table without a standard', () => {
  const dressed: Readonly<Record<string, string>> = {
    'with commas': plain,
    'with semicolons': plain.replaceAll(',', ';'),
    'with tabs': plain.replaceAll(',', '\t'),
    'with bars': plain.replaceAll(',', '|'),
    'with old Macintosh line ends': plain.replaceAll('\r\n', '\r'),
    'with Unix line ends and empty lines': `${plain.replaceAll('\r\n', '\n')}\n\n,,,\n`,
    'with the line that Excel writes for itself': `sep=;\r\n${plain.replaceAll(',', ';')}`,
    'under a title and an empty line': `Leerlingenlijst 2026-2027\r\n\r\n${plain}`,
    'with quotes around every cell': plain.replaceAll(/[^,\r\n]+/g, '"$&"'),
    'with a line break inside a cell': plain.replace('de Vries', '"de\nVries"'),
    'with letters taken apart': plain.normalize('NFD'),
  }
  for (const [dress, text] of Object.entries(dressed)) {
    it(`is read alike ${dress}`, async () => {
      assert.deepEqual(pupilsOf(await readTable(text)), both)
    })
  }

  it('is cut by the mark that rows have regularly, not by the most frequent one', async () => {
    const text = 'Naam leerling;Klas\r\n"Vries, Jan, de";3A\r\nJansen, Bo;3B\r\nPuk, Pietje;3C\r\n'

    const reading = await readTable(text)

    assert.equal(reading.table?.mapping.separator, ';')
  })

  it('keeps a formula as text and takes off what kept a spreadsheet from running it', async () => {
    const text = `${plain}\r\n"=1+1",'@Bakker,01-02-2017,4A`

    const reading = await readTable(text)

    assert.deepEqual(pupilsOf(reading).at(-1), '=1+1 @Bakker 2017-02-01 4a')
  })

  it('names the line where quotes do not close, and takes nothing', async () => {
    const reading = await readTable(`${plain}\r\n"Bo,Jansen,01-02-2017,4A`)

    assert.deepEqual(
      [reading.ok, reading.problems.map(({ code, line }) => [code, line])],
      [false, [['quotes-broken', 4]]],
    )
  })

  it('leaves out a row that has slipped, and one without a name, by line', async () => {
    const reading = await readTable(`${plain}\r\nBo,Jansen,01-02-2017,4A,te veel\r\n,,01-02-2017,`)

    assert.deepEqual(
      reading.problems.map(({ severity, code, line }) => [severity, code, line]),
      [
        ['row', 'row-uneven', 4],
        ['row', 'value-missing', 5],
      ],
    )
    assert.equal(pupilsOf(reading).length, 2)
  })

  it('is no table when it is prose, markup or a program', async () => {
    const texts = [
      'Geachte ouders,\nop 3 mei is de school dicht.\nGroet',
      '<html>,a\n<b>,c',
      '{"a":1}',
    ]

    const codes = await Promise.all(
      texts.map(async (text) => codesOf(await readTable(text, { file: 'x.txt' }))),
    )

    assert.deepEqual(codes, [['unknown-format'], ['unknown-format'], ['unknown-format']])
  })
})

describe('columns of a table', () => {
  it('are told by their names in Dutch, Flemish, Swedish and English', async () => {
    const headers = [
      'Roepnaam;Tussenvoegsel;Achternaam;Klasnaam;Leerjaar;E-mailadres ouder/verzorger 2',
      'Nr;Naam;Voornaam;Klas;Vader: achternaam;Gsm moeder;Straat;Nr;Bus;Gemeente',
      'Förnamn;Efternamn;Personnummer;Klass;Vårdnadshavare 1 e-post;VH2 mobil;Postnummer;Ort',
      'First Name;Last Name;Class;Guardian 1 Email;Guardian2Phone;Parent/Contact;Date of Birth',
    ]

    const told = await Promise.all(
      headers.map(async (header) =>
        meaningsOf(await readTable(`${header}\n${header.replace(/[^;]+/g, 'x')}\n`)),
      ),
    )

    assert.deepEqual(told, [
      [
        'Roepnaam=pupil.firstName',
        'Tussenvoegsel=pupil.prefix',
        'Achternaam=pupil.lastName',
        'Klasnaam=group.name',
        'Leerjaar=pupil.yearGrade',
        'E-mailadres ouder/verzorger 2=guardian2.email',
      ],
      [
        'Nr=',
        'Naam=pupil.lastName',
        'Voornaam=pupil.firstName',
        'Klas=group.name',
        'Vader: achternaam=guardian1.lastName',
        'Gsm moeder=guardian2.mobile',
        'Straat=household1.street',
        'Nr=household1.houseNumber',
        'Bus=household1.houseNumberAddition',
        'Gemeente=household1.town',
      ],
      [
        'Förnamn=pupil.firstName',
        'Efternamn=pupil.lastName',
        'Personnummer=pupil.nationalNumber',
        'Klass=group.name',
        'Vårdnadshavare 1 e-post=guardian1.email',
        'VH2 mobil=guardian2.mobile',
        'Postnummer=household1.postcode',
        'Ort=household1.town',
      ],
      [
        'First Name=pupil.firstName',
        'Last Name=pupil.lastName',
        'Class=group.name',
        'Guardian 1 Email=guardian1.email',
        'Guardian2Phone=guardian2.phone',
        'Parent/Contact=guardian1.fullName',
        'Date of Birth=pupil.birthDate',
      ],
    ])
  })

  it('take the title that spans them before their name', async () => {
    const text =
      'Leerling;;;Ouder 1;\nRoepnaam;Achternaam;Klas;Achternaam;E-mail\nNoor;Bakker;3A;Smit;s@example.org'

    assert.deepEqual(meaningsOf(await readTable(text)), [
      'Leerling Roepnaam=pupil.firstName',
      'Leerling Achternaam=pupil.lastName',
      'Leerling Klas=group.name',
      'Ouder 1 Achternaam=guardian1.lastName',
      'Ouder 1 E-mail=guardian1.email',
    ])
  })

  it('of what no school may keep are left out and told once', async () => {
    const text = `${plain
      .replace('Klas', 'Klas,Gewicht,Nationaliteit vader,Schoenmaat')
      .replace('3A', '3A,0.3,NL,34')
      .replace('5B', '5B,0,BE,36')}`

    const reading = await readTable(text)

    assert.deepEqual(
      reading.problems.map(({ code, field }) => [code, field]),
      [
        ['extra-skipped', 'Gewicht'],
        ['extra-skipped', 'Nationaliteit vader'],
        ['column-unknown', 'Schoenmaat'],
      ],
    )
  })

  it('are asked for when nothing names them, as when rows are pasted without a header', async () => {
    const pasted = 'Noor\tde Vries\t14-03-2018\t3A\nMilan\tJansen\t02-05-2016\t3A\n'

    const reading = await readTable(pasted, { file: 'geplakt.tsv' })

    assert.deepEqual([reading.ok, reading.table?.mapping.headerLine], [false, null])
    assert.deepEqual(meaningsOf(reading), ['=', '=', '=pupil.birthDate', '=group.name'])
    assert(codesOf(reading).includes('mapping-name-missing'))
  })

  it('are asked for when a list of names may be of anybody', async () => {
    for (const text of [
      'Name,Phone\nContoso School,555\n',
      'First Name,Last Name,Teacher Number\nA,B,1\n',
    ]) {
      const reading = await readTable(text)

      assert.deepEqual([reading.ok, reading.table !== null], [false, true])
    }
  })

  it('are asked for when a mail address may be the child’s or the parent’s', async () => {
    const reading = await readTable(
      'Naam leerling;Klas;Naam ouder;E-mail\nNoor Bakker;3A;Jo Smit;jo@example.org',
    )

    assert.deepEqual(
      reading.problems.map(({ code, field }) => [code, field]),
      [['mapping-unsure', 'E-mail']],
    )
  })
})

describe('days of a table', () => {
  const withDays = (...days: readonly string[]) =>
    ['Roepnaam;Klas;Geboortedatum', ...days.map((day, n) => `P${n};3A;${day}`)].join('\n')
  const readDays = async (text: string, country: 'nl' | 'se' = 'nl') =>
    pupilsOf(await readTable(text, { country })).map((each) => each.split(' ')[1])

  it('are in the order that a number over twelve gives away', async () => {
    assert.deepEqual(await readDays(withDays('6/7/2018', '25/12/2017')), [
      '2018-07-06',
      '2017-12-25',
    ])
    assert.deepEqual(await readDays(withDays('6/7/2018', '12/25/2017')), [
      '2018-06-07',
      '2017-12-25',
    ])
  })

  it('are in the country’s order when nothing gives it away', async () => {
    assert.deepEqual(await readDays(withDays('6-7-2018')), ['2018-07-06'])
  })

  it('are asked for when cells contradict each other, and when English names may be American', async () => {
    const contradicting = await readTable(withDays('25/12/2017', '12/25/2017'))
    const english = await readTable('First Name,Class,Date of Birth\nNoor,3A,6/7/2018\n')

    assert.deepEqual(
      [codesOf(contradicting), codesOf(english)],
      [['dates-unclear'], ['dates-unclear']],
    )
  })

  it('may have two figures for the year, a month in words, or be Excel’s own numbers', async () => {
    assert.deepEqual(
      await readDays(withDays('6-7-18', '6 mei 2018', '43287', '20180706', '2018-07-06 00:00:00')),
      ['2018-07-06', '2018-05-06', '2018-07-06', '2018-07-06', '2018-07-06'],
    )
  })

  it('that do not exist or lie ahead are dropped and told by line', async () => {
    const reading = await readTable(withDays('31-02-2018', '6-7-2031', '6-7-2018'))

    assert.deepEqual(
      reading.problems.map(({ code, line, field, value }) => [code, line, field, value]),
      [
        ['value-invalid', 2, 'Geboortedatum', '31-02-2018'],
        ['value-invalid', 3, 'Geboortedatum', '6-7-2031'],
      ],
    )
  })
})

describe('the odd tables of csv-spectrum', { skip: noSharedData }, () => {
  const folder = join(sharedData, 'csv/csv-spectrum')
  // One telephone number was replaced in the expected answer alone.
  const mended = (text: string) => text.replace('1234567890', '2095257564')

  for (const name of noSharedData ? [] : readdirSync(join(folder, 'csvs'))) {
    it(`are read as expected: ${name}`, () => {
      const bytes = readFileSync(join(folder, 'csvs', name))
      const answer = readFileSync(join(folder, 'json', name.replace('.csv', '.json')), 'utf8')

      const grid = readTextGrid({ name, bytes }, null, createProblems())

      const [header, ...records] = grid?.rows ?? []
      const got = records.map(({ cells }) =>
        Object.fromEntries(cells.map((cell, n) => [header?.cells[n], cell])),
      )
      // Line ends inside a cell are one kind here, as everywhere in Balie.
      const wanted = [
        JSON.parse(mended(answer).replaceAll(String.raw`\r\n`, String.raw`\n`)),
      ].flat()
      assert.deepEqual(got, wanted)
    })
  }
})
