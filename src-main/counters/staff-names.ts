import { displayName } from '#shared/pupils/person-name.ts'
import type { ReadDb } from '../platform/database.ts'
import { staff } from '../staff/staff-table.ts'

/** The names of who works here, by id; empty for somebody unknown. */
export function staffNames(db: ReadDb): (id: string) => string {
  const people = db.select().from(staff).all()
  const names = new Map(people.map((person) => [String(person.id), displayName(person)]))
  return (id) => names.get(id) ?? ''
}
