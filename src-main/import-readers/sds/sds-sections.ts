import type { SourceGroup } from '#shared/imports/import-source.ts'
import { listOf } from '../csv-table.ts'
import type { Problems } from '../problems.ts'
import { readLine } from '../read-values.ts'
import type { DayReader } from './sds-days.ts'
import { isEnded, takeKey } from './sds-records.ts'
import type { SdsRow, SdsTables } from './sds-tables.ts'

/**
 * Sections gather pupils for something; the format does not say which of them is a pupil's class.
 * One that has ended is not made, and its places go with it.
 */
export function readSections(tables: SdsTables, readDay: DayReader, problems: Problems) {
  const yearOfSession = new Map(
    tables.rows('sessions').map((row) => [row.value('id').text, yearOf(row, readDay)]),
  )
  const groups: SourceGroup[] = []
  const ended = new Set<string>()
  const take = takeKey('groups', problems)
  for (const row of tables.rows('sections')) {
    const key = take(row)
    if (key === null) continue
    if (isEnded(row, problems)) {
      ended.add(key)
      problems.leaveOut('ended-skipped', { ...row.value('status'), kind: 'groups', value: key })
      continue
    }
    const name = readLine(row.value('name'), problems)
    if (!name) problems.warn('group-unnamed', { ...row.value('name'), value: key })
    const years = listOf(row.value('sessions').text).flatMap((id) => yearOfSession.get(id) ?? [])
    groups.push({
      place: { file: row.file, line: row.line },
      key,
      keys: [{ source: 'sds', value: key }],
      onlyIfKnown: false,
      name: name ?? key,
      kind: 'set',
      yearGrades: [],
      schoolYear: tables.version === '1' ? yearOf(row, readDay) : (years.sort().at(-1) ?? null),
    })
  }
  return { groups, ended, schoolYear: yearOfFile(groups, problems) }
}

/** By its days; `2021` alone may be the year in which it begins or ends, and says nothing. */
function yearOf(row: SdsRow, readDay: DayReader): string | null {
  const [from, until] = [readDay(row.value('from')), readDay(row.value('until'))]
  if (!from || (until && until < from)) return null
  // School years begin in August or September; July belongs to the one that comes.
  const start = Number(from.slice(0, 4)) - (Number(from.slice(5, 7)) >= 7 ? 0 : 1)
  return `${start}-${start + 1}`
}

function yearOfFile(groups: readonly SourceGroup[], problems: Problems): string | null {
  const years = groups.flatMap(({ schoolYear }) => schoolYear ?? [])
  const count = (year: string) => years.filter((each) => each === year).length
  const [most] = [...new Set(years)].sort((a, b) => count(b) - count(a) || (a < b ? 1 : -1))
  const [first] = groups
  if (first && !most) problems.warn('school-year-unknown', first.place)
  return most ?? null
}
