import { nextTimestamp, Timestamp } from '#shared/sync/timestamp.ts'
import type { Connection } from './connection.ts'

export type Clock = {
  next(): Timestamp
  /** Stores the last stamp; called in the transaction that used it, so that both land or neither. */
  keep(): void
  /** Forgets stamps of a transaction that was rolled back. */
  reset(): void
}

/** The tag of a computer that no portal has numbered yet. */
const unnumbered = '0000'

/** The hybrid logical clock of this file; `now` is the wall clock in milliseconds. */
export function createClock(sqlite: Connection, now: () => number): Clock {
  const read = sqlite.prepare("SELECT v FROM syncState WHERE k = 'hlc'").pluck()
  const readTag = sqlite.prepare("SELECT v FROM syncState WHERE k = 'deviceTag'").pluck()
  const write = sqlite.prepare(
    "INSERT INTO syncState (k, v) VALUES ('hlc', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
  )
  const stored = () => Timestamp.nullable().parse(read.get() ?? null)
  const tag = String(readTag.get() ?? unnumbered)
  let last = stored()

  return {
    next() {
      last = nextTimestamp(last, now(), tag)
      return last
    },
    keep: () => void write.run(last),
    reset() {
      last = stored()
    },
  }
}
