import { calendarMessages } from '#shared/calendar/calendar-messages.ts'
import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconCalendar } from '../platform/ui/icons.ts'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { CalendarPlace } from './calendar-place.tsx'
import { useSchoolDays } from './calendar-reads.ts'

/** The school's year: what is on when, on which days there is school, and who may read along. */
export function CalendarScreen({ route }: { readonly route: RouteOf<'calendar'> }) {
  const rows = useSchoolDays()
  if (rows === 'loading') return <Skeleton />
  return rows.years.length === 0 ? (
    <NoYears />
  ) : (
    <CalendarPlace rows={rows} first={route.view ?? 'month'} />
  )
}

function NoYears() {
  const say = useSay(calendarMessages)
  const sayScreen = useSay(calendarScreenMessages)
  return (
    <div data-pane>
      <PageHead title={say('title')} />
      <EmptyState
        icon={IconCalendar}
        title={sayScreen('no-years')}
        action={
          <Button kind="primary" onClick={() => go({ screen: 'groups' })}>
            {sayScreen('to-groups')}
          </Button>
        }
      >
        {sayScreen('no-years-text')}
      </EmptyState>
    </div>
  )
}
