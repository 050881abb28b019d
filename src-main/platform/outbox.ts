import { isDecidedOnce } from '#shared/sync/decided-once.ts'
import type { Connection } from './connection.ts'

export type Operation = {
  readonly tbl: string
  readonly rowId: string
  /** Null for a whole row: `value` is then its fields as JSON, or null when it was removed. */
  readonly field: string | null
  readonly value: string | null
  readonly hlc: string
  /** Stamp of the value that the user saw, null for a new row. */
  readonly base: string | null
  readonly staffId: string
  readonly tx: number
  readonly at: string
}

/** A wish that the portal carries out once. */
export type Wish = {
  readonly command: string
  readonly args: Readonly<Record<string, unknown>>
  readonly hlc: string
  readonly staffId: string
  readonly tx: number
  readonly at: string
}

/**
 * What the portal has yet to hear, in the form in which it will be sent (sync.md 3.3). Operations
 * on one field that are not in a sealed batch yet become one: the last value, the first base.
 */
export function createOutbox(sqlite: Connection, newId: () => string) {
  const insert = sqlite.prepare(
    `INSERT INTO outbox (opId, kind, tbl, rowId, field, value, hlc, base, staffId, tx, wall)
     VALUES (?, 's', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const wish = sqlite.prepare(
    `INSERT INTO outbox (opId, kind, cmd, args, hlc, staffId, tx, wall) VALUES (?, 'c', ?, ?, ?, ?, ?, ?)`,
  )
  const coalesce = sqlite.prepare(
    `UPDATE outbox SET opId = ?, value = ?, hlc = ?, staffId = ?, tx = ?, wall = ?
     WHERE n = (
       SELECT max(n) FROM outbox WHERE rowId = ? AND tbl = ? AND field = ? AND batch IS NULL)`,
  )
  /** The transaction that decides something, which stands or falls as a whole. */
  let deciding: number | null = null

  return {
    add({ tbl, rowId, field, value, hlc, base, staffId, tx, at }: Operation) {
      const wall = Date.parse(at)
      if (field !== null && isDecidedOnce(tbl, field)) deciding = tx
      // What was written before a decision stays, whatever becomes of the decision.
      if (field !== null && deciding !== tx) {
        // Another operation than before: a copy of this file may have sent that one.
        const { changes } = coalesce.run(newId(), value, hlc, staffId, tx, wall, rowId, tbl, field)
        if (changes > 0) return
      }
      insert.run(newId(), tbl, rowId, field, value, hlc, base, staffId, tx, wall)
    },

    ask({ command, args, hlc, staffId, tx, at }: Wish) {
      wish.run(newId(), command, JSON.stringify(args), hlc, staffId, tx, Date.parse(at))
    },
  }
}
