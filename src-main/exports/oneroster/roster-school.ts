import type { ExportedGroup } from '../exported-school.ts'
import type { RosterRow } from './roster-files.ts'
import type { RosterPart } from './roster-part.ts'

export function orgRows({ exported: { school }, org }: RosterPart): RosterRow[] {
  const { name, registrationNumber } = school
  return [{ sourcedId: org, name, type: 'school', identifier: registrationNumber }]
}

/** The school year and one term as long as it: classes may only name terms. */
export function sessionRows({ exported, year: id, term }: RosterPart): RosterRow[] {
  const { year } = exported
  if (!year || !id || !term) return []
  const days = { title: year.name, startDate: year.startsOn, endDate: year.endsOn }
  const schoolYear = year.endsOn.slice(0, 4)
  return [
    { sourcedId: id, ...days, type: 'schoolYear', schoolYear },
    { sourcedId: term, ...days, type: 'term', parentSourcedId: id, schoolYear },
  ]
}

/** One for each year in school, or mix of years, that has groups; groups without years share one. */
export function courseRows(part: RosterPart): RosterRow[] {
  const byCourse = new Map(
    part.exported.groups.map(({ fields }) => [
      courseKey(part, fields.yearGrades),
      fields.yearGrades,
    ]),
  )
  // Groups that are gone must name a course too, and theirs may be gone with them.
  byCourse.set(courseKey(part, []), [])
  return [...byCourse]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([sourcedId, grades]) => ({
      sourcedId,
      schoolYearSourcedId: part.year,
      title: grades.join('/') || part.exported.school.name,
      grades: grades.join(','),
      orgSourcedId: part.org,
    }))
}

export function classRows(part: RosterPart, groups: readonly ExportedGroup[]): RosterRow[] {
  return groups.map((group) => {
    const { name, kind, yearGrades, room } = group.fields
    return {
      sourcedId: part.keyOf(group),
      title: name,
      grades: yearGrades.join(','),
      courseSourcedId: courseKey(part, yearGrades),
      classType: kind === 'class' ? 'homeroom' : 'scheduled',
      location: room,
      schoolSourcedId: part.org,
      termSourcedIds: part.term,
    }
  })
}

export const courseKey = ({ year, org }: RosterPart, grades: readonly string[]) =>
  [year ?? org, 'course', ...grades].join('-').replace(/[^\w-]/g, '_')
