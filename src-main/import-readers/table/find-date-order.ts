import type { TableMapping } from '#shared/imports/table-mapping.ts'
import type { Country } from '#shared/platform/language.ts'

type DateOrder = TableMapping['dateOrder']

/** In what order a country writes a day: `domain.md`, the same as its screens. */
const orderOfCountry: Readonly<Record<Country, DateOrder>> = { nl: 'dmy', be: 'dmy', se: 'ymd' }

export type FoundOrder = {
  readonly order: DateOrder
  /** From the cells; as the country does; or nothing tells the day from the month. */
  readonly how: 'seen' | 'usual' | 'unclear'
}

/**
 * The order of days in a table, from its cells: a number over 12 is no month. Cells that contradict
 * each other are unclear, unless it is one slip among many. So is `6/7/2018` under English names, which
 * come from both sides of the ocean, and in Sweden, where nobody writes so; else the country's order
 * goes without saying.
 */
export function findDateOrder(
  cells: readonly string[],
  country: Country,
  isEnglish: boolean,
): FoundOrder {
  const seen = { dmy: 0, mdy: 0, ymd: 0, long: 0, short: 0 }
  for (const cell of cells) {
    const kind = kindOf(cell.trim())
    if (kind) seen[kind]++
  }
  const [most, least] = [Math.max(seen.dmy, seen.mdy), Math.min(seen.dmy, seen.mdy)]
  if (least * 20 > most) return { order: orderOfCountry[country], how: 'unclear' }
  if (seen.dmy > seen.mdy) return { order: 'dmy', how: 'seen' }
  if (seen.mdy > 0) return { order: 'mdy', how: 'seen' }
  if (seen.long > 0) {
    return { order: 'dmy', how: isEnglish || country === 'se' ? 'unclear' : 'usual' }
  }
  if (seen.ymd > 0 && seen.short === 0) return { order: 'ymd', how: 'seen' }
  return { order: orderOfCountry[country], how: 'usual' }
}

/**
 * What one cell gives away. `long` is `6/7/2018`, `short` is `6-7-18`: the day or the month may come
 * first, and in a short one the year may. A year of four figures in front speaks for itself.
 */
function kindOf(cell: string): 'dmy' | 'mdy' | 'ymd' | 'long' | 'short' | null {
  const [, a, b, c] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ].*)?$/.exec(cell) ?? []
  if (!a || !b || !c) return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(cell) ? 'ymd' : null
  const isLong = c.length === 4
  if (Number(b) > 12) return 'mdy'
  if (Number(a) > 31) return 'ymd'
  if (Number(a) > 12 && (isLong || Number(c) > 31)) return 'dmy'
  return isLong ? 'long' : 'short'
}
