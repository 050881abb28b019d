import type { Timestamp } from './timestamp.ts'

/** What a write meets: the stamp of the value that is there, or null when nothing is. */
type Meeting = {
  readonly stamp: Timestamp | string
  /** Stamp of the value that the writer saw. */
  readonly base: Timestamp | string | null
  readonly present: Timestamp | string | null
}

/**
 * Who wins one field (sync.md 3.1): a writer who saw what is there has built upon it, whatever the
 * clocks say; of two who did not see each other the later stamp wins.
 */
export function decide({ stamp, base, present }: Meeting): {
  readonly wins: boolean
  /** Neither saw the other: the loser is shown to the office. */
  readonly isConcurrent: boolean
} {
  if (present === null) return { wins: true, isConcurrent: false }
  if (stamp === present) return { wins: false, isConcurrent: false }
  if (base === present) return { wins: true, isConcurrent: false }
  return { wins: stamp > present, isConcurrent: true }
}
