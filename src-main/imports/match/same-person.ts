import { foldText } from '#shared/platform/fold-text.ts'
import type { PersonName } from '#shared/pupils/person-name.ts'

/** One spelling of a name, however its parts are divided: `Van den Berg` and `van den` + `Berg`. */
export const nameKey = ({ firstName, prefix, lastName }: PersonName) =>
  `${letters(firstName)} ${letters(`${prefix ?? ''}${lastName}`)}`

const letters = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Whether two names may be one person's, for people born on the same day. Twins are not alike. */
export function looksAlike(a: PersonName, b: PersonName): boolean {
  const [firstA, firstB] = [letters(a.firstName), letters(b.firstName)]
  const [lastA, lastB] = [a, b].map(({ prefix, lastName }) => letters(`${prefix ?? ''}${lastName}`))
  if (!firstA || !firstB) return lastA === lastB
  if (!lastA || !lastB) return firstA === firstB
  return (
    isNear(firstA, firstB) &&
    (isNear(lastA, lastB) || lastA.endsWith(lastB) || lastB.endsWith(lastA))
  )
}

/** Nothing of the two names agrees: a key that leads from one to the other was given away. */
export function isSomebodyElse(a: PersonName, b: PersonName): boolean {
  const [firstA, firstB] = [letters(a.firstName), letters(b.firstName)]
  const [lastA, lastB] = [letters(a.lastName), letters(b.lastName)]
  const isNamed = firstA + lastA !== '' && firstB + lastB !== ''
  return isNamed && !isNear(firstA, firstB) && !isNear(lastA, lastB)
}

/** `Jan` and `Jan-Pieter`, `Sofie` and `Sophie`: one starts the other, or two letters differ. */
function isNear(a: string, b: string) {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short)) return true
  return short.length >= 4 && distance(short, long) <= (short.length >= 5 ? 2 : 1)
}

/** Levenshtein's distance; names are short, so the plain table will do. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(swap, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
