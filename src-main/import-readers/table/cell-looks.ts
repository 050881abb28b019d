import type { GridRow } from './table-grid.ts'

/** What the cells of a column look like, as shares from 0 to 1 of those that are filled. */
export type Looks = {
  readonly filled: number
  readonly share: (test: RegExp) => number
  readonly isUnique: boolean
}

/** Rows that are looked at: enough to know, few enough for a large school. */
const rowsToSee = 500

export function looksOf(rows: readonly GridRow[], column: number): Looks {
  const cells = rows
    .slice(0, rowsToSee)
    .map(({ cells: row }) => row[column]?.trim() ?? '')
    .filter((cell) => cell !== '')
  return {
    filled: cells.length,
    share: (test) =>
      cells.length === 0 ? 0 : cells.filter((cell) => test.test(cell)).length / cells.length,
    isUnique: new Set(cells).size === cells.length,
  }
}

/** What cells of a kind look like; loose, since a reader judges each cell by itself afterwards. */
export const looks = {
  date: /^(\d{4}[-/.]?\d{1,2}[-/.]?\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4}|\d{2})|\d{8}|\d{6}|\d{1,2}[-. ]\p{L}{3,}\.?[- ]\d{2,4}|[2-5]\d{4})([T ].*)?$/u,
  email: /^[^\s@]+@[^\s@]+$/,
  emails: /[^\s@]@[^\s@]/,
  phone: /^'?\+?[\d\s()./-]{6,}\d/,
  postcode: /^(?:[A-Z]{1,2}-? ?)?(\d{4} ?[A-Z]{2}|\d{4}|\d{3} ?\d{2})$/i,
  // `3511 AB` alone is a Dutch postcode, and no Flemish one with a town of two letters.
  postcodeAndTown:
    /^(?!\d{4} ?[A-Z]{2}$)(?:[A-Z]{1,2}-)?(\d{4} ?[A-Z]{2}|\d{4}|\d{3} ?\d{2}),? +\p{L}{2}/iu,
  national: /^\d{6,8}[-+ ]?[\dA-Z]{4}$|^\d{8,9}$|^\d{2}\.\d{2}\.\d{2}[- ]\d{3}[. ]\d{2}$|^\d{11}$/i,
  sex: /^(m|v|k|f|w|x|j|p|man|vrouw|kvinna|male|female|jongen|meisje|pojke|flicka|boy|girl|[0129]|onbekend|okant|okänt|unknown|mannelijk|vrouwelijk|anders|o|u|other|unspecified|kille|tjej|dochter|zoon)\.?$/i,
  houseNumber: /^\d+/,
  /** Letters first of all; no address, day or number. */
  name: /^(?!.*\d{5})['’"(]?\p{L}[^@]*$/u,
  street: /\p{L}{2}/u,
  short: /^.{1,40}$/,
} as const
