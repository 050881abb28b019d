import { digitsOf, foldText, searchWords } from '#shared/platform/fold-text.ts'
import type { Country } from '#shared/platform/language.ts'

const callingCodes: Record<Country, string> = { nl: '31', be: '32', se: '46' }

/** Digits by which a number may be typed: `0612345678 31612345678` of `+31612345678`. */
export function phoneDigits(number: string, country: Country) {
  const digits = digitsOf(number)
  const code = callingCodes[country]
  const isNational = number.startsWith(`+${code}`)
  return isNational ? `0${digits.slice(code.length)} ${digits}` : digits
}

/** What a list's filter looks in: folded words, then phone numbers as `phoneDigits` gives them. */
export function haystackOf(texts: readonly (string | null)[], digits: readonly string[]) {
  return [foldText(texts.filter(Boolean).join('\n')), ...digits].join('\n')
}

/** One thing that must be found: a word, or a run of digits typed with spaces or dashes. */
export type Term = {
  readonly words: readonly string[]
  /** Three digits or more, or null: then only the words count. */
  readonly digits: string | null
  /** As a name would start with it: hyphens and apostrophes are spaces. */
  readonly start: string
}

/** Reads what somebody types: `06-12 34 anna` is the digits `061234` and the word `anna`. */
export function readTerms(text: string): readonly Term[] {
  const terms = new Map<string, Term>()
  let run: string[] = []
  const end = () => {
    if (run.length > 0) terms.set(run.join(' '), term(run, dialled(run)))
    run = []
  }
  for (const word of searchWords(text)) {
    if (isDialled(word)) {
      run.push(word)
      continue
    }
    end()
    terms.set(word, term([word], null))
  }
  end()
  return [...terms.values()]
}

function term(words: readonly string[], digits: string | null): Term {
  return { words, digits, start: words.join(' ').replace(/[-']/g, ' ') }
}

/** Whether a folded text holds every term, in any order. */
export function holdsAll(haystack: string, terms: readonly Term[]) {
  return terms.every((term) => holds(haystack, term))
}

/** Whether a folded text holds a term, as digits in a row or word for word. */
export function holds(haystack: string, { words, digits }: Term) {
  if (digits !== null && haystack.includes(digits)) return true
  for (const word of words) if (!haystack.includes(word)) return false
  return true
}

const isDialled = (word: string) => /^\+?[\d(][\d()./-]*$/.test(word)

function dialled(run: readonly string[]) {
  // 0031 and +31 are the same way out.
  const digits = digitsOf(run.join('')).replace(/^00/, '')
  return digits.length >= 3 ? digits : null
}
