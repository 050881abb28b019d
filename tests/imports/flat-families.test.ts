import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { importedKinds } from '#shared/imports/import-source.ts'
import { phones } from '../../src-main/families/families-table.ts'
import { pupils } from '../../src-main/pupils/pupils-table.ts'
import { familiesOf, linksOf } from './families-of.ts'
import { anImportingSchool, type ImportingSchool, undo } from './importing-school.ts'

const names = 'Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas'
const address = 'Straat;Huisnummer;Postcode;Woonplaats'
const parents = 'Vader naam;Vader e-mail;Vader mobiel;Moeder naam;Moeder e-mail;Moeder mobiel'
const church = 'Kerkstraat;12 bis;3511AB;Utrecht'
const jan = 'Jan de Vries;jan@example.org;06-12345678'
const anna = 'Smit, Anna;anna@example.org;+31 6 12345679'
const families = [
  `${names};${address};${parents}`,
  `Noor;de;Vries;14-03-2018;3A;${church};${jan};${anna}`,
  `Milan;de;Vries;02-05-2016;5B;${church};${jan};${anna}`,
  `Bo;;Jansen;03-06-2017;4A;Plein 1944;5;3512CD;Utrecht;Piet Jansen;piet@example.org;0612345670;;;`,
].join('\r\n')

describe('a table with two guardians in a row', () => {
  it('becomes families: parents once, brothers and sisters together, everybody at home', async () => {
    using school = anImportingSchool()

    const { report } = await school.import({ 'klas.csv': families })

    assert.deepEqual(
      importedKinds.map((kind) => report.counts[kind].new),
      [3, 3, 2, 3, 0, 0],
    )
    assert.deepEqual(familiesOf(school), [
      'Bo Jansen: father Piet Jansen | Plein 1944 5, 3512 CD Utrecht (main, with Piet Jansen)',
      'Milan de Vries: father Jan de Vries, mother Anna Smit | Kerkstraat 12 bis, 3511 AB Utrecht (main, with Anna Smit and Jan de Vries)',
      'Noor de Vries: father Jan de Vries, mother Anna Smit | Kerkstraat 12 bis, 3511 AB Utrecht (main, with Anna Smit and Jan de Vries)',
    ])
    assert.deepEqual(
      school.database.read
        .select()
        .from(phones)
        .all()
        .map(({ number, kind, ownerKind }) => `${number} ${kind} ${ownerKind}`)
        .sort(),
      [
        '+31612345670 mobile guardian',
        '+31612345678 mobile guardian',
        '+31612345679 mobile guardian',
      ],
    )
  })

  it('leaves authority unknown and the portal shut', async () => {
    using school = anImportingSchool()

    await school.import({ 'klas.csv': families })

    const links = linksOf(school)
    assert.deepEqual(
      [...new Set(links.map(({ authority, portalAccess }) => `${authority} ${portalAccess}`))],
      ['unknown false'],
    )
  })

  it('changes nothing the second time, as text or as the same table under other marks', async () => {
    using school = anImportingSchool()
    await school.import({ 'klas.csv': families })
    const before = school.rows()

    await school.import({ 'klas.csv': families })
    const { report } = await school.import({ 'klas.tsv': families.replaceAll(';', '\t') })

    assert.deepEqual(
      importedKinds.map((kind) => report.counts[kind].new + report.counts[kind].changed),
      importedKinds.map(() => 0),
    )
    assert.deepEqual(school.rows(), before)
  })

  it('is one action that can be taken back', async () => {
    using school = anImportingSchool()
    const empty = school.rows()
    const { report } = await school.import({ 'klas.csv': families })

    await undo(school, report.actionId)

    assert.deepEqual(school.rows(), empty)
  })

  it('brings a younger sister into the home and to the parents that the school knows', async () => {
    using school = anImportingSchool()
    await school.import({ 'klas.csv': families })
    const [header] = families.split('\r\n')

    const { report } = await school.import({
      'nieuw.csv': `${header}\r\nSaar;de;Vries;01-02-2021;1A;${church};${jan};${anna}`,
    })

    assert.deepEqual(
      importedKinds.map((kind) => [report.counts[kind].new, report.counts[kind].changed]),
      [
        [1, 0],
        [0, 2],
        [0, 1],
        [1, 0],
        [0, 0],
        [0, 0],
      ],
    )
    assert.match(
      familiesOf(school).find((each) => each.startsWith('Saar')) ?? '',
      /father Jan de Vries, mother Anna Smit \| Kerkstraat 12 bis/,
    )
  })
})

