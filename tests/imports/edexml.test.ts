import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ImportSource } from '#shared/imports/import-source.ts'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { aClass, anEdexml, aSet } from './edexml-file.ts'

const noor = { key: 'P1', achternaam: 'Bakker', roepnaam: 'Noor' }

describe('an EDEXML file', () => {
  it('gives a pupil with every field that a school keeps', async () => {
    const { source } = await read(
      anEdexml({
        groups: aClass('4A', 'Groep 4A'),
        pupils: [
          {
            key: 'P1',
            eckid: 'https://ketenid.nl/abc',
            achternaam: 'Hof',
            voorvoegsel: "van 't",
            voornamen: 'Gerardus Johannes',
            'voorletters-1': 'GJ',
            roepnaam: 'Gradje',
            geboortedatum: '2018-02-20',
            geslacht: '1',
            jaargroep: '4',
            groep: '4A',
            emailadres: 'gradje@example.org',
            bsn: '999990019',
            postcodenl: '6971VB',
            instroomdatum: '2022-08-19',
            uitstroomdatum: '2027-07-18',
          },
        ],
      }),
    )

    const [pupil] = source.pupils
    assert.deepEqual(pupil?.keys, [
      { source: 'edexml', value: 'P1' },
      { source: 'eckid', value: 'https://ketenid.nl/abc' },
    ])
    assert.deepEqual(pupil?.fields, {
      firstName: 'Gradje',
      lastName: 'Hof',
      prefix: "van 't",
      officialNames: 'Gerardus Johannes',
      initials: 'G.J.',
      birthDate: '2018-02-20',
      sex: 'male',
      email: 'gradje@example.org',
      nationalNumber: '999990019',
      nationalNumberKind: 'bsn',
      yearGrade: '4',
    })
    assert.deepEqual([pupil?.startsOn, pupil?.endsOn], ['2022-08-19', '2027-07-18'])
    assert.deepEqual(source.households[0]?.fields, { postcode: '6971 VB', addressCountry: 'NL' })
  })

  it('of version 1.03 is read like the later ones', async () => {
    const { source } = await read(
      anEdexml({
        version: '1.03',
        groups: aClass('4A', 'Groep 4A'),
        pupils: [{ ...noor, sofinummer: '999990007', groep: '4A' }],
      }),
    )

    assert.equal(source.version, '1.03')
    assert.deepEqual(source.pupils[0]?.fields.nationalNumberKind, 'bsn')
    assert.equal(source.pupils[0]?.fields.yearGrade, '4')
  })

  it('of a version that nobody knows yet is refused', async () => {
    const problems = await refusalOf(anEdexml({ version: '3.0', pupils: [noor] }))

    assert.deepEqual(problems[0], {
      severity: 'refusal',
      code: 'unknown-version',
      kind: null,
      file: 'EDEX.XML',
      line: 3,
      field: 'xsdversie',
      value: '3.0',
    })
  })

  it('of a school year after the schema’s list is taken', async () => {
    const { source, problems } = await read(anEdexml({ schoolYear: '2031-2032', pupils: [noor] }))

    assert.equal(source.schoolYear, '2031-2032')
    assert.deepEqual(problems, [])
  })

  it('from Flanders counts the years as Flanders does', async () => {
    const { source } = await read(
      anEdexml({
        school: '<instellingsnummer>1234</instellingsnummer>',
        groups: aClass('K', 'Kabouters', '0') + aClass('4', 'Klas 4', '6'),
        pupils: [
          { ...noor, groep: 'K' },
          { ...noor, key: 'P2', jaargroep: '6', rijksregisternummer: '85073003328' },
        ],
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => fields.yearGrade),
      ['K1', '4'],
    )
    assert.equal(source.pupils[1]?.fields.nationalNumberKind, 'rijksregisternummer')
    assert.equal(source.schoolNumber, '1234')
  })

  it('that writes a combined group once per year gives one group and each pupil a year', async () => {
    const { source } = await read(
      anEdexml({
        groups: aClass('K34_lj_3', 'Kikkers', '3') + aClass('K34_lj_4', 'Kikkers', '4'),
        pupils: [
          { ...noor, groep: 'K34_lj_3' },
          { ...noor, key: 'P2', groep: 'K34_lj_4' },
        ],
      }),
    )

    assert.deepEqual(
      source.groups.map(({ key, name, yearGrades }) => ({ key, name, yearGrades })),
      [{ key: 'K34', name: 'Kikkers', yearGrades: ['3', '4'] }],
    )
    assert.deepEqual(
      source.pupils.map(({ fields, memberships }) => [fields.yearGrade, memberships[0]?.groupKey]),
      [
        ['3', 'K34'],
        ['4', 'K34'],
      ],
    )
  })

  it('gives a combined group the years of its pupils', async () => {
    const { source } = await read(
      anEdexml({
        groups: aClass('K', 'Kikkers', 'C'),
        pupils: [
          { ...noor, jaargroep: '4', groep: 'K' },
          { ...noor, key: 'P2', jaargroep: '3', groep: 'K' },
        ],
      }),
    )

    assert.deepEqual(source.groups[0]?.yearGrades, ['3', '4'])
  })

  it('keeps lesson groups apart from the class', async () => {
    const { source } = await read(
      anEdexml({
        groups: aClass('4A', '4A') + aSet('R', 'Plusgroep rekenen'),
        pupils: [
          {
            ...noor,
            groep: '4A',
            xml: '<samengestelde_groepen><samengestelde_groep key="R"/></samengestelde_groepen>',
          },
        ],
      }),
    )

    assert.deepEqual(
      source.groups.map(({ kind }) => kind),
      ['class', 'set'],
    )
    assert.deepEqual(
      source.pupils[0]?.memberships.map(({ groupKey }) => groupKey),
      ['4A', 'R'],
    )
  })

  it('does not remember a key that is made up for this file', async () => {
    const { source } = await read(anEdexml({ pupils: [{ ...noor, key: '#001' }] }))

    assert.deepEqual(source.pupils[0]?.keys, [])
  })

  it('never passes on ethnicity, weight or countries of origin', async () => {
    const { source, problems } = await read(
      anEdexml({
        pupils: [
          {
            ...noor,
            etniciteit: '1',
            land: 'MA',
            land_vader: 'MA',
            land_moeder: 'MA',
            gewicht_nieuw: '0,3',
          },
        ],
      }),
    )

    assert.doesNotMatch(JSON.stringify(source), /MA|0,3|etniciteit/)
    assert.deepEqual(
      problems.map(({ code, field }) => `${code} ${field}`),
      ['etniciteit', 'land', 'land_vader', 'land_moeder', 'gewicht_nieuw'].map(
        (field) => `extra-skipped ${field}`,
      ),
    )
  })

  it('is taken with a national number that fails its check, and the number is not repeated', async () => {
    const { source, problems } = await read(anEdexml({ pupils: [{ ...noor, bsn: '133456785' }] }))

    assert.equal(source.pupils[0]?.fields.nationalNumber, '133456785')
    assert.deepEqual(
      problems.map(({ code, value }) => [code, value]),
      [['number-check-digit', null]],
    )
  })

  it('leaves out a pupil whose key stood before, and one without a name', async () => {
    const { source, problems } = await read(
      anEdexml({ pupils: [noor, { ...noor, roepnaam: 'Milan' }, { key: 'P3', geslacht: '1' }] }),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => fields.firstName),
      ['Noor'],
    )
    assert.deepEqual(
      problems.map(({ severity, kind, code, line }) => [severity, kind, code, line]),
      [
        ['row', 'pupils', 'key-repeated', 5],
        ['row', 'pupils', 'value-missing', 6],
      ],
    )
  })

  it('reads a birth date that can be read one way and drops one that cannot', async () => {
    const { source, problems } = await read(
      anEdexml({
        pupils: [
          { ...noor, geboortedatum: '2018-05-14T00:00:00' },
          { ...noor, key: 'P2', geboortedatum: '14-05-2018' },
          { ...noor, key: 'P3', geboortedatum: '5/6/2018' },
          { ...noor, key: 'P4', geboortedatum: '2018-02-30' },
        ],
      }),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => fields.birthDate),
      ['2018-05-14', '2018-05-14', undefined, undefined],
    )
    assert.deepEqual(
      problems.map(({ code, field, value }) => [code, field, value]),
      [
        ['value-invalid', 'geboortedatum', '5/6/2018'],
        ['value-invalid', 'geboortedatum', '2018-02-30'],
      ],
    )
  })

  it('of a real school, where hardly any pupil has a year of its own, takes it from the group', async () => {
    const pupils = Array.from({ length: 400 }, (_, n) => ({
      key: `P${n}`,
      achternaam: `Leerling ${n}`,
      roepnaam: 'Noor',
      groep: `K${n % 8 < 4 ? '12' : '34'}_lj_${(n % 4) + 1}`,
      ...(n < 11 && { jaargroep: '8' }),
    }))
    const layers = ['12', '34'].flatMap((base) =>
      [1, 2, 3, 4].map((year) => aClass(`K${base}_lj_${year}`, `Unit ${base}`, String(year))),
    )

    const { source, problems } = await read(anEdexml({ groups: layers.join(''), pupils }))

    const years = source.pupils.map(({ fields }) => fields.yearGrade)
    assert.deepEqual(
      ['1', '2', '3', '4', '8'].map((year) => years.filter((each) => each === year).length),
      [97, 97, 97, 98, 11],
    )
    assert.deepEqual(
      source.groups.map(({ key, name, yearGrades }) => [key, name, yearGrades]),
      [
        ['K12', 'Unit 12', ['1', '2', '3', '4']],
        ['K34', 'Unit 34', ['1', '2', '3', '4']],
      ],
    )
    assert.deepEqual(problems, [])
  })

  it('keeps layers apart whose groups have different names', async () => {
    const { source } = await read(
      anEdexml({
        groups: aClass('K_lj_3', 'Beren', '3') + aClass('K_lj_4', 'Vossen', '4'),
        pupils: [{ ...noor, groep: 'K_lj_4' }],
      }),
    )

    assert.deepEqual(
      source.groups.map(({ name }) => name),
      ['Beren', 'Vossen'],
    )
    assert.equal(source.pupils[0]?.memberships[0]?.groupKey, 'K_lj_4')
  })

  it('is read where it says the same in other words: short years, letters, bare dates, a byte order mark', async () => {
    const text = anEdexml({
      schoolYear: '2026/27',
      pupils: [
        { ...noor, geslacht: 'V', geboortedatum: '20180514' },
        { key: 'P2', voornamen: 'Gerardus Johannes', geslacht: '9', geboortedatum: '21/06/2018' },
      ],
    })

    const { source, problems } = await read(`\uFEFF${text}`)

    assert.equal(source.schoolYear, '2026-2027')
    assert.deepEqual(
      source.pupils.map(({ fields: { firstName, sex, birthDate } }) => [firstName, sex, birthDate]),
      [
        ['Noor', 'female', '2018-05-14'],
        ['Gerardus Johannes', undefined, '2018-06-21'],
      ],
    )
    assert.deepEqual(problems, [])
  })

  it('skips the blocks of vendors and names each of them once', async () => {
    const block =
      '<toevoegingen><blok xsi:type="Leverancier"><geheim>x</geheim></blok></toevoegingen>'

    const { source, problems } = await read(
      anEdexml({
        pupils: [
          { ...noor, xml: block },
          { ...noor, key: 'P2', xml: block },
        ],
      }),
    )

    assert.doesNotMatch(JSON.stringify(source), /geheim/)
    assert.deepEqual(
      problems.map(({ severity, code, field }) => [severity, code, field]),
      [['warning', 'extra-skipped', 'Leverancier']],
    )
  })

  it('gives staff their groups, and an assistant the task of one', async () => {
    const { source } = await read(
      anEdexml({
        groups: aClass('4A', '4A'),
        pupils: [noor],
        staff: `<leerkracht key="L1"><achternaam>Bemmel</achternaam><voorvoegsel>van</voorvoegsel>
          <voorletters-1>J</voorletters-1><groepen><groep key="4A"/></groepen></leerkracht>
          <leerkracht key="L2"><roepnaam>Lia</roepnaam>
          <groepen><groep key="4A"><rol>OWA</rol></groep></groepen></leerkracht>`,
      }),
    )

    assert.deepEqual(
      source.staff.map(({ firstName, prefix, lastName, groups }) => [
        firstName,
        prefix,
        lastName,
        groups,
      ]),
      [
        ['J.', 'van', 'Bemmel', [{ groupKey: '4A', task: 'teacher' }]],
        ['Lia', null, '', [{ groupKey: '4A', task: 'assistant' }]],
      ],
    )
  })

  it('without pupils is refused', async () => {
    const problems = await refusalOf(anEdexml({ pupils: [] }))

    assert.equal(problems[0]?.code, 'no-pupils')
  })
})

async function read(text: string) {
  const reading = await readSource([{ name: 'EDEX.XML', bytes: new TextEncoder().encode(text) }])
  assert(reading.ok, JSON.stringify(reading))
  return reading satisfies { source: ImportSource }
}

async function refusalOf(text: string) {
  const reading = await readSource([{ name: 'EDEX.XML', bytes: new TextEncoder().encode(text) }])
  assert(!reading.ok)
  return reading.problems
}
