import type { Day } from '#shared/platform/day.ts'
import {
  type Counter,
  type CounterFacts,
  type CounterLine,
  dayOfReaching,
  isReported,
  isWithin,
  lineOf,
  sumOf,
} from '../counter.ts'

const kind = 'be-problematic'

/** How many half days before the limit somebody should look. */
const inSight = 2

/**
 * Half days with code B in one school year, spread or not: from the fifth on the CLB must be involved
 * and a file is kept. A half day counts once, however many marks it has.
 */
export function problematicAbsence(facts: CounterFacts): Counter {
  const { figureOf, year } = facts
  const lines = oncePerHalfDay(
    facts.entries
      .filter(({ code, day }) => code === 'B' && isWithin(day, year) && facts.isCompulsoryOn(day))
      .map((entry) => lineOf(facts, kind, entry, { why: 'problematic', amount: 1 })),
  )
  const limit = figureOf('be.problematic-half-days')
  const total = sumOf(lines)
  const reachedOn = dayOfReaching(lines, limit)
  const isDone = isReported(kind, year, facts.sent)
  return {
    kind,
    state: reachedOn ? (isDone ? 'done' : 'due') : total >= limit - inSight ? 'near' : 'calm',
    unit: 'half-days',
    total,
    limit,
    from: lines[0]?.day ?? null,
    until: lines.at(-1)?.day ?? null,
    reachedOn,
    deadline: null,
    left: null,
    lines,
  }
}

/** Of several marks of one half day only the first that counts adds to the sum. */
export function oncePerHalfDay(lines: readonly CounterLine[]): readonly CounterLine[] {
  const seen = new Set<`${Day} ${string}`>()
  return lines.filter(({ day, part, amount }) => {
    if (amount === 0) return true
    const key = `${day} ${part}` as const
    return !seen.has(key) && seen.add(key)
  })
}
