import { listOf } from '../csv-table.ts'
import type { Problems } from '../problems.ts'
import { cleanText } from '../read-values.ts'
import type { RosterRow, RosterTables } from './roster-tables.ts'

export type RosterYears = {
  /** The school year a class belongs to by its terms, `2026-2027`; null when no term is known. */
  readonly ofClass: (row: RosterRow) => string | null
  /** The year of most classes, or of the sessions when there are no classes. */
  readonly ofFile: string | null
}

/** School years from the sessions: by their dates, and only without those by the column `schoolYear`. */
export function readYears(tables: RosterTables, problems: Problems): RosterYears {
  const yearById = new Map<string, string>()
  for (const row of tables.rows('academicSessions')) {
    const year = yearOfSession(row, problems)
    if (year) yearById.set(row.id, year)
  }
  const classes = tables.rows('classes').filter(({ isEnded }) => !isEnded)
  const years = classes.flatMap((row) => ofClass(row) ?? [])
  const ofFile = mostCommon(years.length > 0 ? years : [...yearById.values()])
  if (!ofFile && classes[0]) {
    const { file, line } = classes[0]
    problems.warn('school-year-unknown', { file, line, field: 'termSourcedIds' })
  }
  return { ofClass, ofFile }

  function ofClass({ cell }: RosterRow): string | null {
    const known = listOf(cell('termSourcedIds')).flatMap((term) => yearById.get(term) ?? [])
    return known.sort().at(-1) ?? null
  }
}

/** `schoolYear` is the year in which it ends; real files also write the year in which it starts. */
function yearOfSession({ cell, file, line }: RosterRow, problems: Problems): string | null {
  const said = /^\d{4}$/.test(cell('schoolYear')) ? Number(cell('schoolYear')) : null
  const [, year, month] = /^(\d{4})-(\d\d)-\d\d/.exec(cell('startDate')) ?? []
  if (!year || !month) return said ? nameOf(said - 1) : null
  // School years begin in August or September; July belongs to the one that comes.
  const start = Number(month) >= 7 ? Number(year) : Number(year) - 1
  if (said !== null && said !== start + 1) {
    problems.warnOnce('school-year-differs', {
      file,
      line,
      field: 'schoolYear',
      value: String(said),
    })
  }
  return nameOf(start)
}

const nameOf = (start: number) => `${start}-${start + 1}`

function mostCommon(names: readonly string[]): string | null {
  const count = new Map<string, number>()
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1)
  const [top] = [...count].sort(([a, x], [b, y]) => y - x || (a < b ? 1 : -1))
  return top?.[0] ?? null
}

/** `09` is the ninth year; letters such as KG stay as they are. */
export function gradesOf(cell: string): string[] {
  return listOf(cell).flatMap(
    (grade) => cleanText(grade.replace(/^0+(?=\d)/, ''))?.slice(0, 8) ?? [],
  )
}
