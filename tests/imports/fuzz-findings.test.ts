import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readSource } from '../../src-main/import-readers/readers.ts'
import { anImportingSchool } from './importing-school.ts'

// What damaged and real files have shown to be wrong once, each as small as it can be.

const read = (name: string, content: string) =>
  readSource([{ name, bytes: new TextEncoder().encode(content) }])

describe('what a file has once shown to be wrong', () => {
  it('is a table without keys of which rows are left out: the rest can be imported', async () => {
    using school = anImportingSchool()
    const rows = ['Roepnaam;Achternaam;Geboortedatum', 'Noor;Bakker;04-05-2018']
    const uneven = ['Milan;de Vries;31-12-2017;te veel', 'Zoë;Visser;01-02-2018;te veel', ';;;x']

    const { report } = await school.import({ 'l.csv': [...rows, ...uneven, ''].join('\n') })

    assert.deepEqual([report.counts.pupils.new, report.counts.pupils.refused], [1, uneven.length])
  })

  it('is an extra date with a length, in a zone between quotes: one appointment and not two', async () => {
    const calendar = [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', 'UID:1', 'SUMMARY:Overleg'],
      'DTSTART;TZID="Europe/Amsterdam";VALUE=DATE-TIME:20260907T160000',
      'RDATE;TZID="Europe/Amsterdam";VALUE=PERIOD:20260914T160000/20260914T163000',
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ].join('\r\n')

    const reading = await read('k.ics', calendar)

    assert.deepEqual(
      reading.ok && reading.source.events?.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
      [
        ['2026-09-07T14:00:00Z', '2026-09-07T14:00:00Z'],
        ['2026-09-14T14:00:00Z', '2026-09-14T14:30:00Z'],
      ],
    )
  })

  it('is a long cell without a space, which took a second of looking for an address in it', async () => {
    const cell = 'a'.repeat(30_000)
    const rows = Array.from({ length: 40 }, () => `Noor;Bakker;${cell}`)
    const start = performance.now()

    await read('l.csv', ['Roepnaam;Achternaam;E-mail ouder 1', ...rows].join('\n'))

    // It took a minute; a busy machine may take a second.
    assert(performance.now() - start < 10_000)
  })

  it('is a national number that two children with keys of their own share: neither child is lost', async () => {
    const rows = [
      'PersonId,GivenName,FamilyName,CivicNo,BirthDate',
      'a1,Bo,Gustafsson,20100000,2005-10-24',
      'b2,Lotta,Holm,20100000,2006-08-26',
    ]

    const reading = await read('persons.csv', rows.join('\n'))

    assert.deepEqual(
      reading.ok &&
        reading.source.pupils.map(({ key, fields }) => [key, fields.nationalNumber ?? null]),
      [
        ['a1', '020100000'],
        ['b2', null],
      ],
    )
  })

  it('is a number of one child that is the key of another: they stay two', async () => {
    const rows = [
      'Leerling-id;Leerlingnummer;Roepnaam;Achternaam;Geboortedatum',
      ';13;Noor;Bakker;04-05-2018',
      '13;77;Milan;de Vries;31-12-2017',
    ]

    const reading = await read('l.csv', rows.join('\n'))

    assert.deepEqual(
      reading.ok && reading.source.pupils.map(({ key, fields }) => [key, fields.firstName]),
      [
        ['13', 'Noor'],
        ['13 (3)', 'Milan'],
      ],
    )
  })

  it('is a pupil number longer than any: it is left out, and told', async () => {
    const rows = `Leerlingnummer;Roepnaam;Achternaam;Klas\n${'9'.repeat(250)};Noor;Bakker;3A`

    const reading = await read('l.csv', rows)

    assert.deepEqual(
      reading.ok && [
        reading.source.pupils.map(({ fields }) => fields.pupilNumber ?? null),
        reading.problems.map(({ code }) => code),
      ],
      [[null], ['value-too-long']],
    )
  })

  it('is a note longer than any: it is left out, and told, and not cut without a word', async () => {
    const rows = `Roepnaam;Achternaam;Klas;Opmerking\nNoor;Bakker;3A;${'x'.repeat(4001)}`

    const reading = await read('l.csv', rows)

    assert.deepEqual(
      reading.ok && [
        reading.source.pupils.map(({ fields }) => fields.note ?? null),
        reading.problems.map(({ code }) => code),
      ],
      [[null], ['value-too-long']],
    )
  })

  it('is a table of schools or courses, which is none of pupils', async () => {
    const courses = 'ActivityId,DisplayName,StartDate,EndDate\na1,Fysik 7,2026-08-17,\n'

    const reading = await read('activities.csv', courses)

    assert.equal(reading.ok, false)
  })
})
