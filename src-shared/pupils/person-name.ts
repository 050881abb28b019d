import type { Country } from '#shared/platform/language.ts'

/** What a pupil's, guardian's and staff member's name have in common. */
export type PersonName = {
  readonly firstName: string
  readonly prefix: string | null
  readonly lastName: string
}

type Reachable = PersonName & { readonly email?: string | null }

/**
 * `Anna van den Berg`. A guardian of whom a school has nothing but a mail address is called by that.
 */
export function displayName({ firstName, prefix, lastName, email }: Reachable) {
  return [firstName, prefix, lastName].filter(Boolean).join(' ') || (email ?? '')
}

/**
 * The name as lists show and sort it (`screens.md` 2.3): the Netherlands puts the prefix last,
 * `Berg, Anna van den`; Flanders sorts on it, `Van den Berg, Anna`; Sweden sorts `von` and `af`
 * under the name that follows, as the Netherlands does.
 */
export function sortName({ firstName, prefix, lastName }: PersonName, country: Country) {
  const isPrefixLast = country !== 'be'
  const last = isPrefixLast ? lastName : capitalised([prefix, lastName].filter(Boolean).join(' '))
  const first = [firstName, isPrefixLast && prefix].filter(Boolean).join(' ')
  return [last, first].filter(Boolean).join(', ')
}

/** `A.M.` of `Anna Maria`, `IJ.` of `IJsbrand`: the Dutch digraph is one letter. */
export function initialsOf(names: string) {
  return names
    .split(/[\s-]+/)
    .map((name) => name.match(/^(?:IJ|\p{L})/u)?.[0])
    .filter((letter) => letter !== undefined)
    .map((letter) => `${letter.toUpperCase()}.`)
    .join('')
}

/** Sorting letters per country: Swedish puts å ä ö after z, the others see them as a and o. */
const localeOfCountry: Record<Country, string> = { nl: 'nl-NL', be: 'nl-BE', se: 'sv-SE' }
const collators = new Map<Country, Intl.Collator>()

function collatorOf(country: Country) {
  const known = collators.get(country)
  if (known) return known
  const collator = new Intl.Collator(localeOfCountry[country], { numeric: true })
  collators.set(country, collator)
  return collator
}

/** Compares two sort names, `Berg, Anna van den` before `Berg-Smit, Bo`. */
export function compareSortNames(country: Country) {
  const { compare } = collatorOf(country)
  return (a: string, b: string) => compare(sortKey(a), sortKey(b))
}

/** The rows in the country's order of their sort names. */
export function sortedByName<Row extends { readonly sortName: string }>(
  rows: readonly Row[],
  country: Country,
): Row[] {
  const { compare } = collatorOf(country)
  return rows
    .map((row) => ({ row, key: sortKey(row.sortName) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row)
}

/** A tab sorts before space, hyphen and letters, so that a whole last name comes before a longer one. */
const sortKey = (name: string) => name.replace(', ', '\t')

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
