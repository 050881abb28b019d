import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { timeZoneOfCountry } from '#shared/school/school.ts'
import { TodayAbsences } from './absences/today/today-absences.tsx'
import { useDesk } from './desk/desk-store.ts'
import { SignIn } from './desk/door/sign-in.tsx'
import { Trouble } from './desk/door/trouble.tsx'
import { FirstRun } from './desk/first-run/first-run.tsx'
import { PupilHistory } from './platform/history-views.tsx'
import { LocaleProvider } from './platform/language.tsx'
import type { Route } from './platform/routes.ts'
import { Kit } from './platform/ui/kit.tsx'
import { Mishap } from './platform/ui/mishap.tsx'
import { Skeleton } from './platform/ui/signs/skeleton.tsx'
// Not loaded later: nearly every day begins there, and a second file costs a second wait.
import { TodayScreen } from './school/today-screen.tsx'
import { Workplace } from './workplace.tsx'

// Loaded when first shown: the first screen, which everybody waits for, needs none of them.
const AccountsScreen = later(() => import('./accounts/accounts-screen.tsx'), 'AccountsScreen')
const CalendarScreen = later(() => import('./calendar/calendar-screen.tsx'), 'CalendarScreen')
const CountersScreen = later(() => import('./counters/counters-screen.tsx'), 'CountersScreen')
const AbsenceReportsScreen = later(
  () => import('./absences/reports/reports-screen.tsx'),
  'ReportsScreen',
)
const DayOverviewScreen = later(
  () => import('./absences/overview/day-overview-screen.tsx'),
  'DayOverviewScreen',
)
const FollowUpScreen = later(
  () => import('./absences/follow-up/follow-up-screen.tsx'),
  'FollowUpScreen',
)
const RegistersScreen = later(
  () => import('./absences/registers/registers-screen.tsx'),
  'RegistersScreen',
)
const ExportsScreen = later(() => import('./exports/exports-screen.tsx'), 'ExportsScreen')
const FamiliesScreen = later(() => import('./families/families-screen.tsx'), 'FamiliesScreen')
const FamilyFileScreen = later(
  () => import('./families/family-file-screen.tsx'),
  'FamilyFileScreen',
)
const GroupsScreen = later(() => import('./groups/groups-screen.tsx'), 'GroupsScreen')
const AskRulesScreen = later(
  () => import('./change-requests/rules/ask-rules-screen.tsx'),
  'AskRulesScreen',
)
const DataChecksScreen = later(
  () => import('./change-requests/checks/data-checks-screen.tsx'),
  'DataChecksScreen',
)
const InboxPlace = later(() => import('./inbox-place.tsx'), 'InboxPlace')
const ImportsScreen = later(() => import('./imports/imports-screen.tsx'), 'ImportsScreen')
const LeaveScreen = later(() => import('./leave/leave-screen.tsx'), 'LeaveScreen')
const LogScreen = later(() => import('./history/log-screen.tsx'), 'LogScreen')
const MeetingsScreen = later(() => import('./meetings/meetings-screen.tsx'), 'MeetingsScreen')
const OverviewsScreen = later(() => import('./overviews/overviews-screen.tsx'), 'OverviewsScreen')
const PupilContacts = later(() => import('./families/pupil-contacts.tsx'), 'PupilContacts')
const PupilFamily = later(() => import('./families/pupil-family.tsx'), 'PupilFamily')
const PupilFileScreen = later(() => import('./pupils/pupil-file-screen.tsx'), 'PupilFileScreen')
const PupilYearStrip = later(() => import('./counters/pupil-year.tsx'), 'PupilYearStrip')
const PupilsScreen = later(() => import('./pupils/pupils-screen.tsx'), 'PupilsScreen')
const SettingsScreen = later(() => import('./school/settings-screen.tsx'), 'SettingsScreen')
const StatisticsScreen = later(() => import('./counters/statistics-screen.tsx'), 'StatisticsScreen')
const StaffScreen = later(() => import('./staff/staff-screen.tsx'), 'StaffScreen')
const SyncedPlace = later(() => import('./synced-place.tsx'), 'SyncedPlace')

function drawScreen(route: Route): ReactNode {
  switch (route.screen) {
    case 'today':
      return <TodayScreen absences={<TodayAbsences />} />
    case 'registers':
      return <RegistersScreen route={route} />
    case 'follow-up':
      return <FollowUpScreen route={route} />
    case 'day-overview':
      return <DayOverviewScreen route={route} />
    case 'absence-reports':
      return <AbsenceReportsScreen route={route} />
    case 'pupils':
      return <PupilsScreen route={route} />
    case 'pupil':
      return (
        <PupilFileScreen
          route={route}
          family={(file) => <PupilFamily file={file} />}
          contacts={(file) => <PupilContacts file={file} />}
          absence={(pupilId) => <PupilYearStrip pupilId={pupilId} />}
          history={(pupilId) => <PupilHistory pupilId={pupilId} />}
        />
      )
    case 'families':
      return <FamiliesScreen route={route} />
    case 'family':
      return <FamilyFileScreen route={route} />
    case 'groups':
      return <GroupsScreen />
    case 'leave':
      return <LeaveScreen route={route} />
    case 'counters':
      return <CountersScreen route={route} />
    case 'statistics':
      return <StatisticsScreen />
    case 'overviews':
      return <OverviewsScreen />
    case 'meetings':
      return <MeetingsScreen route={route} />
    case 'calendar':
      return <CalendarScreen route={route} />
    case 'inbox':
      return <InboxPlace route={route} />
    case 'data-checks':
      return <DataChecksScreen />
    case 'ask-rules':
      return <AskRulesScreen />
    case 'imports':
      return <ImportsScreen />
    case 'exports':
      return <ExportsScreen />
    case 'accounts':
      return <AccountsScreen route={route} />
    case 'staff':
      return <StaffScreen />
    case 'settings':
      return <SettingsScreen />
    case 'log':
      return <LogScreen />
    case 'sync':
      return <SyncedPlace />
  }
}

/** The window: by where this computer stands, the door or the workplace. */
export function App() {
  const { state, session } = useDesk()
  if (state === 'loading') return null
  const country = state.country ?? 'nl'
  const language = session?.language ?? state.language
  return (
    <LocaleProvider language={language} country={country} timeZone={timeZoneOfCountry[country]}>
      <Kit look={state.theme} language={language}>
        <Mishap place={state.phase}>
          {session ? (
            <Workplace
              // Nothing that one person saw is there for the next.
              key={`${session.staffId} ${session.role}`}
              state={state}
              session={session}
              drawScreen={drawWhenLoaded}
            />
          ) : (
            <Door state={state} />
          )}
        </Mishap>
      </Kit>
    </LocaleProvider>
  )
}

const drawWhenLoaded = (route: Route) => (
  <Suspense fallback={<Skeleton />}>{drawScreen(route)}</Suspense>
)

function Door({ state }: { readonly state: DeskState }) {
  const { phase, trouble } = state
  if (phase === 'trouble' && trouble) return <Trouble trouble={trouble} state={state} />
  if (phase === 'locked') return <SignIn state={state} />
  // Nothing while it starts: what is drawn for a moment only startles.
  return phase === 'first-run' ? <FirstRun state={state} /> : null
}

/** A screen of its own file: `React.lazy` wants a default export, and ours have names. */
function later<Name extends string, Props extends object>(
  load: () => Promise<Readonly<Record<Name, ComponentType<Props>>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }))
}
