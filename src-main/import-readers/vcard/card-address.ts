import type { HouseholdFields } from '#shared/families/household.ts'
import type { Problems } from '../problems.ts'
import { readLine } from '../read-values.ts'
import { splitStreet } from '../street-line.ts'
import { allOf, inOrder, placeOf } from './card-details.ts'
import type { Card } from './cards.ts'

export type Address = { readonly line: number; readonly fields: Partial<HouseholdFields> }

/** The home address of a card, taken apart; other addresses are told. */
export function addressOf(card: Card, problems: Problems): Address | null {
  const [first, ...others] = inOrder(allOf(card, 'ADR').filter(({ text }) => text !== ''))
  for (const other of others) {
    problems.warn('extra-skipped', { ...placeOf(card, other), value: other.text })
  }
  if (!first) return null
  const place = placeOf(card, first)
  const [box, extended, street, town, region, postcode, country] = first.parts.map((text) =>
    readLine({ ...place, text }, problems),
  )
  if (region) problems.warn('extra-skipped', { ...place, value: region })
  const addressCountry = country ? countryCode(country) : null
  if (country && !addressCountry) problems.warn('value-invalid', { ...place, value: country })
  return {
    line: first.line,
    fields: {
      ...streetFields(street ?? null, extended ?? null),
      ...(box && { mailingAddress: box }),
      ...(town && { town }),
      ...(postcode && { postcode: spaced(postcode) }),
      ...(addressCountry && { addressCountry }),
    },
  }
}

/** The second line of an address (`extended`) goes with the house number: a flat, a bus. */
function streetFields(street: string | null, extended: string | null): Address['fields'] {
  if (!street) return extended ? { street: extended } : {}
  const split = splitStreet(street)
  const houseNumberAddition = [split.houseNumberAddition, extended].filter(Boolean).join(' ')
  return { ...split, houseNumberAddition: houseNumberAddition || null }
}

/** `1234ab` as the Dutch write it; other postcodes stay as they are. */
const spaced = (postcode: string) =>
  postcode.replace(
    /^(\d{4}) ?([a-z]{2})$/i,
    (_, digits: string, letters: string) => `${digits} ${letters.toUpperCase()}`,
  )

/** ISO 3166-1 of a country by its code, or by its name in a language that cards here are written in. */
function countryCode(text: string): string | null {
  const wanted = text.toLowerCase()
  const names = ['nl', 'sv', 'en', 'fr', 'de'].map(
    (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
  )
  const codes = letters.flatMap((a) => letters.map((b) => a + b))
  const isNamed = (code: string) => names.some((each) => each.of(code)?.toLowerCase() === wanted)
  const byCode = codes.find((code) => code.toLowerCase() === wanted && names[0]?.of(code))
  const found = byCode ?? codes.find(isNamed)
  // DD is called Germany too: what a country was becomes what it is.
  return found ? (new Intl.Locale(`und-${found}`).region ?? null) : null
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
