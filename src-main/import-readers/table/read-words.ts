import {
  readAuthorityWord,
  readProtectionWord,
  readRelationWord,
} from '#shared/exports/table-words.ts'
import type { Authority, Relation } from '#shared/families/guardian.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { ProtectionLevel, Sex } from '#shared/pupils/pupil.ts'

// Words of cells in Dutch, Swedish and English. An undefined answer is a word that nobody knows here.

const plain = (text: string) =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const sexWords: Readonly<Record<string, Sex>> = {
  ...words('male', 'm man male jongen pojke boy kille zoon son mannelijk heer j 1'),
  ...words(
    'female',
    'v k f w vrouw kvinna female meisje flicka girl tjej dochter dotter vrouwelijk',
  ),
  ...words('female', 'mevrouw woman 2'),
  ...words('other', 'x anders other annat non binair nonbinair'),
  ...words('unknown', '0 9 o u onbekend okant unknown unspecified niet opgegeven'),
}

function words<Meaning extends string>(meaning: Meaning, list: string) {
  return Object.fromEntries(list.split(' ').map((word) => [word, meaning]))
}

/**
 * `isGirlsM`: the column counts boys as `J`, so that `M` is a girl (`J/M`: jongen, meisje); with `P`
 * (pojke) beside `F` nothing changes, since both are known.
 */
export function sexOf(text: string, isGirlsM: boolean): Sex | undefined {
  const word = plain(text)
  if (word === 'm' && isGirlsM) return 'female'
  if (word === 'p') return 'male'
  return Object.hasOwn(sexWords, word) ? sexWords[word] : undefined
}

const relationPatterns: readonly (readonly [RegExp, Relation])[] = [
  [/stief|bonus|plus ?(mama|papa|ouder|moeder|vader)|step|styv/, 'step-parent'],
  [/pleeg|foster|familjehem/, 'foster-parent'],
  [/voogd|god man|legal guardian|sarskilt forordnad/, 'legal-guardian'],
  [/\b(oma|opa|grootouder|groot(moeder|vader)|mormor|morfar|farmor|farfar|grand)/, 'grandparent'],
  [/\b(moeder|mama|mother|mom|mum|mamma|mor)\b/, 'mother'],
  [/\b(vader|papa|father|dad|pappa|far)\b/, 'father'],
  [/\b(ouder|ouders|parent|foralder|vardnadshavare|verzorger|guardian|carer)\b/, 'parent'],
]

/** Who somebody is to a child, from a cell or from the name of a column; undefined: in other words. */
export function relationOf(text: string): Relation | undefined {
  const word = plain(text)
  return readRelationWord(text) ?? relationPatterns.find(([pattern]) => pattern.test(word))?.[1]
}

const authorityPatterns: readonly (readonly [RegExp, Authority])[] = [
  [/\b(geen|inget|ingen|no|none|nee|nej|zonder|ej)\b/, 'none'],
  [/voogd|god man|forordnad|legal guardian/, 'legal-guardian'],
  [/pleeg|foster|familjehem/, 'foster'],
  [/gezamenlijk|gemensam|joint|beide/, 'joint'],
  [/alleen|eenhoofdig|ensam|sole|enskild/, 'sole'],
  [/nagegaan|onbekend|okand|okant|unknown|kontrollerad/, 'unknown'],
]

/** Parental authority as a column of that name says it. `Ja` alone says not whether it is shared. */
export function authorityOf(text: string): Authority | undefined {
  const word = plain(text)
  return readAuthorityWord(text) ?? authorityPatterns.find(([pattern]) => pattern.test(word))?.[1]
}

/** `domain.md` 3.3. A mark that nobody knows hides the address: the careful reading. */
export function protectionOf(text: string): ProtectionLevel {
  const own = readProtectionWord(text)
  if (own !== null) return own
  const word = plain(text)
  if (/^(0|n|nee|nej|no|false|onwaar|falskt|ingen|inga|geen|none|ej|uit|nee geen)?$/.test(word))
    return 0
  if (/^[123]$/.test(word)) return word === '3' ? 3 : word === '2' ? 2 : 1
  if (/finger|assumed/.test(word)) return 3
  if (/folkbokforing|beschermde inschrijving|protected registration/.test(word)) return 2
  return 1
}
