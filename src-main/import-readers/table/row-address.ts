import type { HouseholdFields } from '#shared/families/household.ts'
import { readPostcode } from '#shared/families/postcode.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import type { Country } from '#shared/platform/language.ts'
import { readLine } from '../read-values.ts'
import { splitStreet } from '../street-line.ts'
import { countryCode } from './locale-names.ts'
import type { RowCells } from './row-cells.ts'
import type { TablePart } from './table-part.ts'

export type Address = Partial<HouseholdFields>

/** The address of the main or the second home in a row; null when there is none. */
export function readAddress(
  row: RowCells,
  which: 'household1' | 'household2',
  { country, problems }: TablePart,
): Address | null {
  const text = (what: Part) => readLine(row.value(`${which}.${what}`), problems)
  const [line, behind] = cutLine(text('streetLine'), country)
  const town = cutTown(text('postcodeAndTown') ?? behind, country)
  const number = text('houseNumber')?.replace(/[.,]0+$/, '') ?? null
  const street = text('street')
  const split = splitStreet(line ?? street ?? '')
  const isSplit = street === null || number === null
  const numbered = number === null ? null : splitNumber(number)
  const said = text('addressCountry')
  const addressCountry = said && (countryCode(said) ?? said)
  const isHere = !addressCountry || addressCountry === here[country]
  const postcode = text('postcode') ?? town.postcode
  const address = {
    street: (isSplit ? split.street : street) || null,
    houseNumber: numbered?.houseNumber ?? split.houseNumber,
    houseNumberAddition:
      text('houseNumberAddition') ??
      numbered?.addition ??
      (number === null ? split.houseNumberAddition : null),
    // A postcode of another country is written as it is there.
    postcode: postcode && isHere ? readPostcode(postcode, country).postcode : postcode,
    town: text('town') ?? town.town,
    addressCountry,
  }
  const filled = Object.entries(address).filter(([, value]) => value)
  // A country alone is no address.
  return filled.some(([field]) => field !== 'addressCountry') ? Object.fromEntries(filled) : null
}

const here: Readonly<Record<Country, string>> = { nl: 'NL', be: 'BE', se: 'SE' }

type Part =
  | 'streetLine'
  | 'street'
  | 'houseNumber'
  | 'houseNumberAddition'
  | 'postcode'
  | 'town'
  | 'postcodeAndTown'
  | 'addressCountry'

/** `Kerkstraat 12, 3511 AB Utrecht` is two lines in one cell. */
function cutLine(line: string | null, country: Country): [string | null, string | null] {
  const [, first, second] = /^(.+?),\s*(.+)$/.exec(line ?? '') ?? []
  const isTown = second !== undefined && cutTown(second, country).postcode !== null
  return isTown ? [first ?? null, second] : [line, null]
}

/** `3511 AB Utrecht` as postcode and town; without a postcode in front it is all town. */
function cutTown(line: string | null, country: Country) {
  const words = line?.split(' ') ?? []
  for (const count of [2, 1]) {
    const read = readPostcode(words.slice(0, count).join(' '), country)
    if (read.isValid) return { postcode: read.postcode, town: tidyTown(words.slice(count)) }
  }
  return { postcode: null, town: line }
}

const tidyTown = (words: readonly string[]) => words.join(' ').replace(/^[,\s-]+/, '') || null

/** `12A`, `12 bis`, `12-2` in the column of the number. */
function splitNumber(text: string) {
  const [, houseNumber = text, addition] = /^(\d+(?:-\d+)?)[ /-]*([a-z].*)?$/i.exec(text) ?? []
  return { houseNumber, addition: addition ?? null }
}

/** Addresses that are written alike are one; null for what is too little to live at. */
export function addressKey({ street, houseNumber, houseNumberAddition, postcode, town }: Address) {
  const place = postcode ?? town
  if (!place || !(street || houseNumber)) return null
  const number = `${houseNumber ?? ''}${houseNumberAddition ?? ''}`
  // A postcode with a number is one door in the Netherlands, and the street may be left out.
  return [street ?? '', number, place].map(plain).join('|')
}

const plain = (text: string) => foldText(text).replace(/[^\p{L}\p{N}]/gu, '')
