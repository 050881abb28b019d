import { nextTimestamp, Timestamp } from '#shared/sync/timestamp.ts'
import type { Connection } from './connection.ts'

export type Clock = {
  /** An action begins: reads what the portal last said of this computer's number and time. */
  begin(): void
  next(): Timestamp
  /** Stores the last stamp; called in the transaction that used it, so that both land or neither. */
  keep(): void
  /** Forgets stamps of a transaction that was rolled back. */
  reset(): void
}

/** The tag of a computer that no portal has numbered yet. */
const unnumbered = '0000'

/**
 * The hybrid logical clock of this file; `now` is the wall clock in milliseconds, which the portal's
 * own puts right: a computer whose clock is wrong stamps as if it were not.
 */
export function createClock(sqlite: Connection, now: () => number): Clock {
  const read = sqlite.prepare('SELECT v FROM syncState WHERE k = ?').pluck()
  const write = sqlite.prepare(
    "INSERT INTO syncState (k, v) VALUES ('hlc', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
  )
  const stored = () => Timestamp.nullable().parse(read.get('hlc') ?? null)
  let tag = unnumbered
  let offset = 0
  let last = stored()

  return {
    begin() {
      tag = String(read.get('deviceTag') ?? unnumbered)
      offset = Number(read.get('clockOffset') ?? 0)
    },
    next() {
      last = nextTimestamp(last, now() + offset, tag)
      return last
    },
    keep: () => void write.run(last),
    reset() {
      last = stored()
    },
  }
}
