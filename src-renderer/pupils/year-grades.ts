import type { Country } from '#shared/platform/language.ts'

/** Years of primary school as each country counts them. */
const yearGrades: Record<Country, readonly string[]> = {
  nl: ['1', '2', '3', '4', '5', '6', '7', '8'],
  be: ['K0', 'K1', 'K2', 'K3', '1', '2', '3', '4', '5', '6'],
  se: ['F', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
}

/** Also what is on record now, though no list knows it: choosing must not change it unasked. */
export function yearGradeOptions(country: Country, present: string | null) {
  const known = yearGrades[country]
  const all = present && !known.includes(present) ? [present, ...known] : known
  return all.map((value) => ({ value, label: value }))
}
