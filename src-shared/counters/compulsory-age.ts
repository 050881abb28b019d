import { Day, type PartialDay } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'

/**
 * The first day on which a child must go to school, null when the birth date does not tell.
 *
 * - The Netherlands: the month after the fifth birthday (Leerplichtwet art. 3). Only months count,
 *   so that a birthday on 29 February needs no rule of its own.
 * - Flanders: 1 September of the year in which the child turns five.
 * - Sweden: 1 August of the year in which the child turns six (skollagen 7:10).
 *
 * Where only the year is known in the Netherlands, the child counts from the earliest month that is
 * possible: a report too many can be withdrawn.
 */
export function compulsoryFrom(birthDate: PartialDay | null, country: Country): Day | null {
  if (!birthDate) return null
  const year = Number(birthDate.slice(0, 4))
  if (country === 'be') return Day.parse(`${year + 5}-09-01`)
  if (country === 'se') return Day.parse(`${year + 6}-08-01`)
  const month = birthDate.length >= 7 ? Number(birthDate.slice(5, 7)) : 1
  return month === 12
    ? Day.parse(`${year + 6}-01-01`)
    : Day.parse(`${year + 5}-${String(month + 1).padStart(2, '0')}-01`)
}

/**
 * Whether absence on a day is under the duty to report: from `compulsoryFrom` until the eighteenth
 * birthday. It is when nobody knows the birth date.
 */
export function compulsoryOn(birthDate: PartialDay | null, country: Country) {
  const from = compulsoryFrom(birthDate, country) ?? ''
  const until = birthDate ? `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` : '9999'
  return (day: Day) => day >= from && day < until
}

/**
 * Whether a child is in the year in which 290 half days are asked (Flanders): it turned five in the
 * calendar year in which the school year began.
 */
export function isFiveInYear(birthDate: PartialDay | null, yearStartsOn: Day): boolean {
  return !!birthDate && Number(birthDate.slice(0, 4)) + 5 === Number(yearStartsOn.slice(0, 4))
}
