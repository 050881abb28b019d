import type { DayPart, EvidenceKind, SpellKind } from '#shared/absences/absence-mark.ts'
import type { Day } from '#shared/platform/day.ts'

/** One stretch of absence in one half day, as the counters read it: a spell of a mark. */
export type AbsenceEntry = {
  readonly day: Day
  readonly part: DayPart
  /** `absent` is the whole part; the others are minutes of it. */
  readonly kind: SpellKind
  /** Lesson minutes that were missed, by the group's own hours; 0 when there were no lessons. */
  readonly minutes: number
  /** The country's code of the reason; null while nobody said why. */
  readonly code: string | null
  /** Null while nobody could tell. */
  readonly isAuthorised: boolean | null
  /** On holiday outside the school's holidays (luxe verzuim). */
  readonly isHoliday: boolean
  readonly evidence: EvidenceKind | null
}

/** By day, the morning before the afternoon; what is in order already is answered as it is. */
export function inOrder(entries: readonly AbsenceEntry[]): readonly AbsenceEntry[] {
  const isUnsorted = entries.some((entry, at) => {
    const before = entries[at - 1]
    return before !== undefined && compareEntries(before, entry) > 0
  })
  return isUnsorted ? entries.toSorted(compareEntries) : entries
}

function compareEntries(a: AbsenceEntry, b: AbsenceEntry): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  if (a.part !== b.part) return a.part === 'morning' ? -1 : 1
  return 0
}
