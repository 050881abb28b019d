import * as XLSX from '@e965/xlsx'
import { aClass, anEdexml } from '../imports/edexml-file.ts'
import { headers, rosterOf, table } from '../imports/roster-package.ts'
import { aZip } from '../imports/zip-file.ts'
import type { Sample } from './fuzz-samples.ts'

// One invented file of each format, so that there is something to damage where the files of other
// makers are absent, and for the formats of which there is none.

const rows = [
  ...[['Leerlingnummer', 'Roepnaam', 'Tussenvoegsel', 'Achternaam', 'Geboortedatum', 'Klas']],
  ...[
    ['1001', 'Noor', '', 'Bakker', '04-05-2018', '3A'],
    ['1002', 'Åsa', 'van der', 'Öberg-ĳ', '31-12-2017', '4B'],
  ],
  ...[
    ['1003', 'José', '', 'd’Hondt', '29-02-2016', '5A'],
    ['0004', 'Milan', 'de', 'Vries', '01-01-2019', '3A'],
  ],
]

const families = [
  'Roepnaam;Achternaam;Geboortedatum;Klas;Moeder naam;Moeder e-mail;Vader naam;Vader mobiel;Straat;Huisnummer;Postcode;Plaats',
  'Noor;Bakker;04-05-2018;3A;Sanne Bakker;sanne@example.org;Jan de Vries;06-12345678;Dorpsstraat;12 bis;1234 AB;Utrecht',
  'Daan;Bakker;11-09-2016;5A;Sanne Bakker;sanne@example.org;Jan de Vries;06-12345678;Dorpsstraat;12 bis;1234 AB;Utrecht',
].join('\r\n')

const edexml = anEdexml({
  groups: aClass('3A', 'Groep 3A', '3') + aClass('4B', 'Groep 4B', '4'),
  pupils: [
    { key: 'P1', achternaam: 'Bakker', roepnaam: 'Noor', geboortedatum: '2018-05-04', groep: '3A' },
    {
      key: 'P2',
      achternaam: 'Vries',
      voorvoegsel: 'de',
      roepnaam: 'Milan',
      groep: '4B',
      postcodenl: '1234AB',
    },
  ],
})

const roster = rosterOf({
  users: table(headers.users11, [
    {
      sourcedId: 'u1',
      role: 'student',
      givenName: 'Noor',
      familyName: 'Bakker',
      agentSourcedIds: 'u2',
      grades: '03',
    },
    {
      sourcedId: 'u2',
      role: 'parent',
      givenName: 'Sanne',
      familyName: 'Bakker',
      email: 'sanne@example.org',
    },
  ]),
})

const person = (id: string, more: object) => ({
  id,
  givenName: 'Åsa',
  familyName: 'Öberg',
  civicNo: { value: '201004162391', nationality: 'SWE' },
  securityMarking: 'Ingen',
  emails: [{ value: `${id}@example.org`, type: 'Hem' }],
  ...more,
})
const ss12000 = JSON.stringify({
  data: [
    person('6f1d0b4c-0000-4000-8000-000000000001', {
      enrolments: [{ enroledAt: { id: 'x' }, schoolType: 'GR', schoolYear: 3 }],
    }),
    person('6f1d0b4c-0000-4000-8000-000000000002', {
      responsibles: [
        { person: { id: '6f1d0b4c-0000-4000-8000-000000000001' }, relationType: 'Vårdnadshavare' },
      ],
    }),
  ],
  pageToken: null,
})

const card = [
  ...[
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Bakker;Sanne;;;',
    'FN:Sanne Bakker',
    'TEL;TYPE=CELL:+31612345678',
  ],
  ...[
    'EMAIL:sanne@example.org',
    'ADR;TYPE=HOME:;;Dorpsstraat 12;Utrecht;;1234 AB;NL',
    'BDAY:1985-04-05',
    'END:VCARD',
    '',
  ],
].join('\r\n')

const calendar = [
  ...[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//x//y//NL',
    'BEGIN:VEVENT',
    'UID:1@x',
    'DTSTAMP:20260901T080000Z',
  ],
  ...[
    'DTSTART;TZID=Europe/Amsterdam:20260907T083000',
    'DTEND;TZID=Europe/Amsterdam:20260907T093000',
  ],
  ...[
    'SUMMARY:Studiedag\\, leerlingen vrij',
    'RRULE:FREQ=WEEKLY;COUNT=5',
    'EXDATE;TZID=Europe/Amsterdam:20260914T083000',
  ],
  ...['END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n')

export function ownSamples(): readonly Sample[] {
  const sheet = XLSX.utils.aoa_to_sheet(rows)
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, 'Leerlingen')
  const workbook: Buffer = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })
  const csv = rows.map((row) => row.join(';')).join('\r\n')
  return [
    one('edexml', 'EDEX.XML', edexml),
    one('csv', 'leerlingen.csv', csv),
    one('csv', 'gezinnen.csv', Buffer.from(families, 'latin1')),
    one('csv', 'geplakt.tsv', csv.replaceAll(';', '\t')),
    one('xlsx', 'leerlingen.xlsx', workbook),
    one('ss12000', 'persons.json', ss12000),
    one('vcard', 'ouders.vcf', card.repeat(3)),
    one('ics', 'kalender.ics', calendar),
    one(
      'oneroster',
      'school.zip',
      aZip(Object.entries(roster).map(([name, content]) => ({ name, content }))),
    ),
    {
      kind: 'own oneroster',
      name: 'own roster',
      files: Object.entries(roster).map(([name, content]) => ({
        name: `roster/${name}`,
        bytes: Buffer.from(content),
      })),
    },
  ]
}

function one(kind: string, name: string, content: string | Uint8Array): Sample {
  return {
    kind: `own ${kind}`,
    name: `own ${name}`,
    files: [{ name, bytes: Buffer.from(content) }],
  }
}
