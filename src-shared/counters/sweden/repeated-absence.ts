import type { Day } from '#shared/platform/day.ts'
import {
  type Counter,
  type CounterFacts,
  type CounterLine,
  dayOfReaching,
  lineOf,
  sumOf,
} from '../counter.ts'
import { weekIn } from '../week-in.ts'

const kind = 'se-repeated'

/**
 * Repeated absence, valid or not (skollagen 7:19a): the principal has it investigated. The law names
 * no number, so the limit is the school's own: days with absence within so many lesson weeks, the week
 * of today the last. An investigation that was begun closes what was before it.
 */
export function repeatedAbsence(facts: CounterFacts): Counter {
  const { calendar, figureOf, today } = facts
  const oldest = weekIn(calendar, today) - figureOf('se.repeated-weeks')
  const closed = facts.sent
    .filter((report) => report.kind === kind)
    .map(({ until }) => until)
    .sort()
    .at(-1)
  const lines = oncePerDay(
    facts.entries
      .filter(({ day }) => (!closed || day > closed) && weekIn(calendar, day) > oldest)
      .map((entry) => lineOf(facts, kind, entry, { why: 'absence', amount: 1 })),
  )
  const total = sumOf(lines)
  const limit = figureOf('se.repeated-days')
  const reachedOn = dayOfReaching(lines, limit)
  return {
    kind,
    state: reachedOn ? 'due' : total > 0 && total >= limit - 1 ? 'near' : 'calm',
    unit: 'days',
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

/** A day counts once, with its first line that counts; the others say that it is the same day. */
function oncePerDay(lines: readonly CounterLine[]): readonly CounterLine[] {
  const seen = new Set<Day>()
  return lines.map((line): CounterLine => {
    if (line.amount === 0) return line
    if (seen.has(line.day)) return { ...line, amount: 0, why: 'same-day' }
    seen.add(line.day)
    return line
  })
}
