import { addDays } from '#shared/platform/day.ts'
import { halfDaysIn } from '#shared/school-days/calendar/calendar-questions.ts'
import { type Counter, type CounterFacts, lineOf, sumOf } from '../counter.ts'

const kind = 'be-five-year-old'

/** Fewer half days to spare than two school weeks have: somebody should look. */
const spareInSight = 18

/**
 * Half days that a five-year-old was present, of the 290 that a compulsory child needs for the first
 * grade. Absences that the principal accepts count along, so that only code B is taken off. Every half
 * day with lessons counts as present unless a mark says otherwise. `left` is what the rest of the
 * school year can still add.
 */
export function fiveYearOld(facts: CounterFacts): Counter {
  const { calendar, figureOf, firstDay, year } = facts
  const until = facts.today < year.until ? facts.today : year.until
  const been = {
    day: firstDay,
    part: null,
    kind: null,
    code: null,
    amount: halfDaysIn(calendar, firstDay, until),
    why: 'present',
  } as const
  const missed = facts.entries
    .filter((entry) => entry.code === 'B' && entry.kind === 'absent' && entry.day >= firstDay)
    .map((entry) => lineOf(facts, kind, entry, { why: 'not-accepted', amount: -1 }))
  const lines = [been, ...missed]
  const total = sumOf(lines)
  const limit = figureOf('be.five-year-old-half-days')
  const left = halfDaysIn(calendar, addDays(until, 1), year.until)
  return {
    kind,
    state: stateOf({ total, left, limit }),
    unit: 'half-days',
    total,
    limit,
    from: firstDay,
    until,
    reachedOn: total >= limit ? until : null,
    deadline: year.until,
    left,
    lines,
  }
}

/** `due` is out of reach: the class council decides about the first grade. */
function stateOf({ total, left, limit }: Record<'total' | 'left' | 'limit', number>) {
  if (total >= limit) return 'calm'
  const spare = total + left - limit
  return spare < 0 ? 'due' : spare < spareInSight ? 'near' : 'calm'
}
