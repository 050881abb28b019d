import type { ReactNode } from 'react'
import { calendarContract } from '#shared/calendar/calendar-contract.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { nextMonth, weeksOfMonth } from '#shared/calendar/month-grid.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { addDays, Day } from '#shared/platform/day.ts'
import type { SchoolDaysRows } from '#shared/school-days/school-days-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { ClearableSelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconArrowLeft, IconArrowRight } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { Skeleton } from '../../platform/ui/signs/skeleton.tsx'
import { useMay } from '../../platform/viewer.tsx'
import classes from '../calendar.module.css'
import type { Opened } from '../calendar-place.tsx'
import { useAgenda, useDayCalendar, useGroupOptions } from '../calendar-reads.ts'
import { ListView } from './list-view.tsx'
import { MonthView } from './month-view.tsx'
import { QuickField } from './quick-field.tsx'
import { YearView } from './year-view.tsx'

type EventsTabProps = {
  readonly rows: SchoolDaysRows
  readonly year: SchoolYear
  readonly view: 'year' | 'month' | 'list'
  readonly month: Day
  readonly groupId: string | null
  readonly setGroup: (groupId: string | null) => void
  readonly showMonth: (month: Day) => void
  readonly open: (opened: Opened) => void
}

/** The same entries as twelve months, as one, or as a list. */
export function EventsTab(props: EventsTabProps) {
  const { rows, year, view, month, groupId, open, showMonth } = props
  const say = useSay(calendarScreenMessages)
  const mayChange = useMay(calendarContract.methods.save)
  const period = view === 'month' ? ofMonth(month) : ofYear(year)
  const agenda = useAgenda(rows, period, groupId)
  const calendar = useDayCalendar(rows, groupId)
  return (
    <>
      <div className={classes.bar}>
        {view === 'month' && <MonthWalk month={month} onChange={showMonth} />}
        {mayChange && <QuickField year={year} onRead={(line) => open({ of: 'quick', line })} />}
        <GroupFilter {...props} />
      </div>
      {agenda === 'loading' ? (
        <Skeleton />
      ) : (
        <>
          {agenda.isCut && <Banner tone="warn">{say('cut')}</Banner>}
          {draw()}
        </>
      )}
    </>
  )

  function draw(): ReactNode {
    if (agenda === 'loading') return null
    const { entries } = agenda
    if (view === 'list') return <ListView {...{ entries, open, year }} />
    if (view === 'year')
      return <YearView key={year.id} {...{ entries, calendar, year, showMonth }} />
    return <MonthView {...{ entries, calendar, month, open, showMonth }} />
  }
}

/** All weeks that the month's page shows. */
function ofMonth(month: Day) {
  const weeks = weeksOfMonth(month)
  return { from: weeks[0]?.[0] ?? month, until: weeks.at(-1)?.at(-1) ?? month }
}

/** A year that is longer than main answers for is shown from its beginning. */
function ofYear({ startsOn, endsOn }: SchoolYear) {
  const from = Day.parse(`${startsOn.slice(0, 7)}-01`)
  const end = addDays(nextMonth(endsOn), -1)
  const most = addDays(from, 398)
  return { from, until: end < most ? end : most }
}

function MonthWalk({ month, onChange }: { month: Day; onChange: (month: Day) => void }) {
  const say = useSay(calendarScreenMessages)
  const { partialDay, today } = useFormats()
  return (
    <>
      <IconButton
        icon={IconArrowLeft}
        label={say('previous-month')}
        onClick={() => onChange(nextMonth(month, -1))}
      />
      <h2 aria-live="polite">{partialDay(month.slice(0, 7))}</h2>
      <IconButton
        icon={IconArrowRight}
        label={say('next-month')}
        onClick={() => onChange(nextMonth(month))}
      />
      <Button onClick={() => onChange(today())}>{say('to-today')}</Button>
    </>
  )
}

function GroupFilter({ year, groupId, setGroup }: EventsTabProps) {
  const say = useSay(calendarScreenMessages)
  const options = useGroupOptions(year.id)
  return (
    <div className={classes.filter}>
      <ClearableSelectField
        label={say('group-filter')}
        isLabelHidden
        placeholder={say('group-filter-all')}
        value={options.find(({ value }) => value === groupId)?.value ?? null}
        onChange={setGroup}
        options={options}
      />
    </div>
  )
}
