import type { Connection } from '../../platform/connection.ts'
import type { UnsentOperation } from './unsent-journal.ts'

/**
 * Puts unsent work of a damaged file into the outbox of the new one, before anything is loaded: the
 * first round then sends it, and what comes shows it. What the portal heard after all it knows by its
 * id. Answers how much there was.
 */
export function takeBackUnsent(
  sqlite: Connection,
  schoolId: string,
  operations: readonly UnsentOperation[],
): number {
  const own = operations.filter((each) => each.schoolId === schoolId)
  const add = sqlite.prepare(
    `INSERT OR IGNORE INTO outbox (opId, kind, tbl, rowId, field, value, hlc, base, cmd, args, staffId, tx, wall)
     VALUES (:opId, :kind, :tbl, :rowId, :field, :value, :hlc, :base, :cmd, :args, :staffId, :tx, :wall)`,
  )
  const last = lastOfEach(own)
  sqlite.transaction(() => {
    // Below zero: transactions of the new file count from one, and none of these is one of them.
    for (const { schoolId: _, tx, ...operation } of last) add.run({ ...operation, tx: -tx })
  })()
  return last.length
}

/** Of several values of one field the last alone: it stands in the place of the others. */
function lastOfEach(operations: readonly UnsentOperation[]) {
  const byPlace = new Map<string, UnsentOperation>()
  for (const each of operations) {
    const { opId, tbl, rowId, field } = each
    const place = field === null ? opId : `${tbl} ${rowId} ${field}`
    byPlace.delete(place)
    byPlace.set(place, each)
  }
  return [...byPlace.values()]
}
