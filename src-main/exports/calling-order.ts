import type { ExportedGuardian, ExportedSchool } from './exported-school.ts'

/**
 * Guardians as they are called first: where a format has no place for the order, readers take who
 * comes first in the file for who is called first.
 */
export function inCallingOrder({
  pupils,
  guardians,
}: Pick<ExportedSchool, 'pupils' | 'guardians'>): ExportedGuardian[] {
  const places = new Map<string, number[]>()
  for (const pupil of pupils) {
    for (const [place, { guardianId }] of pupil.guardians.entries()) {
      places.set(guardianId, [...(places.get(guardianId) ?? []), place])
    }
  }
  const rank = ({ id }: ExportedGuardian) => {
    const own = places.get(id) ?? []
    return Math.min(...own) * 100 + Math.max(...own)
  }
  return guardians.toSorted((a, b) => rank(a) - rank(b))
}
