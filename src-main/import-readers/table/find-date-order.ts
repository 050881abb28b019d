import type { TableMapping } from '#shared/imports/table-mapping.ts'
import type { Country } from '#shared/platform/language.ts'

type DateOrder = TableMapping['dateOrder']

/** In what order a country writes a day: `domain.md`, the same as its screens. */
const orderOfCountry: Readonly<Record<Country, DateOrder>> = { nl: 'dmy', be: 'dmy', se: 'ymd' }

export type FoundOrder = {
  readonly order: DateOrder
  /** Nothing tells the day from the month, or cells contradict each other. */
  readonly isUnclear: boolean
}

/**
 * The order of days in a table, from its cells: a number over 12 is no month. Cells that contradict
 * each other are unclear. So are days that could be either under English names, since those come from
 * both sides of the ocean; under Dutch or Swedish ones the country's own order goes without saying.
 */
export function findDateOrder(
  cells: readonly string[],
  country: Country,
  isEnglish: boolean,
): FoundOrder {
  const seen = { dmy: 0, mdy: 0, ymd: 0, either: 0 }
  for (const cell of cells) {
    const order = orderOfCell(cell)
    if (order) seen[order]++
  }
  if (seen.dmy > 0 && seen.mdy > 0) return { order: orderOfCountry[country], isUnclear: true }
  if (seen.dmy > 0) return { order: 'dmy', isUnclear: false }
  if (seen.mdy > 0) return { order: 'mdy', isUnclear: false }
  // Two figures for each part: 18-03-04 may begin with the year, but with four figures it says so.
  if (seen.ymd > 0) return { order: 'ymd', isUnclear: false }
  const dayFirst = country === 'se' ? 'ymd' : 'dmy'
  return { order: dayFirst, isUnclear: seen.either > 0 && (isEnglish || country === 'se') }
}

function orderOfCell(cell: string): keyof typeof orders | 'either' | null {
  const [, a, b, c] =
    /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ].*)?$/.exec(cell.trim()) ?? []
  if (!a || !b || !c) return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(cell.trim()) ? 'ymd' : null
  if (Number(a) > 31) return 'ymd'
  if (Number(a) > 12) return Number(c) > 31 || c.length === 4 ? 'dmy' : null
  if (Number(b) > 12) return c.length === 4 || Number(c) > 31 ? 'mdy' : null
  return c.length === 4 ? 'either' : null
}

const orders = { dmy: 0, mdy: 0, ymd: 0 } as const
