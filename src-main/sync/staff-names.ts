import { displayName } from '#shared/pupils/person-name.ts'
import type { ReadDb } from '../platform/database.ts'
import { staff } from '../staff/staff-table.ts'

/** The names of who works here by id; null for somebody unknown. */
export function staffNames(db: ReadDb) {
  const people = new Map(
    db
      .select()
      .from(staff)
      .all()
      .map((person) => [String(person.id), displayName(person)]),
  )
  return (id: string | null) => (id === null ? null : (people.get(id) ?? null))
}
