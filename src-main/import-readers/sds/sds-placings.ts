import type { Problems } from '../problems.ts'
import { isAssistantRole, kindOfRole, type SdsKind } from './sds-roles.ts'
import type { SdsRow, SdsTables } from './sds-tables.ts'

/** Sections by person, of pupils and of those who teach them. */
export type Placings = {
  readonly ofPupil: ReadonlyMap<string, readonly string[]>
  readonly ofStaff: ReadonlyMap<string, ReadonlyMap<string, 'teacher' | 'assistant'>>
}

type People = ReadonlyMap<string, { readonly kinds: ReadonlySet<SdsKind> }>

/** Who is in which section; a place that leads to nobody, or contradicts who it is, is left out. */
export function readPlacings(
  tables: SdsTables,
  people: { readonly pupils: People; readonly staff: People },
  ended: ReadonlySet<string>,
  problems: Problems,
): Placings {
  const ofPupil = new Map<string, Set<string>>()
  const ofStaff = new Map<string, Map<string, 'teacher' | 'assistant'>>()
  const isFirst = tables.version === '1'
  for (const row of tables.rows('placings'))
    place(row, isFirst ? 'student' : row.value('role').text)
  for (const row of tables.rows('teaching')) place(row, 'teacher')
  return {
    ofPupil: new Map([...ofPupil].map(([person, sections]) => [person, [...sections]])),
    ofStaff,
  }

  function place(row: SdsRow, role: string) {
    const kind = kindOfRole(role)
    const [person, section] = [row.value('person').text, row.value('section').text]
    const missing = person === '' ? 'person' : section === '' ? 'section' : null
    if (missing) return problems.leaveOut('value-missing', row.value(missing))
    if (ended.has(section)) return
    if (kind !== 'pupil' && kind !== 'staff') {
      return problems.leaveOut('role-skipped', { ...row.value('role'), value: role })
    }
    const own = (kind === 'pupil' ? people.pupils : people.staff).get(person)
    if (!own?.kinds.has(kind)) {
      const isKnown = people.pupils.has(person) || people.staff.has(person)
      const code = isKnown ? 'link-ignored' : 'key-dangling'
      return problems.leaveOut(code, { ...row.value('person'), value: person })
    }
    if (kind === 'pupil') ofPupil.set(person, (ofPupil.get(person) ?? new Set()).add(section))
    else {
      const task = isAssistantRole(role) ? 'assistant' : 'teacher'
      ofStaff.set(person, (ofStaff.get(person) ?? new Map()).set(section, task))
    }
  }
}
