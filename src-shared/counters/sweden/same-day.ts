import type { Day } from '#shared/platform/day.ts'
import { dayNumber } from '#shared/school-days/day-number.ts'
import {
  type Counter,
  type CounterFacts,
  type CounterLine,
  isWithin,
  lineOf,
  sumOf,
} from '../counter.ts'

const kind = 'se-same-day'

/**
 * Absence without a valid reason of which the guardians must hear the same day (skollagen 7:17); what
 * nobody explained yet is without a valid reason. A day is told when somebody reached a guardian on
 * it. Later is told late: that day stays in the sum with a line that adds nothing. `total` is the
 * number of days on which nobody was told yet.
 */
export function sameDay(facts: CounterFacts): Counter {
  const { toldOn, year } = facts
  const seen = new Set<Day>()
  const lines = facts.entries.flatMap((entry): CounterLine[] => {
    const { day } = entry
    // Who comes late did not stay away.
    if (entry.kind === 'late') return []
    if (entry.isAuthorised === true || !isWithin(day, year) || toldOn.has(day)) return []
    const isTold = isToldAfter(day, toldOn)
    const why = isTold ? 'guardians-told-late' : seen.has(day) ? 'same-day' : 'guardians-not-told'
    const line = lineOf(facts, kind, entry, { why, amount: why === 'guardians-not-told' ? 1 : 0 })
    if (line.amount > 0) seen.add(day)
    return [line]
  })
  const open = lines.filter(({ amount }) => amount > 0)
  const first = open[0]?.day ?? null
  return {
    kind,
    state: first ? 'due' : 'calm',
    unit: 'days',
    total: sumOf(lines),
    limit: 0,
    from: first,
    until: open.at(-1)?.day ?? null,
    reachedOn: first,
    deadline: first,
    left: null,
    lines,
  }
}

/** A contact within a week is about that day; a later one is about something else. */
function isToldAfter(day: Day, toldOn: ReadonlySet<Day>): boolean {
  const at = dayNumber(day)
  for (const told of toldOn) {
    const later = dayNumber(told) - at
    if (later > 0 && later <= 7) return true
  }
  return false
}
