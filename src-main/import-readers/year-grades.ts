/**
 * The year in school as the country counts, from EDEXML's `jaargroep` (handleiding 2.1, page 10).
 *
 * In the Netherlands 1 to 8 stand for themselves. The same codes in a Flemish file are two higher
 * than the year: 0 to 2 are the kleuterklassen, 3 to 8 the six years of lower school. `C` is a
 * combined group and `H` a former pupil: neither is a year.
 */
export function yearGradeOf(jaargroep: string, isFlemish: boolean): string | null {
  if (jaargroep === 'C' || jaargroep === 'H') return null
  const number = /^\d$/.test(jaargroep) ? Number(jaargroep) : null
  if (!isFlemish || number === null || number > 8) return jaargroep
  return number <= 2 ? `K${number + 1}` : String(number - 2)
}

/** Every code that the EDEXML 2.1 schema allows. */
export const jaargroepen: ReadonlySet<string> = new Set(
  'B D 0 1 2 3 4 5 6 7 8 11 12 13 14 15 16 S V C N H'.split(' '),
)

/** Kindergarten first, then the years as numbers: `K1 K2 1 2 10`. */
export function sortYearGrades(grades: Iterable<string>): string[] {
  const rank = (grade: string) => (/^\d+$/.test(grade) ? 100 + Number(grade) : 0)
  return [...new Set(grades)].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
