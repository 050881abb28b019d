import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { anImportingSchool, noSharedData, sample, undo } from './importing-school.ts'

/** Lines of one card; version 3.0 unless the lines say another. */
const card = (...lines: readonly string[]) =>
  [
    'BEGIN:VCARD',
    ...(lines.some((line) => line.startsWith('VERSION')) ? [] : ['VERSION:3.0']),
    ...lines,
    'END:VCARD',
    '',
  ].join('\r\n')

const noor = card(
  'N:Bakker;Noor;;;',
  'FN:Noor Bakker',
  'X-BALIE-ROLE:pupil',
  'X-BALIE-KEY:p1',
  'BDAY:2018-03-04',
  'X-BALIE-GROUP:4A',
  'CATEGORIES:4A',
  'ADR;TYPE=HOME:;;Kerkstraat 12 bis;Utrecht;;3511 AB;Nederland',
)
const milan = card(
  'N:Bakker;Milan;;;',
  'X-BALIE-ROLE:pupil',
  'X-BALIE-KEY:p2',
  'ADR;TYPE=HOME:;;Kerkstraat 12 bis;Utrecht;;3511 AB;Nederland',
)
const ans = card(
  'N:van den Berg;Ans;;;',
  'X-BALIE-ROLE:guardian',
  'X-BALIE-KEY:g1',
  'X-BALIE-CHILD;TYPE=mother:p1',
  'X-BALIE-CHILD;TYPE=mother:p2',
  'EMAIL:ans@example.org',
  'TEL;TYPE=CELL:06-17406050',
  'ADR;TYPE=HOME:;;Kerkstraat 12 bis;Utrecht;;3511 AB;Nederland',
)

