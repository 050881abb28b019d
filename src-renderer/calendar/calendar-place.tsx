import { useState } from 'react'
import { calendarContract } from '#shared/calendar/calendar-contract.ts'
import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { QuickLine } from '#shared/calendar/quick-line.ts'
import { runningYear, type SchoolYear } from '#shared/groups/group.ts'
import type { Day } from '#shared/platform/day.ts'
import {
  type SchoolDaysRows,
  schoolDaysContract,
} from '#shared/school-days/school-days-contract.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { useShortcuts } from '../platform/shortcuts.ts'
import { Button } from '../platform/ui/button.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import { IconPlus } from '../platform/ui/icons.ts'
import { PageHead } from '../platform/ui/page/page.tsx'
import { Tabs } from '../platform/ui/page/tabs.tsx'
import { useMay } from '../platform/viewer.tsx'
import classes from './calendar.module.css'
import { CalendarMenu } from './calendar-menu.tsx'
import type { Entry } from './calendar-reads.ts'
import { ExceptionForm } from './days/exception-form.tsx'
import { SchoolDaysTab } from './days/school-days-tab.tsx'
import { EventForm } from './events/event-form.tsx'
import { ShowForm } from './events/show-form.tsx'
import { FeedsTab } from './feeds/feeds-tab.tsx'
import { EventsTab } from './views/events-tab.tsx'

const eventViews = ['year', 'month', 'list'] as const
type EventView = (typeof eventViews)[number]
export type View = EventView | 'days' | 'feeds'

/** What lies open over the calendar: a new appointment on a day, or what was chosen. */
export type Opened =
  | { readonly of: 'new'; readonly on: Day }
  | { readonly of: 'quick'; readonly line: QuickLine }
  | Entry

type CalendarPlaceProps = { readonly rows: SchoolDaysRows; readonly first: View }

/** The calendar of one school year. */
export function CalendarPlace({ rows, first }: CalendarPlaceProps) {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  const { today } = useFormats()
  const [view, setView] = useState<View>(first)
  const [month, setMonth] = useState<Day>(() => today())
  const [groupId, setGroup] = useState<string | null>(null)
  const [opened, open] = useState<Opened | null>(null)
  const [yearId, setYear] = useState(() => runningYear(rows.years, today())?.id ?? null)
  const mayChange = useMay(calendarContract.methods.save)
  const year = rows.years.find(({ id }) => id === yearId) ?? rows.years[0]
  useShortcuts(say('title'), [
    ...(mayChange
      ? [{ keys: 'mod+n', says: sayScreen('new'), run: () => open({ of: 'new', on: today() }) }]
      : []),
  ])
  const views = useViews()
  if (!year) return null
  return (
    <div className={classes.screen} data-pane>
      <PageHead
        title={say('title')}
        actions={
          <>
            <YearField years={rows.years} year={year} onChange={setYear} />
            <CalendarMenu year={year} month={month} groupId={groupId} />
            {mayChange && (
              <Button
                kind="primary"
                icon={IconPlus}
                keys="mod+n"
                onClick={() => open({ of: 'new', on: today() })}
              >
                {sayScreen('new')}
              </Button>
            )}
          </>
        }
      />
      <Tabs label={sayScreen('views')} tabs={views} value={view} onChange={setView}>
        {view === 'days' ? (
          <SchoolDaysTab rows={rows} year={year} />
        ) : view === 'feeds' ? (
          <FeedsTab year={year} />
        ) : (
          <EventsTab
            {...{ rows, year, view, month, groupId, setGroup, open }}
            showMonth={(day) => {
              setMonth(day)
              setView('month')
            }}
          />
        )}
      </Tabs>
      {opened && <Over opened={opened} year={year} onClose={() => open(null)} />}
    </div>
  )
}

/** What this role may not change is absent. */
function useViews() {
  const say = useSay(calendarScreenMessages)
  const mayChangeDays = useMay(schoolDaysContract.methods.saveException)
  const mayGiveOut = useMay(calendarContract.methods.feeds)
  const views: readonly View[] = [
    ...eventViews,
    ...(mayChangeDays ? (['days'] as const) : []),
    ...(mayGiveOut ? (['feeds'] as const) : []),
  ]
  return views.map((value) => ({ value, label: say(`view.${value}`) }))
}

type YearFieldProps = {
  readonly years: readonly SchoolYear[]
  readonly year: SchoolYear
  readonly onChange: (id: SchoolYear['id']) => void
}

function YearField({ years, year, onChange }: YearFieldProps) {
  const say = useSay(calendarScreenMessages)
  return (
    <div className={classes.year}>
      <SelectField
        label={say('year-choice')}
        isLabelHidden
        value={year.id}
        onChange={onChange}
        options={years.toReversed().map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  )
}

type OverProps = {
  readonly opened: Opened
  readonly year: SchoolYear
  readonly onClose: () => void
}

function Over({ opened, year, onClose }: OverProps) {
  if (opened.of === 'quick') {
    const { line } = opened
    const { kind, title: name } = line
    return kind ? (
      <ExceptionForm start={{ ...line, kind, name }} year={year} onClose={onClose} />
    ) : (
      <EventForm line={line} on={line.startsOn} year={year} onClose={onClose} />
    )
  }
  if (opened.of === 'new') return <EventForm on={opened.on} year={year} onClose={onClose} />
  if (opened.of === 'days') {
    return <ExceptionForm exception={opened.exception} year={year} onClose={onClose} />
  }
  return opened.event.isOwn ? (
    <EventForm event={opened.event} on={opened.startsOn} year={year} onClose={onClose} />
  ) : (
    <ShowForm entry={opened} event={opened.event} year={year} onClose={onClose} />
  )
}
