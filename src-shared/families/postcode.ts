import type { Country } from '#shared/platform/language.ts'

/** `standards.md` 3: the whole postcode, without or with the country's letter in front. */
const patterns: Record<Country, RegExp> = {
  nl: /^(?:NL-?)?([1-9]\d{3}) ?([A-Z]{2})$/,
  be: /^(?:B-?|BE-?)?([1-9]\d{3})$/,
  se: /^(?:S-?|SE-?)?(\d{3}) ?(\d{2})$/,
}

export type TypedPostcode = {
  /** `1234 AB`, `3000`, `123 45`; as typed when it is no postcode of the country. */
  readonly postcode: string
  readonly isValid: boolean
}

/** Reads a postcode as it is typed in a hurry: `1234ab`, `SE-12345`. */
export function readPostcode(typed: string, country: Country): TypedPostcode {
  const text = typed.trim().replace(/\s+/g, ' ')
  const parts = patterns[country].exec(text.toUpperCase())
  return parts
    ? { postcode: parts.slice(1).join(' '), isValid: true }
    : { postcode: text, isValid: false }
}
