import type { Authority, Relation } from '#shared/families/guardian.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import type { ProtectionLevel, Sex } from '#shared/pupils/pupil.ts'

// Balie's codes in the closed lists of SS 12000:2020 (TK450's API 2.0 with its correction of 2022).

export const sexTerm = {
  female: 'Kvinna',
  male: 'Man',
  other: 'Okänt',
  unknown: 'Okänt',
} as const satisfies Record<Sex, string>

/** An assumed identity has no word of its own: the strongest there is. */
export const markingTerm = {
  0: 'Ingen',
  1: 'Sekretessmarkering',
  2: 'Skyddad folkbokföring',
  3: 'Skyddad folkbokföring',
} as const satisfies Record<ProtectionLevel, string>

const custody: readonly Authority[] = ['joint', 'sole', 'legal-guardian']
const parents: readonly Relation[] = ['mother', 'father', 'parent']

/**
 * A vårdnadshavare by law and not by blood: only known custody makes one. A parent without it, or
 * of whom nobody has checked it, is a Förälder.
 */
export function relationTerm(relation: Relation, authority: Authority) {
  if (custody.includes(authority) || relation === 'legal-guardian') return 'Vårdnadshavare'
  if (parents.includes(relation)) return 'Förälder'
  return relation === 'foster-parent' ? 'Annan ansvarig' : 'Annan behörig'
}

export const dutyTerm = {
  principal: 'Rektor',
  teacher: 'Lärare',
  office: 'Annan personal',
  ict: 'Annan personal',
} as const satisfies Record<StaffRole, string>

export const isStandardYear = (yearGrade: string | null) =>
  yearGrade !== null && /^(K\d|F|0|[1-9]|10)$/.test(yearGrade)

/** Years before school and the class before the first year have a school form of their own. */
export function schoolForm(yearGrade: string | null) {
  if (yearGrade && /^K\d$/.test(yearGrade)) return { schoolType: 'FS' }
  if (yearGrade === 'F' || yearGrade === '0') return { schoolType: 'FKLASS' }
  // Grundskola, up to the tenth year of a special school.
  const isYear = yearGrade !== null && /^([1-9]|10)$/.test(yearGrade)
  return { schoolType: 'GR', ...(isYear ? { schoolYear: Number(yearGrade) } : {}) }
}
