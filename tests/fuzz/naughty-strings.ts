/**
 * Values that have broken programs before, a few of each kind. Our own list: the public ones hold
 * hundreds for web pages and few for names, days and numbers of a school.
 */
export const naughtyStrings: readonly string[] = [
  // Nothing, and what looks like nothing.
  ...[
    '',
    ' ',
    '\t',
    '\u00a0',
    '\u200b',
    '\u2060',
    '\ufeff',
    '\u3000',
    '-',
    '.',
    '?',
    'n/a',
    'NULL',
  ],
  ...['null', 'undefined', 'NaN', 'Infinity', 'true', 'None', 'nil', '(onbekend)'],
  // Names that JavaScript gives a meaning.
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'length'],
  // People's names as they are.
  ...[
    "O'Brien",
    "d'Hondt",
    "van 't Hof",
    'Ĳsbrand',
    'İlkay ı',
    'Müller-ß',
    'Åsa Öberg',
    'X Æ A-12',
  ],
  ...['Null', 'True', 'Nguyễn', 'Źdźbło', 'Παπαδόπουλος', '王小明', 'محمد', 'שָׁלוֹם', 'Ἀ\u0301'],
  // Letters in more than one form, or piled up.
  ...['e\u0301', 'o\u0308', 'a\u030a', '\u0301', 'Z̸͔͝a̶͓͗l̴̡̾g̷͉͘o̴̰͐', 'n\u0303'.repeat(50), 'ﬁﬀ', 'Ａｎｎａ'],
  // Direction, joiners, flags and what lies beyond 16 bits.
  ...[
    '\u202eabc\u202c',
    '\u2066x\u2069',
    '👨‍👩‍👧‍👦',
    '🇳🇱🇧🇪🇸🇪',
    '👍🏽',
    '𝒩𝑜𝑜𝓇',
    '\u{10ffff}',
    '\ue000',
  ],
  // Halves of letters, and control characters.
  ...[
    '\ud800',
    '\udfff',
    'a\ud83d',
    '\0',
    'a\0b',
    '\x01\x02',
    '\x1b[31m',
    '\x7f',
    '\x85',
    '\ufffe',
  ],
  ...['\r', '\n', '\r\n', '\u2028', '\u2029', '\v\f', '\b'],
  // What a spreadsheet, a shell, a database, a page or a path would take for an order.
  ...['=1+1', '=cmd|" /C calc"!A0', '@SUM(1)', '+31 6 12345678', '-2+3', '=HYPERLINK("http://x")'],
  ...['$(id)', '`id`', '; rm -rf /', '| cat', '%x %s %n', '{{7*7}}', '#{7*7}', '<%= 7 %>'],
  ...[`'; DROP TABLE pupils;--`, `" OR 1=1 --`, `\\'`, `1;ATTACH 'x' AS y`, '%', '_', '\\'],
  ...['<script>alert(1)</script>', '<img src=x onerror=1>', ']]>', '<!--', '-->', '&lt;', '&#0;'],
  ...['../../etc/passwd', '..\\..\\x', 'C:\\x', '/dev/null', 'CON', 'file:///etc/passwd', 'a/b'],
  // Numbers and days that are not what they seem.
  ...[
    '0',
    '-0',
    '00',
    '1e309',
    '-1e309',
    '9007199254740993',
    '1'.repeat(400),
    '0x10',
    '１２',
    '1,5',
  ],
  ...['2026-02-29', '2024-02-29', '0000-00-00', '9999-12-31', '29-02-2018', '31/11/2019', '6/7/18'],
  ...['2018-13-01', '43225', '-1', '1e5', '2026-03-29T02:30:00', '20180504', '2018', '04-05', '٤'],
  ...['1900-02-29', '99991231T235959Z', '2018-W05-2', '12:60', 'P1D', '-2018-01-01'],
  // Numbers with a check digit, addresses and mail.
  ...['111222333', '000000000', '85.07.30-033.28', '19811228-9874', '+46 8 123', 'tel:112', '112'],
  ...[
    '1234AB',
    '1234 ab',
    'SE-111 22',
    'a@b',
    '"a b"@c.d',
    'a@b@c',
    'mailto:a@b.c',
    'a@[127.0.0.1]',
  ],
  // What regular expressions choke on.
  ...[`${'a'.repeat(5000)}!`, `${'1-'.repeat(3000)}x`, ' '.repeat(20_000), `${'a@'.repeat(5000)}`],
  ...[`${'('.repeat(2000)}`, `${'\t \t'.repeat(4000)}x`, `${'0'.repeat(5000)}-`, '"'.repeat(999)],
  ...[
    `${'van '.repeat(3000)}`,
    `${'é'.repeat(40_000)}`,
    `${'x'.repeat(120)}`,
    `${'ab '.repeat(99)}`,
  ],
  // Marks of the formats themselves.
  ...[
    'sep=;',
    'BEGIN:VCARD',
    'END:VCALENDAR',
    '<EDEX>',
    '{"data":',
    '---',
    '#N/A',
    '#REF!',
    'PK\x03\x04',
  ],
]
