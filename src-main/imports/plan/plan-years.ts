import { type SchoolYear, SchoolYearId } from '#shared/groups/group.ts'
import { Day } from '#shared/platform/day.ts'
import type { Country } from '#shared/platform/language.ts'
import { type Planning, tell } from './planning.ts'

export type PlannedYear = { readonly year: SchoolYear; readonly isNew: boolean }

/**
 * First day of a school year: in the Netherlands it runs from 1 August by law (WPO article 1), in
 * Flanders from 1 September; Swedish schools begin in August.
 */
const firstDays: Record<Country, string> = { nl: '08-01', be: '09-01', se: '08-01' }
const lastDays: Record<Country, string> = { nl: '07-31', be: '08-31', se: '07-31' }

/** Finds the school year of a name such as `2026-2027`, or makes it; null means the running one. */
export function planYears(planning: Planning) {
  const { school, source, today, newId } = planning
  const made = new Map<string, PlannedYear>()
  const first = firstDays[school.country]
  const startYear = Number(today.slice(0, 4)) - (today.slice(5) < first ? 1 : 0)
  const running = school.years.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn)

  function yearFor(name: string | null): PlannedYear {
    if (name === null && running) return { year: running, isNew: false }
    const wanted = name ?? `${startYear}-${startYear + 1}`
    const start = wanted.slice(0, 4)
    const known = school.years.find((year) => year.name === wanted) ?? covering(`${start}-10-01`)
    if (known) return { year: known, isNew: false }
    const year = made.get(wanted) ?? { year: newYear(wanted), isNew: true }
    made.set(wanted, year)
    return year
  }

  /** A year under another name: `2026/2027`, `Schooljaar 26-27`. */
  const covering = (day: string) =>
    school.years.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)

  const newYear = (name: string): SchoolYear => ({
    id: SchoolYearId.parse(newId()),
    name,
    startsOn: Day.parse(`${name.slice(0, 4)}-${first}`),
    endsOn: Day.parse(`${Number(name.slice(0, 4)) + 1}-${lastDays[school.country]}`),
  })

  if (source.groups.length > 0 && yearFor(source.schoolYear).year.endsOn < today) {
    const [{ place } = { place: { file: '', line: null } }] = source.groups
    const where = { file: place.file, line: null, field: null, value: source.schoolYear }
    tell(planning, 'warning', 'school-year-past', where)
  }
  return yearFor
}
