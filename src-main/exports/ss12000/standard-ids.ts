import { keyFor } from '../export-keys.ts'
import type { ExportedSchool } from '../exported-school.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * The id under which each record goes: the one it had in an SS 12000 file, so that its own system
 * knows it again, else ours. The standard takes UUIDs alone.
 */
export function standardIds({ pupils, guardians, groups, staff }: ExportedSchool) {
  const ids = new Map(
    [...pupils, ...guardians, ...groups, ...staff].map((record) => {
      const key = keyFor(record, 'ss12000')
      return [record.id, uuid.test(key) ? key.toLowerCase() : record.id]
    }),
  )
  return (id: string) => ids.get(id) ?? id
}
export type StandardId = ReturnType<typeof standardIds>
