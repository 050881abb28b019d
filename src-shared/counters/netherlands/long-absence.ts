import type { Day } from '#shared/platform/day.ts'
import { workingDayAfter } from '#shared/school-days/calendar/calendar-questions.ts'
import { weekdayOf } from '#shared/school-days/day-number.ts'
import { type Counter, type CounterFacts, isReported, lineOf, sumOf } from '../counter.ts'
import { weekIn } from '../week-in.ts'
import { unbrokenRuns } from './runs.ts'

const kind = 'nl-long-absence'

/**
 * Langdurig relatief verzuim: longer than four weeks without authorisation and without a lesson
 * attended. Weeks of holiday are not counted, so that a Friday and a Monday around the summer are no
 * long absence: it is reached on the first lesson day that is more than four lesson weeks, counted
 * from weekday to weekday, after the first.
 */
export function longAbsence(facts: CounterFacts): readonly Counter[] {
  const { calendar, figureOf, publicHolidays, sent } = facts
  const lines = facts.entries
    .filter(
      (entry) =>
        entry.isAuthorised === false && entry.kind === 'absent' && facts.isCompulsoryOn(entry.day),
    )
    .map((entry) => lineOf(facts, kind, entry, { why: 'unauthorised', amount: entry.minutes }))
    .filter(({ amount }) => amount > 0)
  const longest = figureOf('nl.long-weeks') * 7
  const place = (day: Day) => weekIn(calendar, day) * 7 + weekdayOf(day)
  return unbrokenRuns(lines, calendar).flatMap((run): Counter[] => {
    const from = run[0]?.day
    const until = run.at(-1)?.day
    const reachedOn = from && run.find(({ day }) => place(day) - place(from) >= longest)?.day
    if (!from || !until || !reachedOn) return []
    return [
      {
        kind,
        state: isReported(kind, { from, until }, sent) ? 'done' : 'due',
        unit: 'minutes',
        total: sumOf(run),
        limit: 0,
        from,
        until,
        reachedOn,
        deadline: workingDayAfter(reachedOn, figureOf('nl.deadline-days'), publicHolidays),
        left: null,
        lines: run,
      },
    ]
  })
}
