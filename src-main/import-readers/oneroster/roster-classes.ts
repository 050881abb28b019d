import type { SourceGroup, SourceMembership, SourceStaff } from '#shared/imports/import-source.ts'
import type { Problems } from '../problems.ts'
import { cleanText, readDay } from '../read-values.ts'
import type { RosterTables } from './roster-tables.ts'
import { gradesOf, type RosterYears } from './roster-years.ts'

/** A `homeroom` is the class a pupil belongs to; a `scheduled` class gathers pupils for lessons. */
export function readClasses(
  tables: RosterTables,
  years: RosterYears,
  problems: Problems,
): SourceGroup[] {
  return tables.rows('classes').flatMap((row) => {
    const { id, file, line, cell } = row
    const where = { file, line }
    if (row.isEnded) {
      problems.leaveOut('ended-skipped', {
        ...where,
        kind: 'groups',
        field: 'title',
        value: cell('title'),
      })
      return []
    }
    const name = cleanText(cell('title'))?.slice(0, 200)
    if (!name) problems.warn('group-unnamed', { ...where, field: 'title', value: id })
    const type = cell('classType')
    const isHome = type.toLowerCase() === 'homeroom'
    if (type !== 'homeroom' && type !== 'scheduled') {
      problems.warnOnce('value-invalid', { ...where, field: 'classType', value: type })
    }
    return [
      {
        place: where,
        key: id,
        keys: [{ source: 'oneroster', value: id }],
        onlyIfKnown: false,
        name: name ?? id,
        kind: isHome ? 'class' : 'set',
        yearGrades: [...new Set(gradesOf(cell('grades')))].slice(0, 12),
        schoolYear: years.ofClass(row),
      },
    ]
  })
}

export type Placing = {
  readonly place: { readonly file: string; readonly line: number }
  readonly user: string
  readonly role: 'student' | 'teacher' | 'assistant'
  readonly membership: SourceMembership
}

const placingRoles: Readonly<Record<string, Placing['role']>> = {
  student: 'student',
  teacher: 'teacher',
  aide: 'assistant',
}

/** Who is in which class as what; enrolments in a class that ends go with it. */
export function readPlacings(tables: RosterTables, problems: Problems): Placing[] {
  const endedClasses = new Set(
    tables.rows('classes').flatMap(({ id, isEnded }) => (isEnded ? [id] : [])),
  )
  return tables.rows('enrollments').flatMap(({ file, line, cell, isEnded }) => {
    const where = { file, line }
    const said = cell('role')
    const role = Object.hasOwn(placingRoles, said.toLowerCase())
      ? placingRoles[said.toLowerCase()]
      : null
    const groupKey = cell('classSourcedId')
    if (endedClasses.has(groupKey)) return []
    if (!role) {
      problems.leaveOut(said === '' ? 'value-missing' : 'role-skipped', {
        ...where,
        field: 'role',
        value: said,
      })
      return []
    }
    if (said !== said.toLowerCase())
      problems.warnOnce('value-invalid', { ...where, field: 'role', value: said })
    if (isEnded && !tables.isDeltaOf('enrollments')) {
      problems.leaveOut('ended-skipped', { ...where, field: 'sourcedId', value: cell('sourcedId') })
      return []
    }
    const day = (field: string) => readDay({ text: cell(field), file, line, field }, problems)
    const [from, until] = [day('beginDate'), day('endDate')]
    const isBackward = from && until && from > until
    if (isBackward) problems.warn('value-invalid', { ...where, field: 'endDate', value: until })
    const membership = { groupKey, from, until: isBackward ? null : until, isEnded }
    return [{ place: where, user: cell('userSourcedId'), role, membership }]
  })
}

/** Teachers and assistants of classes, for one member of staff. */
export function tasksOf(placings: readonly Placing[], isAssistant: boolean): SourceStaff['groups'] {
  const taskByGroup = new Map<string, 'teacher' | 'assistant'>()
  for (const { membership, role } of placings) {
    if (membership.isEnded) continue
    taskByGroup.set(
      membership.groupKey,
      role === 'assistant' || isAssistant ? 'assistant' : 'teacher',
    )
  }
  return [...taskByGroup].map(([groupKey, task]) => ({ groupKey, task }))
}
