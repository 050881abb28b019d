import type { SourceGroup, SourceStaff } from '#shared/imports/import-source.ts'
import { foldText } from '#shared/platform/fold-text.ts'
import { readLine } from '../read-values.ts'
import { sortYearGrades } from '../year-grades.ts'
import type { FlatPupil } from './flat-pupils.ts'
import type { RowCells } from './row-cells.ts'
import { readKey } from './row-pupil.ts'
import { splitFullName } from './split-name.ts'
import { placeOf, type TablePart } from './table-part.ts'
import { schoolYearIn, yearGradesIn } from './year-words.ts'

type FlatGroup = Omit<SourceGroup, 'yearGrades' | 'kind'> & {
  /** Years that the name itself tells, `3/4A`. */
  readonly ownGrades: readonly string[]
}

export type FlatGroups = {
  /** The key of the group that a row names; null when it names none. */
  readonly take: (row: RowCells) => string | null
  readonly groups: (pupils: readonly FlatPupil[]) => readonly SourceGroup[]
  readonly staff: () => readonly SourceStaff[]
  /** The one year that a group's name tells; null when it tells none or several. */
  readonly yearGradeOf: (key: string) => string | null
}

/** Groups are known by their key, else by their name and school year. */
export function createFlatGroups(part: TablePart): FlatGroups {
  const byKey = new Map<string, FlatGroup>()
  const staff = createStaff(part)

  function take(row: RowCells): string | null {
    const name = readLine(row.value('group.name'), part.problems)
    const own = readKey(row, 'group.key', part)
    if (name === null && own === null) return null
    const schoolYear = readYear(row, part)
    const key = own ?? foldText([name, schoolYear].filter(Boolean).join(' '))
    if (name === null && !byKey.has(key)) {
      part.problems.warn('group-unnamed', { ...placeOf(row), value: own })
    }
    const group = byKey.get(key) ?? {
      place: placeOf(row),
      key,
      keys: own === null ? [] : [{ source: 'csv', value: own }],
      onlyIfKnown: false,
      name: name ?? key,
      schoolYear,
      ownGrades: yearGradesIn(name ?? '', part.country),
    }
    byKey.set(key, group)
    staff.take(row, key)
    return key
  }

  return {
    take,
    groups: (pupils) => [...byKey.values()].map((group) => asSource(group, pupils)),
    staff: staff.all,
    yearGradeOf(key) {
      const grades = byKey.get(key)?.ownGrades ?? []
      return grades.length === 1 ? (grades[0] ?? null) : null
    },
  }
}

function readYear(row: RowCells, { problems }: TablePart): string | null {
  const value = row.value('school.year')
  if (value.text.trim() === '') return null
  const year = schoolYearIn(value.text)
  if (year === null) problems.warnOnce('school-year-unknown', { ...value, value: value.text })
  return year
}

/** A group that is nobody's first one is a set: lessons beside the class. */
function asSource({ ownGrades, ...group }: FlatGroup, pupils: readonly FlatPupil[]): SourceGroup {
  const members = pupils.filter(({ groupKeys }) => groupKeys.has(group.key))
  const isFirst = members.some(({ groupKeys }) => [...groupKeys][0] === group.key)
  const grades = members.flatMap(({ yearGrades }) => [...yearGrades])
  return {
    ...group,
    kind: isFirst || members.length === 0 ? 'class' : 'set',
    yearGrades: sortYearGrades(ownGrades.length > 0 ? ownGrades : isFirst ? grades : []),
  }
}

/** Teachers of a table become staff when the cell holds clear names: first and last, of people. */
function createStaff(part: TablePart) {
  const byName = new Map<string, SourceStaff>()

  function take(row: RowCells, groupKey: string) {
    const value = row.value('group.teacher')
    for (const text of value.text.split(/\s*[;/&+\n]\s*|\s+(?:en|och|and)\s+/)) {
      const name = text.trim() === '' ? null : splitFullName(text.trim(), false)
      const isClear = name && /\p{L}{2}/u.test(name.firstName) && !calledSo.test(name.firstName)
      if (text.trim() && !isClear) {
        part.problems.warnOnce('person-unclear', { ...value, value: text.trim() })
      }
      if (!name || !isClear) continue
      const key = foldText([name.firstName, name.prefix, name.lastName].filter(Boolean).join(' '))
      const known = byName.get(key) ?? newStaff(row, key, name)
      const isTied = known.groups.some((each) => each.groupKey === groupKey)
      const groups = isTied
        ? known.groups
        : [...known.groups, { groupKey, task: 'teacher' } as const]
      byName.set(key, { ...known, groups })
    }
  }

  return { take, all: () => [...byName.values()] }
}

/** Words by which a class calls its teacher. */
const calledSo =
  /^(juf|juffrouw|meester|mr|mevr|mevrouw|meneer|dhr|fr[oö]ken|magister|miss|mrs|ms|sir|lokaal|groep|klas)\b/i

const newStaff = (
  row: RowCells,
  key: string,
  name: Pick<SourceStaff, 'firstName' | 'prefix' | 'lastName'>,
): SourceStaff => ({
  place: placeOf(row),
  key,
  // The name is all that a table has of a teacher, and the same file must know them again.
  keys: [{ source: 'csv', value: `name:${key}` }],
  onlyIfKnown: false,
  ...name,
  userName: null,
  email: null,
  groups: [],
})
