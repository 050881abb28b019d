import { foldHeader } from './fold-header.ts'
import { headerWords, type What } from './header-words.ts'

/** Whose a column is. `person` tells guardians of one table apart: `1`, `mother`, or nothing. */
export type Whose =
  | { readonly kind: 'pupil' | 'nobody' | 'group' | 'second-home' }
  | { readonly kind: 'guardian'; readonly person: string }

export type Meaning = { readonly what: What; readonly whose: Whose }

/** What the name of a column says; `not-stored` for what Balie keeps of nobody. */
export function readHeader(header: string): Meaning | 'not-stored' | null {
  const plain = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  return readPlain(header) ?? (plain === header ? null : readPlain(plain))
}

function readPlain(header: string): Meaning | 'not-stored' | null {
  const folded = foldHeader(header)
  if (folded === '') return null
  if (notStored.test(folded)) return 'not-stored'
  if (otherPeople.test(folded)) return null
  const { whose, rest } = takeOwner(folded)
  const isParents =
    whose.kind === 'guardian' && /^(nationaliteit|nationality|nationalitet)/.test(rest)
  if (isParents) return 'not-stored'
  const what = whatOf(rest, whose)
  return what && { what, whose }
}

/** standards.md 1.1: privacy rules of the EDEXML manual; and what no office may ask or need. */
const notStored =
  /etnic|ethnic|etnisk|\bras\b|\brace\b|herkomst|afkomst|ursprung|gewicht|weegfactor|schoolweging|\bweight|godsdienst|religi|levensbeschouw|geloof|trossam|\bcumi\b|opleiding|education level|utbildningsniva|password|wachtwoord|losenord|paswoord|geboorteland|country of birth|fodelseland|\biq\b|inkomen|income|inkomst/

/** People whom a table may name beside guardians; Balie keeps them elsewhere, by hand. */
const otherPeople =
  /\bnood|emergency|\bnod(?:kontakt|nummer)|huisarts|\bhuis arts|dokter|doctor|\bgp\b|tandarts|dentist|tandlakar|oppas|babysit|barnvakt|\bbso\b|opvang|fritids|verzekering|insurance|allerg|medic|diagnos|dieet|\bdiet\b/

const mother = /\b(?:moeders?|mama|mothers?|mom|mum|mamma|mammas|mor|mors)\b/
const father = /\b(?:vaders?|papa|fathers?|dad|pappa|pappas|far|fars)\b/
const guardian =
  /\b(?:ouders?|verzorgers?|parents?|guardians?|carers?|vardnadshavaren?s?|vardnadshavares|vh|foralder|foraldrar|foralderns|lpv|contact|kontakt|contactpersoon|kontaktperson|contact person|co ?accounts?|adults?|adult|voogd|ouderverzorgers?|responsible)\b/
const pupil =
  /\b(?:leerling|leerlingen|lln|elev|elevens|elevs|students?|pupils?|child|kind|kinderen|barn|barnets|learner|person)\b/
const second =
  /\b(?:tweede|second|andra|2e|2de|ander|other|vaxelvis|co ?ouder)\b ?(?:adres|address|adress|woning|home|hem|boende|huishouden|household|hushall|woonplaats)/

const ordinals: Readonly<Record<string, string>> = {
  ...{
    '1': '1',
    een: '1',
    ett: '1',
    one: '1',
    i: '1',
    a: '1',
    eerste: '1',
    first: '1',
    forsta: '1',
  },
  ...{
    '2': '2',
    twee: '2',
    tva: '2',
    two: '2',
    ii: '2',
    b: '2',
    tweede: '2',
    second: '2',
    andra: '2',
  },
  ...{ '3': '3', drie: '3', tre: '3', three: '3', iii: '3', derde: '3', third: '3', tredje: '3' },
  ...{ '4': '4', vier: '4', fyra: '4', four: '4' },
}

function takeOwner(folded: string): { readonly whose: Whose; readonly rest: string } {
  const named = mother.test(folded) ? 'mother' : father.test(folded) ? 'father' : null
  if (named || guardian.test(folded)) return takeGuardian(folded, named)
  if (second.test(folded)) {
    const rest = tidy(folded.replace(second, ' '))
    return { whose: { kind: 'second-home' }, rest: rest || 'adres' }
  }
  const [, address, number, field = ''] =
    /^(adres|address|adress|hushall|household|huishouden) ?([12]) ?(.*)$/.exec(folded) ?? []
  if (address) {
    const whose: Whose = { kind: number === '2' ? 'second-home' : 'nobody' }
    return { whose, rest: field || 'adres' }
  }
  if (isWhole(folded)) return { whose: { kind: 'nobody' }, rest: folded }
  if (pupil.test(folded)) {
    return { whose: { kind: 'pupil' }, rest: tidy(folded.replace(pupil, ' ')) || 'name' }
  }
  return { whose: { kind: 'nobody' }, rest: tidy(folded) }
}

/** The number right behind the word counts first (`tel 2 ouder 1`), then any other (`parent email 1`). */
function takeGuardian(folded: string, named: string | null) {
  const word = new RegExp(named === 'mother' ? mother : named === 'father' ? father : guardian, 'g')
  const marked = folded.replace(word, '§')
  const ordinal = Object.keys(ordinals).join('|')
  const found = [`§(?: §)* (${ordinal})\\b`, `\\b(${ordinal})e?(?: e)? §`, `\\b(${ordinal})\\b`]
    .map((pattern) => new RegExp(pattern).exec(marked))
    .find((match) => match !== null)
  const said = found?.[1]
  const without = found ? marked.replace(found[0], ' ') : marked
  const person = named ?? (said ? (ordinals[said] ?? '') : '')
  const rest = tidy(
    without.replaceAll('§', ' ').replace(new RegExp(guardian, 'g'), ' ').replace(pupil, ' '),
  )
  return { whose: { kind: 'guardian', person } as const, rest: rest || 'name' }
}

const fillers = /\b(?:van|de|het|der|av|of|the|s|voor|for|gegevens|en|and|och)\b/g

/** Without small words; but `straat en huisnummer` is looked up as it stands first. */
const tidy = (text: string) => {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (isWhole(plain)) return plain
  return plain.replace(fillers, ' ').replace(/\s+/g, ' ').trim()
}

const whatByWord = new Map<string, What>(
  (Object.entries(headerWords) as [What, readonly string[]][]).flatMap(([what, words]) =>
    words.map((word): [string, What] => [word, what]),
  ),
)

const isWhole = (text: string) => whatByWord.has(text) && !/^(?:id|nr|no|nummer)$/.test(text)

function whatOf(rest: string, whose: Whose): What | null {
  // Smartschool: `type_coaccount1` is the relation.
  if (whose.kind === 'guardian' && rest === 'type') return 'relation'
  return whatByWord.get(rest) ?? whatByWord.get(rest.replace(/ ?\d$/, '')) ?? null
}
