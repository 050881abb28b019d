import type { Files } from '../imports/importing-school.ts'
import { aZip } from '../imports/zip-file.ts'
import type { Attack } from './attack.ts'
import { naughtyStrings } from './naughty-strings.ts'

const megabyte = 1024 * 1024
const one = (name: string, content: string | Uint8Array) => (): Files => ({ [name]: content })
const filled = (name: string, by: string, megabytes = 31) =>
  one(name, Buffer.alloc(megabytes * megabyte, by))

const header = 'Roepnaam;Achternaam;Geboortedatum;Klas;E-mail ouder 1;Telefoon ouder 1;Adres\n'
const person = (n: number) => `{"id":"${n}","givenName":"A","familyName":"B"}`
const event = (n: number) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:20260907\r\nEND:VEVENT\r\n`
const calendar = (inner: string) => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${inner}END:VCALENDAR\r\n`
const card = (inner: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\n${inner}END:VCARD\r\n`

export const tableAttacks: Readonly<Record<string, Attack>> = {
  'a table of one cell with newlines, 31 MB': [
    () => ({ 'l.csv': `${header}"${'a\n'.repeat(15 * megabyte)}";x\n` }),
    'refused',
  ],
  'a table of 31 MB of empty lines': [filled('l.csv', '\n'), 'refused'],
  'a table of 31 MB of separators': [filled('l.csv', ';'), 'refused'],
  'a table of 31 MB of quotes': [filled('l.csv', '"'), 'refused'],
  'a table of 31 MB of empty cells in quotes': [filled('l.csv', '"";'), 'refused'],
  'a table of 31 MB of spaces': [filled('l.csv', ' '), 'refused'],
  'a table of a quarter million rows': [
    () => ({ 'l.csv': header + 'Noor;Bakker;04-05-2018;3A;a@b.nl;06;X 1\n'.repeat(250_000) }),
    'refused',
  ],
  'a table of ten thousand columns': [
    () => ({ 'l.csv': `${'Roepnaam;'.repeat(10_000)}\n${'x;'.repeat(10_000)}\n` }),
    'refused',
  ],
  'a table of cells that patterns choke on': [
    () => ({
      'l.csv':
        header +
        naughtyStrings
          .map((naughty) => naughty.replaceAll(/[\p{Cc}";]/gu, ' ').slice(0, 20_000))
          .map((cell) => `${[cell, cell, cell, cell, cell, cell, cell].join(';')}\n`)
          .join('')
          .repeat(8),
    }),
    'any',
  ],
}

export const jsonAttacks: Readonly<Record<string, Attack>> = {
  'JSON a million deep': [() => ({ 'p.json': `{"data":${'['.repeat(1_000_000)}` }), 'refused'],
  'JSON a million deep and whole': [
    () => ({ 'p.json': `{"data":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}` }),
    'refused',
  ],
  'JSON of two million objects': [
    () => ({ 'p.json': `{"data":[${'{},'.repeat(2_000_000)}{}]}` }),
    'refused',
  ],
  'JSON with one text of 30 MB': [
    () => ({ 'p.json': `{"data":[{"givenName":"${'a'.repeat(30 * megabyte)}"}]}` }),
    'refused',
  ],
  'JSON with a number of 10 MB': [
    () => ({ 'p.json': `{"data":[{"civicNo":${'9'.repeat(10 * megabyte)}}]}` }),
    'refused',
  ],
  'a hundred thousand persons': [
    () => ({
      'persons.json': `{"data":[${Array.from({ length: 100_000 }, (_, n) => person(n)).join()}]}`,
    }),
    'refused',
  ],
  'JSON that would change every object': [
    () => ({
      'persons.json': `{"data":[{"__proto__":{"ok":true,"code":"x"},"constructor":{"prototype":{"ok":1}},${person(1).slice(1)}]}`,
    }),
    'any',
  ],
}

export const lineAttacks: Readonly<Record<string, Attack>> = {
  'a card of one folded line of 31 MB': [
    () => ({ 'c.vcf': card(`N:A;B\r\nNOTE:${'x\r\n '.repeat(8 * megabyte - 100)}\r\n`) }),
    'any',
  ],
  'a card in a card, a hundred thousand deep': [
    () => ({ 'c.vcf': 'BEGIN:VCARD\r\nVERSION:3.0\r\n'.repeat(100_000) }),
    'refused',
  ],
  'a hundred thousand cards': [() => ({ 'c.vcf': card('N:A;B\r\n').repeat(100_000) }), 'refused'],
  'a card of a million parameters': [
    () => ({ 'c.vcf': card(`N:A;B\r\nTEL${';TYPE=X'.repeat(1_000_000)}:1\r\n`) }),
    'any',
  ],
  'quoted-printable without end': [
    () => ({
      'c.vcf': card(`N:A;B\r\nNOTE;ENCODING=QUOTED-PRINTABLE:${'=E9=\r\n'.repeat(4_000_000)}`),
    }),
    'any',
  ],
  'an event that repeats each second for ever': [
    () => ({
      'k.ics': calendar(event(1).replace('END', 'RRULE:FREQ=SECONDLY;BYSECOND=61\r\nEND')),
    }),
    'any',
  ],
  'an event with a million exceptions': [
    () => ({
      'k.ics': calendar(event(1).replace('END', `EXDATE:${'20260907,'.repeat(1_000_000)}\r\nEND`)),
    }),
    'any',
  ],
  'three hundred thousand events': [
    () => ({
      'k.ics': calendar(Array.from({ length: 300_000 }, (_, n) => event(n)).join('')),
    }),
    'refused',
  ],
  'calendars in calendars': [
    () => ({ 'k.ics': 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'.repeat(100_000) }),
    'refused',
  ],
}

export const sizeAttacks: Readonly<Record<string, Attack>> = {
  '100 MB of zeros': [filled('l.csv', '\0', 100), 'too-large'],
  '100 MB of one letter': [filled('l.xml', 'a', 100), 'too-large'],
  '100 MB of opening tags': [filled('EDEX.XML', '<EDEX>', 100), 'too-large'],
  '100 MB of brackets': [filled('p.json', '[', 100), 'too-large'],
  'four tables of 20 MB each': [
    () =>
      Object.fromEntries(
        ['users', 'orgs', 'classes', 'enrollments'].map((name) => [
          `x/${name}.csv`,
          Buffer.alloc(20 * megabyte, 'a,b\n'),
        ]),
      ),
    'too-large',
  ],
  'a zip of five hundred files of a megabyte each': [
    () => {
      const content = Buffer.alloc(megabyte, ' ')
      return {
        'x.zip': aZip(Array.from({ length: 500 }, (_, n) => ({ name: `${n}.csv`, content }))),
      }
    },
    'too-large',
  ],
}
