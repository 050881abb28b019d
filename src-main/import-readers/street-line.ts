import type { HouseholdFields } from '#shared/families/household.ts'

type Street = Pick<HouseholdFields, 'street' | 'houseNumber' | 'houseNumberAddition'>

/** What may stand behind a house number: `B`, `bis`, `-2`, `bus 3`, `lgh 1102`, `A 3`. */
const addition =
  /^(?:[-/ ]*(?:bus|box|bte|lgh|apt|app|toev|unit|kamer)\.? ?[\w-]{1,6}|[-/]? ?[a-z]{1,4}\.?[ -]?\d{0,4}|[-/] ?\w{1,6})?$/i

/**
 * Takes a line of an address apart: `Kerkstraat 12 bis`, `Plein 1944 12`, `Storgatan 5 lgh 1102`.
 * A line that begins with its number, or cannot be told apart, stays whole in `street`.
 */
export function splitStreet(line: string): Street {
  for (const { index, 0: match, 1: number = '' } of line.matchAll(/[ ,]+(\d+(?:[-/]\d+)?)/g)) {
    const street = line.slice(0, index).trim()
    const rest = line.slice(index + match.length).replace(/^[ ,]+(?=\S)|[ ,]+$/g, '')
    const isBehind = addition.test(rest) && /\p{L}/u.test(street)
    if (!isBehind) continue
    const plain = rest.replace(/^[-/ ]+/, '')
    return { street, houseNumber: number, houseNumberAddition: plain || null }
  }
  return { street: line, houseNumber: null, houseNumberAddition: null }
}
