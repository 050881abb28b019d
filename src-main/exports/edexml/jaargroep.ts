import type { Country } from '#shared/platform/language.ts'

/** Every code of the 2.1 schema that says a year; C and H say something else. */
const codes: ReadonlySet<string> = new Set(
  'B D 0 1 2 3 4 5 6 7 8 11 12 13 14 15 16 S V N'.split(' '),
)

/**
 * EDEXML's `jaargroep` of a year in school, null when it has no code (handleiding 2.1, page 10).
 *
 * In a Flemish file the kleuterklassen K1 to K3 are 0 to 2 and the years 1 to 6 of lower school are
 * 3 to 8. What the reader makes of these codes is in `import-readers/year-grades.ts`.
 */
export function jaargroepOf(grade: string | null, country: Country): string | null {
  if (grade === null) return null
  if (country !== 'be') return codes.has(grade) ? grade : null
  const [, kindergarten] = /^K([1-3])$/.exec(grade) ?? []
  if (kindergarten) return String(Number(kindergarten) - 1)
  if (/^[1-6]$/.test(grade)) return String(Number(grade) + 2)
  return /^\d$/.test(grade) || !codes.has(grade) ? null : grade
}

/** A group of one year has that year; every other one is a combined group. */
export function jaargroepOfGroup(grades: readonly string[], country: Country): string {
  const [only, ...others] = grades
  return (others.length === 0 && only && jaargroepOf(only, country)) || 'C'
}