describe('a contact card', () => {
  it('is a guardian with name, mail, phones and address', async () => {
    const { source } = await read(
      card(
        'N:van den Berg;Ans;Maria;;',
        'EMAIL;TYPE=HOME:ans@example.org',
        'TEL;TYPE=CELL:06-17406050',
        'TEL;TYPE=WORK,VOICE:030-2345678',
        'ADR:;;Kerkstraat 12 bis;Utrecht;;3511ab;Nederland',
        'GENDER:F',
        'NOTE:belt\\, liever\\nniet',
      ),
    )

    const [guardian] = source.guardians
    assert.deepEqual(
      { ...guardian, place: null },
      {
        place: null,
        key: '#0',
        keys: [],
        onlyIfKnown: false,
        firstName: 'Ans',
        prefix: 'van den',
        lastName: 'Berg',
        email: 'ans@example.org',
        phones: [
          { kind: 'mobile', number: '06-17406050' },
          { kind: 'work', number: '030-2345678' },
        ],
        pupilKeys: [],
        relation: 'other',
        more: { sex: 'female', note: 'belt, liever\nniet' },
        ties: [],
      },
    )
    assert.deepEqual(source.households[0]?.fields, {
      street: 'Kerkstraat',
      houseNumber: '12',
      houseNumberAddition: 'bis',
      town: 'Utrecht',
      postcode: '3511 AB',
      addressCountry: 'NL',
    })
  })

  it('of version 2.1 is read with bare words, quoted-printable, soft line breaks and its charset', async () => {
    const { source, problems } = await read(
      card(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85kesson;=C3=96rjan=',
        ';;;',
        'EMAIL;PREF;INTERNET:orjan@example.org',
        'TEL;CELL;VOICE:070-1740605',
        'NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:f=F6rst, sedan\\;=0D=0Asist',
        'ADR;HOME:;;Storgatan 5 lgh 1102;Malm\u00f6;;211 34;Sverige',
      ),
    )

    const [guardian] = source.guardians
    assert.deepEqual([guardian?.firstName, guardian?.lastName], ['Örjan', 'Åkesson'])
    assert.equal(guardian?.email, 'orjan@example.org')
    assert.deepEqual(guardian?.phones, [{ kind: 'mobile', number: '070-1740605' }])
    assert.equal(guardian?.more?.note, 'först, sedan;\nsist')
    assert.deepEqual(source.households[0]?.fields.houseNumberAddition, 'lgh 1102')
    assert.deepEqual(problems, [])
  })

  it('of version 4.0 is read with lists of types, a phone as an address and ties between cards', async () => {
    const { source } = await read(
      card(
        'VERSION:4.0',
        'UID:urn:uuid:a',
        'FN:Ans de Boer',
        'TEL;VALUE=uri;TYPE="voice,cell":tel:+31-6-17406050',
        'RELATED;TYPE=child:urn:uuid:b',
      ) + card('VERSION:4.0', 'UID:urn:uuid:b', 'FN:Noor de Boer', 'BDAY:20180304'),
    )

    assert.deepEqual(
      source.guardians.map(({ firstName, prefix, lastName, phones, pupilKeys }) => [
        firstName,
        prefix,
        lastName,
        phones,
        pupilKeys,
      ]),
      [['Ans', 'de', 'Boer', [{ kind: 'mobile', number: '+31-6-17406050' }], ['b']]],
    )
    assert.deepEqual(
      source.pupils.map(({ key, fields }) => [key, fields.birthDate]),
      [['b', '2018-03-04']],
    )
  })

  it('takes the first of two names of one person, folded lines and grouped properties', async () => {
    const { source } = await read(
      card(
        'FN:Berg\\, Jan van den',
        'item1.TEL:030-2345678',
        'item1.X-ABLabel:thuis',
        'EMAIL;TYPE=INTERNET:jan.van.den.',
        ' berg@example.org',
      ),
    )

    const [guardian] = source.guardians
    assert.deepEqual(
      [guardian?.firstName, guardian?.prefix, guardian?.lastName],
      ['Jan', 'van den', 'Berg'],
    )
    assert.equal(guardian?.email, 'jan.van.den.berg@example.org')
    assert.equal(guardian?.phones[0]?.number, '030-2345678')
  })

  it('keeps what is known of a birth date, and tells a day without a year', async () => {
    const pupil = (key: string, ...lines: readonly string[]) =>
      card(`N:Bakker;${key};;;`, 'X-BALIE-ROLE:pupil', `UID:${key}`, ...lines)

    const { source, problems } = await read(
      pupil('A', 'BDAY:1985') +
        pupil('B', 'BDAY;ALTID=1:20160801', 'BDAY;ALTID=1;VALUE=text:2016-08-01') +
        pupil('C', 'BDAY:--0415') +
        pupil('D', 'BDAY;VALUE=text:in het voorjaar') +
        pupil('E', 'BDAY:2018-02-30'),
    )

    assert.deepEqual(
      source.pupils.map(({ fields }) => fields.birthDate),
      ['1985', '2016-08-01', undefined, undefined, undefined],
    )
    assert.deepEqual(
      problems.map(({ code, field, value }) => [code, field, value]),
      [
        ['value-invalid', 'BDAY', '--0415'],
        ['value-invalid', 'BDAY', 'in het voorjaar'],
        ['value-invalid', 'BDAY', '2018-02-30'],
      ],
    )
  })

  it('loses nothing in silence: pictures, other addresses and titles are told with their line', async () => {
    const { problems } = await read(
      card(
        'N:Bakker;Ans;;Mr.;',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ',
        ' SkZJRg==',
        'EMAIL;TYPE=HOME:a@example.org',
        'EMAIL;TYPE=WORK:b@example.org',
        'TEL;TYPE=FAX:030-2345678',
        'ORG:Bakkerij',
        'BDAY:1985-01-02',
        'TEL:zie boven',
      ),
    )

    assert.deepEqual(
      problems.map(({ code, line, field, value }) => [code, line, field, value]),
      [
        ['extra-skipped', 4, 'PHOTO', null],
        ['extra-skipped', 3, 'N', 'Mr.'],
        ['extra-skipped', 9, 'ORG', null],
        ['extra-skipped', 10, 'BDAY', null],
        ['extra-skipped', 7, 'EMAIL', 'b@example.org'],
        ['extra-skipped', 8, 'TEL', '030-2345678'],
        ['value-invalid', 11, 'TEL', 'zie boven'],
      ],
    )
  })

  it('that names nobody, or is a firm’s, is left out and told', async () => {
    const { source, problems } = await read(
      card('EMAIL:a@example.org') +
        card('KIND:org', 'FN:Bakkerij', 'VERSION:4.0') +
        card('N:Bakker;Ans;;;'),
    )

    assert.equal(source.guardians.length, 1)
    assert.deepEqual(
      problems.map(({ severity, code, kind, line }) => [severity, code, kind, line]),
      [
        ['row', 'value-missing', 'guardians', 1],
        ['row', 'role-skipped', null, 5],
      ],
    )
  })

  it('of somebody’s secretary inside another card is nobody', async () => {
    const { source } = await read(
      card(
        'N:Bakker;Ans;;;',
        'AGENT:',
        'BEGIN:VCARD',
        'N:Jansen;Kees;;;',
        'END:VCARD',
        'TEL:030-2345678',
      ),
    )

    assert.deepEqual(
      source.guardians.map(({ firstName, phones }) => [firstName, phones.length]),
      [['Ans', 1]],
    )
  })

  it('that stands there twice is one person', async () => {
    const twin = card('N:Bakker;Ans;;;', 'TEL:030-2345678')

    const { source, problems } = await read(twin + twin)

    assert.equal(source.guardians.length, 1)
    assert.deepEqual(
      problems.map(({ code, line }) => [code, line]),
      [['key-repeated', 6]],
    )
  })

  it('that was cut off is read as far as it goes, and told', async () => {
    const { source, problems } = await read('BEGIN:VCARD\nVERSION:3.0\nN:Bakker;Ans;;;\n')

    assert.equal(source.guardians[0]?.firstName, 'Ans')
    assert.deepEqual(
      problems.map(({ code, field }) => [code, field]),
      [['element-missing', 'END:VCARD']],
    )
  })
})

