import { keyFor } from '../export-keys.ts'
import type { ExportedRecord, ExportedSchool } from '../exported-school.ts'

/** What every file of a package needs to know of the school. */
export type RosterPart = {
  readonly exported: ExportedSchool
  readonly org: string
  /** Of the running year and its one term; null for a school without a year. */
  readonly year: string | null
  readonly term: string | null
  /** The key under which a pupil, guardian, group or member of staff is known in this package. */
  readonly keyOf: (record: ExportedRecord) => string
  /** The same, by our own id. */
  readonly keyOfId: (id: string) => string
}

export function rosterPart(exported: ExportedSchool): RosterPart {
  const { year, school, pupils, guardians, staff, groups } = exported
  const keys = new Map(
    [...pupils, ...guardians, ...staff, ...groups].map((each) => [each.id, keyOf(each)]),
  )
  return {
    exported,
    org: school.id,
    year: year?.id ?? null,
    term: year ? `${year.id}-term` : null,
    keyOf,
    keyOfId: (id) => keys.get(id) ?? id,
  }
}

/** No list of keys falls apart by it, and no spreadsheet takes it for a formula. */
const plain = /^[\p{L}\p{N}_{(/:.#~][^,"\s]*$/u

/** The key that another system gave, unless a CSV file cannot hold it as it is. */
function keyOf(record: ExportedRecord): string {
  const key = keyFor(record, 'oneroster')
  return plain.test(key) && key.length <= 255 ? key : record.id
}

/** What stands where the standard demands a name and there is none; our reader leaves it out. */
export const noName = '.'
