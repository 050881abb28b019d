import { foldText } from '#shared/platform/fold-text.ts'
import type { Country } from '#shared/platform/language.ts'

/** Years in school that a class or a column names: `3A`, `groep 4`, `1/2`, `Åk 2`, `F-klass`. */
export function yearGradesIn(text: string, country: Country): string[] {
  const word = foldText(text).replace(/\s+/g, ' ').trim()
  if (country === 'be') return flemishGrades(word)
  if (country === 'se' && /^(f|f-?klass|forskoleklass( .*)?|fsk)$/.test(word)) return ['F']
  const highest = country === 'nl' ? 8 : 9
  const plain = word.replace(
    /^(groep|groepen|leerjaar|jaargroep|gr\.?|klas|klass|ak\.?|arskurs|arskurser|year|grade|class)\s*/,
    '',
  )
  return numbersIn(plain, highest)
}

/** `K1` to `K3` are the kleuterklassen, `1` to `6` the years of lower school. */
function flemishGrades(word: string): string[] {
  const [, kleuter] = /^(?:k ?([1-3])|([1-3])e? ?k(?:leuter.*)?$)/.exec(word)?.filter(Boolean) ?? []
  if (kleuter) return [`K${kleuter}`]
  const plain = word
    .replace(/^(l|klas|leerjaar|lj)\s*(?=\d)/, '')
    .replace(/^([1-6])\s*(?:e|de|ste)?\s*(leerjaar|lj|l)\b/, '$1')
  return numbersIn(plain, 6)
}

/** One year or a few of a combined class, with at most a letter behind: no room or house number. */
function numbersIn(text: string, highest: number): string[] {
  if (!/^\d(?:\s*[-/+&,]\s*\d)*\s*[-. ]?\s*[a-z]?$/.test(text)) return []
  const grades = [...text.matchAll(/\d/g)].map(([digit]) => Number(digit))
  const isSound = grades.every((grade) => grade >= 1 && grade <= highest)
  return isSound ? [...new Set(grades.map(String))] : []
}

/** `2026-2027`, `2026/27`, `26-27` as `2026-2027`; null when it is no school year. */
export function schoolYearIn(text: string): string | null {
  const [, from, until] = /(?:^|\D)(\d{4}|\d{2}) ?[-/–] ?(\d{4}|\d{2})(?:\D|$)/.exec(text) ?? []
  if (!from || !until) return null
  const start = from.length === 2 ? `20${from}` : from
  const end = until.length === 2 ? `${start.slice(0, 2)}${until}` : until
  return Number(end) === Number(start) + 1 ? `${start}-${end}` : null
}
