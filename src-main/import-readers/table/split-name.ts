import type { PersonName } from '#shared/pupils/person-name.ts'
import { isPrefix, splitPrefix } from '../name-prefix.ts'

/**
 * A whole name in one cell, in either order: `Jan de Vries`, `Vries, Jan de`, `de Vries, Jan`,
 * `Van den Broeck Marie` when the column says that the last name comes first. Null when it is not
 * clearly one person.
 */
export function splitFullName(text: string, isLastFirst: boolean): PersonName | null {
  if (isSeveral(text) || /[@<>={}]|\d{5}|^\d/.test(text)) return null
  const [last = '', rest, ...more] = text.split(',').map((part) => part.trim())
  if (more.length > 0) return null
  if (rest !== undefined) return last && rest ? withComma(last, rest) : null
  const words = last.split(' ')
  if (words.length < 2) return null
  return isLastFirst ? lastNameFirst(words) : firstNameFirst(words)
}

/** Two people in one cell; a hyphen or an `y` inside a name is none. */
const isSeveral = (text: string) => /\s(?:en|och|and|et)\s|[&/;+]/i.test(text)

function withComma(last: string, rest: string): PersonName {
  const words = rest.split(' ')
  let start = words.length
  while (start > 1 && isPrefix((words[start - 1] ?? '').toLowerCase())) start--
  const behind = words.slice(start).join(' ')
  const own = splitPrefix(last)
  const prefix = [behind, own.prefix].filter(Boolean).join(' ') || null
  return { firstName: words.slice(0, start).join(' '), prefix, lastName: own.lastName ?? last }
}

function firstNameFirst(words: readonly string[]): PersonName {
  const loud = words.findIndex((word, index) => index > 0 && isLoud(words.slice(index), word))
  const start = words.findIndex((word, index) => index > 0 && isPrefix(word.toLowerCase()))
  const end = start === words.length - 1 ? -1 : start
  const from = loud > 0 && !isLoud(words, words[0] ?? '') ? loud : end > 0 ? end : words.length - 1
  const { prefix, lastName } = splitPrefix(words.slice(from).join(' '))
  return { firstName: words.slice(0, from).join(' '), prefix, lastName: lastName ?? '' }
}

/** `De Smet Jan`: prefixes, one word, and what is left is the first name. */
function lastNameFirst(words: readonly string[]): PersonName {
  let end = 0
  while (end < words.length - 2 && isPrefix((words[end] ?? '').toLowerCase())) end++
  const quiet = words.findIndex((word) => !isLoud([word], word))
  // `EL AMRANI Noor`: capitals say how far the last name goes.
  const to = quiet > 0 ? Math.max(quiet, end + 1) : end + 1
  const { prefix, lastName } = splitPrefix(words.slice(0, to).join(' '))
  return { firstName: words.slice(to).join(' '), prefix, lastName: lastName ?? '' }
}

/** In capitals, as Flemish lists write last names. */
const isLoud = (words: readonly string[], word: string) =>
  word.length > 1 && words.every((each) => each === each.toUpperCase() && /\p{L}/u.test(each))

/** A last name that carries its prefix: `de Vries`, `Vries, de`. */
export function splitLastName(text: string): Pick<PersonName, 'prefix' | 'lastName'> {
  const [, last, behind] = /^([^,]+),\s*([^,]+)$/.exec(text) ?? []
  if (last && behind && isPrefix(behind.toLowerCase())) return { prefix: behind, lastName: last }
  const { prefix, lastName } = splitPrefix(text)
  return { prefix, lastName: lastName ?? text }
}
