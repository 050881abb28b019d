import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { monthsBetween, weekNumber, weeksOfMonth } from '#shared/calendar/month-grid.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import { isSchoolDay } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { dayNumber, dayOfNumber } from '#shared/school-days/day-number.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import type { Entry } from '../calendar-reads.ts'
import { useDayKeys } from './use-day-keys.ts'
import { useEntryWords } from './use-entry-words.ts'
import classes from './views.module.css'

type YearViewProps = {
  readonly entries: readonly Entry[]
  readonly calendar: SchoolCalendar
  readonly year: SchoolYear
  readonly showMonth: (month: Day) => void
}

/** Twelve months at a glance; a day opens its month. */
export function YearView({ entries, calendar, year, showMonth }: YearViewProps) {
  const say = useSay(calendarMessages)
  const byDay = entriesByDay(entries)
  const { startsOn, endsOn } = year
  const keys = useDayKeys(
    startsOn,
    (day) => startsOn.slice(0, 7) <= day && day.slice(0, 7) <= endsOn.slice(0, 7),
  )
  return (
    <div className={classes.months} {...keys.table}>
      {monthsBetween(year.startsOn, year.endsOn).map((month) => (
        <MonthTable
          key={month}
          {...{ month, calendar, byDay, showMonth }}
          keys={(day) => ({ ...keys.day(day), tabIndex: day === keys.at ? 0 : -1 })}
        />
      ))}
      <p className={classes.legend}>{say('legend')}</p>
    </div>
  )
}

function entriesByDay(entries: readonly Entry[]): ReadonlyMap<Day, readonly Entry[]> {
  const byDay = new Map<Day, Entry[]>()
  for (const entry of entries) {
    const last = dayNumber(entry.endsOn)
    for (let number = dayNumber(entry.startsOn); number <= last; number += 1) {
      const day = dayOfNumber(number)
      const others = byDay.get(day)
      if (others) others.push(entry)
      else byDay.set(day, [entry])
    }
  }
  return byDay
}

type MonthTableProps = {
  readonly month: Day
  readonly calendar: SchoolCalendar
  readonly byDay: ReadonlyMap<Day, readonly Entry[]>
  readonly showMonth: (month: Day) => void
  readonly keys: (day: Day) => object
}

function MonthTable({ month, calendar, byDay, showMonth, keys }: MonthTableProps) {
  const say = useSay(calendarMessages)
  const { partialDay, weekday, today, longDay } = useFormats()
  const { title } = useEntryWords()
  const weeks = weeksOfMonth(month)
  return (
    <table className={classes.small}>
      <caption>{partialDay(month.slice(0, 7))}</caption>
      <thead>
        <tr>
          <th scope="col">{say('week-short')}</th>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekday(day).slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            <th scope="row">{weekNumber(week[0] ?? month)}</th>
            {week.map((day) => {
              if (day.slice(0, 7) !== month.slice(0, 7)) return <td key={day} />
              const on = byDay.get(day) ?? []
              const isOff = !isSchoolDay(calendar, day)
              const said = [longDay(day), isOff && say('no-school'), ...on.map(title)]
              return (
                <td key={day}>
                  <button
                    type="button"
                    aria-label={said.filter(Boolean).join(', ')}
                    title={on.map(title).join('\n') || undefined}
                    data-off={isOff || undefined}
                    data-has={on.some(({ of }) => of === 'event') || undefined}
                    aria-current={day === today() ? 'date' : undefined}
                    onClick={() => showMonth(day)}
                    {...keys(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
