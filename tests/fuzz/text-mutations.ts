import { type Mutation, mostBytes } from './bytes-mutations.ts'
import type { Chance } from './chance.ts'
import { naughtyStrings } from './naughty-strings.ts'

type TextMutation = (text: string, chance: Chance) => string

/** What people and programs get wrong in text, whatever its format. */
const anyText: Readonly<Record<string, TextMutation>> = {
  'a naughty value': (text, chance) => replaceOne(text, /[\p{L}\p{N}@.-]+/gu, chance, naughty),
  'naughty values everywhere': (text, chance) =>
    text.replace(/[\p{L}\p{N}]{3,}/gu, (word) => (chance.below(5) === 0 ? naughty(chance) : word)),
  'a naughty value between': (text, chance) => {
    const at = chance.below(text.length + 1)
    return text.slice(0, at) + naughty(chance) + text.slice(at)
  },
  'line lost': (text, chance) => replaceLine(text, chance, () => []),
  'line many times': (text, chance) =>
    replaceLine(text, chance, (line) =>
      Array(Math.min(1 + chance.below(3000), Math.ceil(mostBytes / 4 / (line.length + 1)))).fill(
        line,
      ),
    ),
  'lines shuffled': (text, chance) =>
    text
      .split('\n')
      .map((line) => ({ line, at: chance.below(1_000_000) }))
      .sort((a, b) => a.at - b.at)
      .map(({ line }) => line)
      .join('\n'),
  'mark lost': (text, chance) => replaceOne(text, /[<>"'{}[\]:;,=]/g, chance, () => ''),
  'mark added': (text, chance) =>
    replaceOne(text, /[<>"'{}[\]:;,=]/g, chance, (_, mark) => mark.repeat(1 + chance.below(60))),
  'marks changed': (text, chance) => {
    const [from, to] = [chance.pick([...marks]), chance.pick([...marks])]
    return text.replaceAll(from, to)
  },
  'line ends changed': (text, chance) =>
    text.replace(/\r?\n/g, () => chance.pick(['\r', '\r\n', '\n', '\n\r', '\u2028', ''])),
  'numbers changed': (text, chance) =>
    replaceOne(text, /\d+/g, chance, () => chance.pick(['1e400', '-1', '9'.repeat(30), '٣', '0'])),
  'words to one line': (text) => text.replace(/\s+/g, ' '),
}

/** What breaks one format in particular; harmless to the others. */
const ofFormats: Readonly<Record<string, TextMutation>> = {
  'XML nested': (text, chance) =>
    replaceOne(text, /<(\w+)[^<>/]*>/g, chance, (_, tag) => tag.repeat(1 + chance.below(5000))),
  'XML end lost': (text, chance) => replaceOne(text, /<\/\w+>/g, chance, () => ''),
  'XML name changed': (text, chance) =>
    replaceOne(
      text,
      /<\/?[\w-]+/g,
      chance,
      () => `<${chance.pick(['a', 'x:y', '1', 'EDEX', 'é'])}`,
    ),
  'XML extra': (text, chance) => replaceOne(text, />/g, chance, () => `>${chance.pick(xmlExtras)}`),
  'XML attribute': (text, chance) =>
    replaceOne(
      text,
      /<\w+/g,
      chance,
      (_, tag) => `${tag} ${chance.pick(['key="1"', 'a', 'xmlns="x"', 'k="<"'])}`,
    ),
  'CSV quotes': (text, chance) =>
    replaceOne(text, /[^,;\n]+/g, chance, (_, cell) =>
      chance.pick([`"${cell}`, `"${cell}\n"`, `""${cell}"`, `${cell}"`]),
    ),
  'CSV columns': (text, chance) =>
    text.replace(/\n/g, () =>
      chance.below(6) === 0 ? `${chance.pick([...marks]).repeat(chance.below(400))}\n` : '\n',
    ),
  'CSV header': (text, chance) => {
    const [first = '', ...rest] = text.split('\n')
    return [
      first
        .split(',')
        .map((name) =>
          chance.below(3) === 0
            ? chance.pick(['', name, 'x', '__proto__', first.split(',')[0] ?? ''])
            : name,
        )
        .join(','),
      ...rest,
    ].join('\n')
  },
  'JSON value': (text, chance) =>
    replaceOne(text, /"[^"\n]*"|\b\d+\b|\bnull\b|\btrue\b/g, chance, () => chance.pick(jsonValues)),
  'JSON nested': (text, chance) =>
    replaceOne(text, /"[^"\n]*"(?!\s*:)/g, chance, () => {
      const depth = 1 + chance.below(20_000)
      return '['.repeat(depth) + (chance.below(2) === 0 ? ']'.repeat(depth) : '')
    }),
  'JSON key': (text, chance) =>
    replaceOne(
      text,
      /"[^"\n]*"\s*:/g,
      chance,
      () => `"${chance.pick(['__proto__', 'constructor', 'data', 'id', ''])}":`,
    ),
  'card or calendar': (text, chance) =>
    replaceLine(text, chance, (line) => [chance.pick(contentLines(line))]),
}

const marks = ',;\t|:="\'<>{}[]\n '

const xmlExtras = [
  ...['<!DOCTYPE x [<!ENTITY a "b">]>', '<![CDATA[<a>]]>', '<?php echo 1 ?>', '&nbsp;', '&#x0;'],
  ...['<!-- - -- -->', '&#55296;', '<toevoegingen><x/></toevoegingen>', '</EDEX>', '<a/>', ']]>'],
]

const jsonValues = [
  ...[
    'null',
    '[]',
    '{}',
    '""',
    '0',
    '-0',
    '1e999',
    'true',
    '[[]]',
    '{"__proto__":{"x":1}}',
    '9e99',
  ],
  ...[
    '"\\u0000"',
    '"\\ud800"',
    '123456789012345678901234567890',
    '{"a":1,"a":2}',
    'NaN',
    "'x'",
    '01',
  ],
]

const contentLines = (line: string) => [
  ...[
    `${line}\r\n BEGIN:VEVENT`,
    'BEGIN:VCARD',
    'END:VCARD',
    'END:VEVENT',
    ` ${line}`,
    `X;${line}`,
  ],
  ...[
    'RRULE:FREQ=SECONDLY;COUNT=999999999',
    'RRULE:FREQ=DAILY;BYMONTHDAY=31;BYMONTH=2',
    'RRULE:;;',
  ],
  ...['DTSTART:99999999T999999Z', 'DTSTART;TZID=Mars/Base:20260101T000000', 'DTEND:19000101'],
  ...['DURATION:P99999999999W', 'EXDATE:,,,', 'N:;;;;;;;;;', 'BDAY:--0230', 'TEL;TYPE=:', 'ADR:;'],
  ...['NOTE;ENCODING=QUOTED-PRINTABLE:=E9=', 'PHOTO;ENCODING=b:!!!!', `${line};CHARSET=UTF-7:x`],
  ...[
    'RDATE;VALUE=PERIOD:20260101T000000Z/PT1H',
    'BEGIN:VCALENDAR\r\n'.repeat(200),
    `${line.repeat(50)}`,
  ],
]

function naughty(chance: Chance): string {
  return chance.pick(naughtyStrings)
}

/** Replaces one of the places where the pattern is found; the same text when there is none. */
function replaceOne(
  text: string,
  pattern: RegExp,
  chance: Chance,
  by: (chance: Chance, found: string) => string,
): string {
  const places = [...text.slice(0, 200_000).matchAll(pattern)].filter(([found]) => found !== '')
  if (places.length === 0) return text
  const { 0: found, index } = chance.pick(places)
  return text.slice(0, index) + by(chance, found) + text.slice(index + found.length)
}

/** By lines and not by a pattern, which takes for ever on a text that is one long line. */
function replaceLine(text: string, chance: Chance, by: (line: string) => readonly string[]) {
  const lines = text.split('\n')
  const at = chance.below(lines.length)
  return [...lines.slice(0, at), ...by(lines[at] ?? ''), ...lines.slice(at + 1)].join('\n')
}

/** In the file's own encoding as far as we can tell; what is no text loses little by it. */
const onBytes =
  (mutate: TextMutation): Mutation =>
  (bytes, chance) => {
    const encoding = bytes.toString('utf8').includes('\ufffd') ? 'latin1' : 'utf8'
    return Buffer.from(mutate(bytes.toString(encoding), chance), encoding)
  }

export const textMutations: Readonly<Record<string, Mutation>> = Object.fromEntries(
  Object.entries({ ...anyText, ...ofFormats }).map(([name, mutate]) => [name, onBytes(mutate)]),
)
