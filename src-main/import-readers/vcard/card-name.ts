import { isPrefix, splitPrefix } from '../name-prefix.ts'
import type { Problems } from '../problems.ts'
import { cleanText, readLine } from '../read-values.ts'
import { allOf, placeOf, textOf } from './card-details.ts'
import type { Card } from './cards.ts'

export type CardName = {
  readonly firstName: string | null
  readonly officialNames: string | null
  readonly prefix: string | null
  readonly lastName: string | null
}

/** By N, else by FN, whose last words are then the last name; null when the card names nobody. */
export function nameOf(card: Card, problems: Problems): CardName | null {
  const named = allOf(card, 'N').find(({ parts }) =>
    parts.slice(0, 2).some((part) => cleanText(part)),
  )
  if (!named) return byFullName(card, problems)
  const place = placeOf(card, named)
  const [family, given, more, honorific, suffix] = named.parts.map((text) =>
    readLine({ ...place, text }, problems),
  )
  // Some put `van der` where `Mr.` belongs.
  const ownPrefix = honorific && isPrefix(honorific) ? honorific : null
  for (const title of [ownPrefix ? null : honorific, suffix]) {
    if (title) problems.warn('extra-skipped', { ...place, value: title })
  }
  const { prefix, lastName } = ownPrefix
    ? { prefix: ownPrefix, lastName: family ?? null }
    : splitPrefix(family ?? null)
  return {
    firstName: given ?? null,
    officialNames: given && more ? `${given} ${more}` : null,
    prefix,
    lastName,
  }
}

/** `Jan van den Berg`, `Berg, Jan van den`, and one word alone as a first name. */
function byFullName(card: Card, problems: Problems): CardName | null {
  const [property] = allOf(card, 'FN')
  const full = property && readLine({ ...placeOf(card, property), text: property.text }, problems)
  if (!full) return null
  const [, family, rest] = /^([^,]+), ?([^,]+)$/.exec(full) ?? []
  const [first = full, ...others] = (rest ?? full).split(' ')
  if (family) {
    const prefix = others.length > 0 && isPrefix(others.join(' ')) ? others.join(' ') : null
    const firstName = prefix ? first : (rest ?? null)
    return { firstName, officialNames: null, prefix, lastName: family }
  }
  return { firstName: first, officialNames: null, ...splitPrefix(others.join(' ') || null) }
}

/** What a card without a name can be called in a sentence about it. */
export const callOf = (card: Card) => textOf(card, 'FN', 'EMAIL', 'ORG', 'TEL')
