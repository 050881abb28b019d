import { calendarContract } from '#shared/calendar/calendar-contract.ts'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { weekNumber, weeksOfMonth } from '#shared/calendar/month-grid.ts'
import type { Day } from '#shared/platform/day.ts'
import { isSchoolDay } from '#shared/school-days/calendar/calendar-questions.ts'
import type { SchoolCalendar } from '#shared/school-days/calendar/school-calendar.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { useMay } from '../../platform/viewer.tsx'
import type { Opened } from '../calendar-place.tsx'
import type { Entry } from '../calendar-reads.ts'
import { signOf } from './entry-sign.ts'
import { useDayKeys } from './use-day-keys.ts'
import { useEntryWords } from './use-entry-words.ts'
import classes from './views.module.css'

type MonthViewProps = {
  readonly entries: readonly Entry[]
  readonly calendar: SchoolCalendar
  readonly month: Day
  readonly open: (opened: Opened) => void
  readonly showMonth: (month: Day) => void
}

/** A cell for each day with what is on it; Enter on a day makes an appointment there. */
export function MonthView({ entries, calendar, month, open, showMonth }: MonthViewProps) {
  const say = useSay(calendarMessages)
  const { weekday, today, partialDay } = useFormats()
  const weeks = weeksOfMonth(month)
  const mayChange = useMay(calendarContract.methods.save)
  const keys = useDayKeys(month, (day) => {
    if (day.slice(0, 7) !== month.slice(0, 7)) showMonth(day)
    return true
  })
  return (
    <table className={classes.month} aria-label={partialDay(month.slice(0, 7))} {...keys.table}>
      <thead>
        <tr>
          <th scope="col" className={classes.week}>
            {say('week-short')}
          </th>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekday(day).split(' ')[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            <th scope="row" className={classes.week}>
              {weekNumber(week[0] ?? month)}
            </th>
            {week.map((day) => (
              <td
                key={day}
                data-off={!isSchoolDay(calendar, day) || undefined}
                data-other={day.slice(0, 7) !== month.slice(0, 7) || undefined}
              >
                <DayHead
                  day={day}
                  isToday={day === today()}
                  isOff={!isSchoolDay(calendar, day)}
                  keys={keys.day(day)}
                  {...(mayChange ? { onNew: () => open({ of: 'new', on: day }) } : {})}
                />
                <ul>
                  {entries.filter(isOn(day)).map((entry) => (
                    <li key={entry.id}>
                      <EntryButton entry={entry} onOpen={() => open(entry)} />
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isOn =
  (day: Day) =>
  ({ startsOn, endsOn }: Entry) =>
    startsOn <= day && day <= endsOn

type DayHeadProps = {
  readonly day: Day
  readonly isToday: boolean
  readonly isOff: boolean
  readonly keys: object
  readonly onNew?: () => void
}

function DayHead({ day, isToday, isOff, keys, onNew }: DayHeadProps) {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const { longDay } = useFormats()
  const date = longDay(day)
  const name = [onNew ? sayScreen('day-new', { day: date }) : date, isOff && say('no-school')]
  return (
    <button
      type="button"
      className={classes.date}
      aria-label={name.filter(Boolean).join(', ')}
      aria-current={isToday ? 'date' : undefined}
      onClick={onNew}
      {...keys}
    >
      {Number(day.slice(8))}
    </button>
  )
}

function EntryButton({ entry, onOpen }: { readonly entry: Entry; readonly onOpen: () => void }) {
  const say = useSay(calendarMessages)
  const { kind, about, when } = useEntryWords()
  const Picture = signOf(entry)
  // Begins with what is seen, so that who speaks to the computer can say it (WCAG 2.5.3).
  const seen = entry.time ? `${entry.time} ${entry.title}` : entry.title
  const gone = entry.isCancelled ? [say('cancelled')] : []
  const said = [seen, ...gone, kind(entry), when(entry), ...about(entry)].join(', ')
  return (
    <button
      type="button"
      className={classes.entry}
      data-of={entry.of}
      data-kind={entry.of === 'days' ? entry.exception.kind : entry.event.audience}
      data-cancelled={entry.isCancelled || undefined}
      data-concept={isConcept(entry) || undefined}
      aria-label={said}
      title={said}
      onClick={onOpen}
    >
      <Picture size={14} stroke={1.75} aria-hidden />
      <span>
        {entry.time && <b>{entry.time} </b>}
        {entry.title}
      </span>
    </button>
  )
}

/** For guardians one day, and not yet shown to them. */
const isConcept = (entry: Entry) =>
  entry.of === 'event' && entry.event.audience !== 'staff' && !entry.event.isPublished
