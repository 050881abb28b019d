import type { Country } from '#shared/platform/language.ts'
import { useLocale } from '../platform/language.tsx'

const upTo = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1))

/** Years in school as the country counts them. */
const grades: Record<Country, readonly string[]> = {
  nl: upTo(8),
  be: ['K1', 'K2', 'K3', ...upTo(6)],
  se: ['F', ...upTo(9)],
}

export function useGradeOptions() {
  const { country } = useLocale()
  return grades[country].map((grade) => ({ value: grade, label: grade }))
}
