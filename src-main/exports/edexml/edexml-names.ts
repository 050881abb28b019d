import { element } from './xml-text.ts'

type Named = {
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
  readonly officialNames?: string | null
  readonly initials?: string | null
}

/** NEN 1888, and the schema: a longer prefix goes with the last name. */
const longestPrefix = 10
const mostInitials = 6

export const isLongPrefix = (prefix: string | null) => (prefix ?? '').length > longestPrefix

/** A name as the schema has it: without a last name there is room for the first name alone. */
export function nameElements({ firstName, prefix, lastName, officialNames, initials }: Named) {
  if (lastName.trim() === '') return [element('roepnaam', firstName, 64)]
  const isLong = isLongPrefix(prefix)
  return [
    element('achternaam', isLong ? `${prefix} ${lastName}` : lastName, 200),
    element('voorvoegsel', isLong ? null : prefix, longestPrefix),
    element('voornamen', officialNames ?? null, 200),
    element('voorletters-1', lettersOf(initials ?? ''), mostInitials),
    element('roepnaam', firstName, 64),
  ]
}

/** `I.H.` is `IH` here. */
const lettersOf = (initials: string) => initials.replace(/[^\p{L}]/gu, '')
