import type { Country } from '#shared/platform/language.ts'
import type { ExportedSchool } from '../exported-school.ts'
import { element, parent } from './xml-text.ts'

/** Who the school is to the standard, for which year and when the file was made. */
export function schoolElement(exported: ExportedSchool, now: string): string {
  return parent('school', [
    element('schooljaar', schoolYearOf(exported)),
    ...numberElements(exported.school),
    // Without parts of a second, which some readers stumble over.
    element('aanmaakdatum', now.replace(/\.\d+Z$/, 'Z')),
    element('auteur', 'Balie', 128),
    element('xsdversie', '2.1'),
  ])
}

/** `2026-2027`, from the name of the year or the day it begins, and without a year from today. */
export function schoolYearOf({
  year,
  today,
  school,
}: Pick<ExportedSchool, 'year' | 'today' | 'school'>) {
  const [, from, until] = /^(\d{4}) ?[-/–] ?(\d{4})$/.exec(year?.name ?? '') ?? []
  if (from && Number(until) === Number(from) + 1) return `${from}-${until}`
  const day = year?.startsOn ?? today
  // A year that begins in July or later is the one after; a day before August is in the old one.
  const first = year ? '07' : firstMonth[school.country]
  const start = Number(day.slice(0, 4)) - (day.slice(5, 7) < first ? 1 : 0)
  return `${start}-${start + 1}`
}

/** WPO article 1 in the Netherlands; Flemish schools begin on 1 September. */
const firstMonth: Readonly<Record<Country, string>> = { nl: '08', be: '09', se: '08' }

/**
 * BRIN with the branch apart, or the instellingsnummer. A school whose number is not known, or of
 * another country, is told apart by our own key.
 */
function numberElements({ country, registrationNumber, id }: ExportedSchool['school']): string[] {
  const number = registrationNumber?.replace(/\s/g, '').toUpperCase() ?? ''
  const [, brin, branch] = /^(\d{2}[A-Z]{2})(\d{2})?$/.exec(number) ?? []
  if (brin) return [element('brincode', brin), element('dependancecode', branch ?? null)]
  if (country === 'be' && /^\d{2,6}$/.test(number)) return [element('instellingsnummer', number)]
  return [element('schoolkey', id)]
}