describe('separated parents', () => {
  const header = `${names};${address};Ouder 1 naam;Ouder 2 naam;Adres ouder 2;Postcode ouder 2;Woonplaats ouder 2`
  const row = (firstName: string, second: string) =>
    `${firstName};;Bakker;14-03-2018;3A;${church};Els Bakker;Tom Dekker;${second}`

  it('are two homes, of which the first is the main one', async () => {
    using school = anImportingSchool()

    await school.import({ 'klas.csv': `${header}\n${row('Noor', 'Dorpsweg 3-5;3513 XY;Zeist')}` })

    assert.deepEqual(familiesOf(school), [
      'Noor Bakker: parent Els Bakker, parent Tom Dekker | Kerkstraat 12 bis, 3511 AB Utrecht (main, with Els Bakker) | Dorpsweg 3-5, 3513 XY Zeist (other, with Tom Dekker)',
    ])
  })

  it('who live together after all are one home', async () => {
    using school = anImportingSchool()

    await school.import({
      'klas.csv': `${header}\n${row('Noor', 'Kerkstraat 12bis;3511 AB;Utrecht')}`,
    })

    assert.deepEqual(familiesOf(school), [
      'Noor Bakker: parent Els Bakker, parent Tom Dekker | Kerkstraat 12 bis, 3511 AB Utrecht (main, with Els Bakker and Tom Dekker)',
    ])
  })

  it('get their second home when a later file brings it', async () => {
    using school = anImportingSchool()
    await school.import({ 'klas.csv': `${header}\n${row('Noor', ';;')}` })

    await school.import({ 'klas.csv': `${header}\n${row('Noor', 'Dorpsweg 3;3513 XY;Zeist')}` })
    const before = school.rows()
    await school.import({ 'klas.csv': `${header}\n${row('Noor', 'Dorpsweg 3;3513 XY;Zeist')}` })

    assert.deepEqual(school.rows(), before)
    assert.match(
      familiesOf(school)[0] ?? '',
      /\(main, with .*\) \| Dorpsweg 3, 3513 XY Zeist \(other/,
    )
  })
})

describe('rows of a table', () => {
  it('may be one for each guardian of a pupil', async () => {
    using school = anImportingSchool()
    const text = [
      'Leerlingnummer;Roepnaam;Achternaam;Klas;Naam ouder;Relatie ouder;E-mail ouder',
      '12;Noor;Bakker;3A;Els Bakker;moeder;els@example.org',
      '12;Noor;Bakker;3A;Tom Dekker;stiefvader;tom@example.org',
    ].join('\n')

    await school.import({ 'ouders.csv': text })

    assert.deepEqual(familiesOf(school), ['Noor Bakker: mother Els Bakker, step-parent Tom Dekker'])
  })

  it('of one number for two children leave the second out and say so', async () => {
    using school = anImportingSchool()
    const text = 'Leerlingnummer;Roepnaam;Achternaam;Klas\n12;Noor;Bakker;3A\n12;Milan;Smit;3A'

    const { report } = await school.import({ 'klas.csv': text })

    assert.deepEqual(
      report.problems.map(({ severity, code, line }) => [severity, code, line]),
      [['row', 'key-repeated', 3]],
    )
    assert.equal(school.rows().pupils?.length, 1)
  })

  it('of guardians alone tie those to the pupils that the school knows, and make no pupils', async () => {
    using school = anImportingSchool()
    await school.import({
      'klas.csv':
        'Leerlingnummer;Roepnaam;Achternaam;Klas\n201700045;Noor;Bakker;3A\n201700003;Bo;Bakker;1A',
    })

    const { report } = await school.import({
      'ouders.csv':
        'Code;Achternaam;Email;Leerlingcodes\nouder2003;Bakker;bak@example.org;"201700045,201700003"\nouder2004;Smit;s@example.org;999',
    })

    assert.deepEqual(familiesOf(school), ['Bo Bakker: parent Bakker', 'Noor Bakker: parent Bakker'])
    assert.deepEqual(
      report.problems.map(({ code, line, value }) => [code, line, value]),
      [
        ['key-dangling', 3, '999'],
        ['guardian-without-pupil', 3, 'Smit'],
      ],
    )
  })

  it('of one mail address and no name are one guardian, who gets a name later', async () => {
    using school = anImportingSchool()
    const header = 'Roepnaam;Achternaam;Klasnaam;E-mailadres ouder/verzorger 1'
    await school.import({
      'export.csv': `${header}\nNoor;Bakker;3A;els@example.org\nBo;Bakker;1A;els@example.org`,
    })

    await school.import(
      {
        'klas.csv':
          'Roepnaam;Achternaam;Klas;Naam ouder 1;E-mail ouder 1\nNoor;Bakker;3A;Els Bakker;els@example.org',
      },
      { 'pupils:row 2': pupilId(school, 'Noor') },
    )

    assert.deepEqual(familiesOf(school), [
      'Bo Bakker: parent Els Bakker',
      'Noor Bakker: parent Els Bakker',
    ])
  })

  it('of neighbours behind one door stay two homes', async () => {
    using school = anImportingSchool()
    const text = [
      `${names};${address};Ouder 1 naam`,
      `Noor;;Bakker;14-03-2018;3A;Flat;1;3511AB;Utrecht;Els Bakker`,
      `Bo;;Smit;14-03-2017;3A;Flat;1;3511AB;Utrecht;Tom Smit`,
    ].join('\n')

    const { report } = await school.import({ 'klas.csv': text })

    assert.equal(report.counts.households.new, 2)
  })
})

describe('what a table says of protection', () => {
  const text = (mark: string) =>
    `Roepnaam;Achternaam;Geboortedatum;Klas;Geheim adres\nNoor;Bakker;14-03-2018;3A;${mark}`
  const level = (school: ImportingSchool) =>
    school.database.read.select().from(pupils).get()?.protectionLevel

  it('raises it, says so, and never lowers it', async () => {
    using school = anImportingSchool()
    await school.import({ 'klas.csv': text('nee') })
    assert.equal(level(school), 0)

    const { preview } = await school.import({ 'klas.csv': text('ja') })
    await school.import({ 'klas.csv': text('nee') })

    assert.deepEqual(preview.lines.find(({ kind }) => kind === 'pupils')?.changes, [
      { field: 'protectionLevel', from: '0', to: '1' },
    ])
    assert.equal(level(school), 1)
  })
})

const pupilId = (school: ImportingSchool, firstName: string) => {
  const all = school.database.read.select().from(pupils).all()
  return String(all.find((each) => each.firstName === firstName)?.id)
}
