import { workingDayAfter } from '#shared/school-days/calendar/calendar-questions.ts'
import type { AbsenceEntry } from '../absence-entry.ts'
import {
  type Counter,
  type CounterFacts,
  type CounterLine,
  isReported,
  isWithin,
  lineOf,
  sumOf,
} from '../counter.ts'
import { unbrokenRuns } from './runs.ts'

const kind = 'nl-luxury-absence'

/**
 * Luxe verzuim: on holiday outside the school's holidays without leave, or away on a day for which
 * leave was refused. The law names no number of hours, so that the first half day is enough.
 */
export function luxuryAbsence(facts: CounterFacts): readonly Counter[] {
  const { calendar, figureOf, publicHolidays, sent } = facts
  const lines = facts.entries.flatMap((entry) => luxuryLine(entry, facts))
  if (lines.length === 0) return []
  return unbrokenRuns(lines, calendar).flatMap((run): Counter[] => {
    const counted = run.filter(({ amount }) => amount > 0)
    const from = counted[0]?.day
    const until = counted.at(-1)?.day
    if (!from || !until) return []
    return [
      {
        kind,
        state: isReported(kind, { from, until }, sent) ? 'done' : 'due',
        unit: 'minutes',
        total: sumOf(run),
        limit: 0,
        from,
        until,
        reachedOn: from,
        deadline: workingDayAfter(from, figureOf('nl.deadline-days'), publicHolidays),
        left: null,
        lines: run,
      },
    ]
  })
}

function luxuryLine(entry: AbsenceEntry, facts: CounterFacts): CounterLine[] {
  const { day, isAuthorised, isHoliday, minutes } = entry
  if (isAuthorised === true || entry.kind !== 'absent') return []
  const isRefused = facts.refused.some((days) => isWithin(day, days))
  // What nobody judged yet counts only where leave for that very day was refused.
  if (!isRefused && !(isHoliday && isAuthorised === false)) return []
  if (!facts.isCompulsoryOn(day)) return []
  const why = isRefused ? 'leave-refused' : 'holiday-without-leave'
  return [lineOf(facts, kind, entry, { why, amount: minutes })]
}
