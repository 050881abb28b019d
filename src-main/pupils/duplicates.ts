import { possibleDuplicates } from '#shared/pupils/possible-duplicates.ts'
import type { Duplicate } from '#shared/pupils/pupils-contract.ts'
import type { Context } from '../platform/database.ts'
import { rowOf } from './pupil-list.ts'
import type { PupilRecords } from './pupil-records.ts'

/** Records that may be one child, each pair as two lines of the list. */
export function findDuplicates(records: PupilRecords, caller: Context): Duplicate[] {
  const named = new Map(records.pupils.map((each) => [each.pupil.id, each]))
  return possibleDuplicates(records.pupils.map(({ pupil }) => pupil)).flatMap(
    ({ pair, because }) => {
      const [a, b] = pair.map(({ id }) => named.get(id))
      if (!a || !b) return []
      return { pupils: [rowOf(a, records, caller), rowOf(b, records, caller)], because }
    },
  )
}
