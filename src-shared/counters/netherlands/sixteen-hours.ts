import type { Day } from '#shared/platform/day.ts'
import { workingDayAfter } from '#shared/school-days/calendar/calendar-questions.ts'
import {
  type Counter,
  type CounterFacts,
  type CounterLine,
  isReported,
  lineOf,
  sumOf,
} from '../counter.ts'
import { weekIn } from '../week-in.ts'

const fixed = { kind: 'nl-sixteen-hours', unit: 'minutes', left: null } as const

/**
 * Sixteen hours of unauthorised absence within four consecutive lesson weeks (DUO: "minimaal 16
 * uur", the strictest of its wordings). A lesson week runs from Monday to Sunday and has at least one
 * lesson day; weeks of holiday are not counted. Each time the sum reaches the limit, a report is due
 * and the count begins anew after the day on which it was reached; after a report that was sent, it
 * begins anew after the last day of that report.
 *
 * Answers every time it was reached, oldest first, and behind them the sum that runs now.
 */
export function sixteenHours(facts: CounterFacts): readonly Counter[] {
  const found: Counter[] = []
  const lines = countedLines(facts)
  if (lines.length === 0) return [running(lines, facts)]
  const weeks = lines.map(({ day }) => weekIn(facts.calendar, day))
  const length = facts.figureOf('nl.window-weeks')
  const limit = facts.figureOf('nl.report-minutes')
  const closings = closingDays(facts)
  // The sum is that of the lines from `first`; those before are too old or in a report.
  let first = 0
  let sum = 0
  function leaveBehind(at: number, week: number, closed: Day | undefined) {
    for (; first < at; first += 1) {
      const oldest = lines[first]
      const isInside = (weeks[first] ?? 0) > week - length
      if (!oldest || (isInside && (!closed || oldest.day > closed))) return
      sum -= oldest.amount
    }
  }
  for (const [at, line] of lines.entries()) {
    const closed = closings.findLast((day) => day < line.day)
    leaveBehind(at, weeks[at] ?? 0, closed)
    sum += line.amount
    // A report ends with a whole day: what else was missed on it belongs to it.
    if (lines[at + 1]?.day === line.day || sum < limit) continue
    found.push(reached(lines.slice(first, at + 1), line.day, facts))
    first = at + 1
    sum = 0
  }
  leaveBehind(lines.length, weekIn(facts.calendar, facts.today), closings.at(-1))
  return [...found, running(lines.slice(first), facts)]
}

function countedLines(facts: CounterFacts): readonly CounterLine[] {
  const lines: CounterLine[] = []
  for (const entry of facts.entries) {
    if (entry.isAuthorised !== false || !facts.isCompulsoryOn(entry.day)) continue
    const { minutes } = entry
    lines.push(lineOf(facts, fixed.kind, entry, { why: 'unauthorised', amount: minutes }))
  }
  return lines
}

/** The last days of the reports that were sent, oldest first. */
const closingDays = ({ sent }: CounterFacts): readonly Day[] =>
  sent
    .filter(({ kind }) => kind === fixed.kind)
    .map(({ until }) => until)
    .sort()

const firstCounted = (lines: readonly CounterLine[]) => lines.find(({ amount }) => amount > 0)?.day

function reached(lines: readonly CounterLine[], day: Day, facts: CounterFacts): Counter {
  const { figureOf, publicHolidays, sent } = facts
  const from = firstCounted(lines) ?? day
  return {
    ...fixed,
    state: isReported(fixed.kind, { from, until: day }, sent) ? 'done' : 'due',
    total: sumOf(lines),
    limit: figureOf('nl.report-minutes'),
    from,
    until: day,
    reachedOn: day,
    deadline: workingDayAfter(day, figureOf('nl.deadline-days'), publicHolidays),
    lines,
  }
}

function running(lines: readonly CounterLine[], { figureOf }: CounterFacts): Counter {
  const total = sumOf(lines)
  return {
    ...fixed,
    state: total >= figureOf('nl.warn-minutes') ? 'near' : 'calm',
    total,
    limit: figureOf('nl.report-minutes'),
    from: firstCounted(lines) ?? null,
    until: lines.at(-1)?.day ?? null,
    reachedOn: null,
    deadline: null,
    lines,
  }
}