describe('importing contact cards', () => {
  it('of Balie’s own makes pupils, their class, their guardians and one home for the family', async () => {
    using school = anImportingSchool()

    const { report } = await school.import({ 'kaarten.vcf': noor + milan + ans })

    assert.deepEqual(
      Object.entries(report.counts).map(([kind, counts]) => [kind, counts.new]),
      [
        ['pupils', 2],
        ['guardians', 1],
        ['households', 1],
        ['groups', 1],
        ['staff', 0],
        ['events', 0],
      ],
    )
    const { residences, guardianLinks, guardians, memberships } = school.rows()
    assert.deepEqual([residences?.length, guardianLinks?.length, memberships?.length], [2, 2, 1])
    assert.equal(guardians?.length, 1)
  })

  it('twice changes nothing, and can be taken back', async () => {
    using school = anImportingSchool()
    const before = school.rows()
    const { report } = await school.import({ 'kaarten.vcf': noor + milan + ans })
    const after = school.rows()

    const again = await school.import({ 'kaarten.vcf': noor + milan + ans })

    assert.deepEqual(school.rows(), after)
    assert.deepEqual(
      [again.report.counts.pupils.unchanged, again.report.counts.guardians.unchanged],
      [2, 1],
    )
    await undo(school, report.actionId)
    assert.deepEqual(school.rows(), before)
  })

  it('finds the guardian whom the school has by name and phone, and tells one without a child', async () => {
    using school = anImportingSchool()
    await school.import({ 'kaarten.vcf': noor + milan + ans })

    const { preview } = await school.import({
      'telefoon.vcf':
        card(
          'VERSION:2.1',
          'N:van den Berg;Ans',
          'TEL;CELL:+31 6 17406050',
          'EMAIL:ans.nieuw@example.org',
        ) + card('N:Smit;Kees;;;'),
    })

    assert.deepEqual(
      preview.lines.map(({ outcome, name }) => [outcome, name]),
      [
        ['changed', 'Ans van den Berg'],
        ['new', 'Kees Smit'],
      ],
    )
    assert.deepEqual(
      preview.lines[0]?.changes.map(({ field }) => field),
      ['email'],
    )
    assert.deepEqual(
      preview.problems.map(({ code, value }) => [code, value]),
      [['guardian-without-pupil', 'Kees Smit']],
    )
  })

  it('gives a guardian who lives apart a home, once, and moves nobody who has one', async () => {
    using school = anImportingSchool()
    const bob = (street: string) =>
      card(
        'N:Bakker;Bob;;;',
        'X-BALIE-ROLE:guardian',
        'UID:g2',
        'X-BALIE-CHILD;TYPE=father:p1',
        `ADR:;;${street};Utrecht;;3512 CD;NL`,
      )
    await school.import({ 'kaarten.vcf': noor + milan + ans + bob('Zuidwal 9') })
    const after = school.rows()

    const again = await school.import({ 'kaarten.vcf': noor + milan + ans + bob('Zuidwal 9') })
    const moved = await school.import({ 'kaarten.vcf': noor + milan + ans + bob('Noordwal 1') })

    assert.deepEqual(again.report.counts.households.unchanged, 2)
    assert.deepEqual(
      moved.preview.problems.map(({ code }) => code),
      ['address-differs'],
    )
    assert.deepEqual(school.rows(), after)
    assert.deepEqual(
      after.households?.map((row) => JSON.stringify(row).includes('Zuidwal')).filter(Boolean),
      [true],
    )
  })

  it('of other makers takes every card that names somebody', { skip: noSharedData }, async () => {
    using school = anImportingSchool()

    const { report } = await school.import(sample('vcard/ez-vcard/John_Doe_ANDROID.vcf'))

    assert.deepEqual([report.counts.guardians.new, report.counts.guardians.refused], [4, 2])
    assert.deepEqual(
      school.rows().guardians?.map((row) => JSON.stringify(row).includes('�')),
      [false, false, false, false],
    )
  })
})

async function read(text: string) {
  const reading = await readSource([{ name: 'kaarten.vcf', bytes: new TextEncoder().encode(text) }])
  assert(reading.ok, JSON.stringify(reading))
  return reading
}
