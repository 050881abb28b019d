import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { timeZoneOfCountry } from '#shared/school/school.ts'
import { useDesk, watchDesk } from './desk/desk-store.ts'
import { SignIn } from './desk/door/sign-in.tsx'
import { Trouble } from './desk/door/trouble.tsx'
import { FirstRun } from './desk/first-run/first-run.tsx'
import { PupilHistory } from './platform/history-views.tsx'
import { LocaleProvider } from './platform/language.tsx'
import type { Route, Screen } from './platform/routes.ts'
import { Kit } from './platform/ui/kit.tsx'
import { Mishap } from './platform/ui/mishap.tsx'
import { Skeleton } from './platform/ui/signs/skeleton.tsx'
import { Workplace } from './workplace.tsx'

// Loaded when first shown: the lock screen, which everybody waits for, needs none of them.
const LogScreen = lazy(async () => {
  const { LogScreen } = await import('./history/log-screen.tsx')
  return { default: LogScreen }
})
const TodayScreen = lazy(async () => {
  const { TodayScreen } = await import('./school/today-screen.tsx')
  return { default: TodayScreen }
})
const PupilsScreen = lazy(async () => {
  const { PupilsScreen } = await import('./pupils/pupils-screen.tsx')
  return { default: PupilsScreen }
})
const PupilFileScreen = lazy(async () => {
  const { PupilFileScreen } = await import('./pupils/pupil-file-screen.tsx')
  return { default: PupilFileScreen }
})
const GroupsScreen = lazy(async () => {
  const { GroupsScreen } = await import('./groups/groups-screen.tsx')
  return { default: GroupsScreen }
})

/** Screens of features that are not there yet are in no menu and no search. */
const screens: Partial<Record<Screen, true>> = {
  today: true,
  pupils: true,
  pupil: true,
  groups: true,
  log: true,
}

function drawScreen(route: Route): ReactNode {
  if (route.screen === 'today') return <TodayScreen />
  if (route.screen === 'pupils') return <PupilsScreen route={route} />
  if (route.screen === 'groups') return <GroupsScreen />
  if (route.screen === 'pupil')
    return (
      <PupilFileScreen
        route={route}
        family={() => null}
        contacts={() => null}
        history={(pupilId) => <PupilHistory pupilId={pupilId} />}
      />
    )
  return route.screen === 'log' ? <LogScreen /> : null
}

/** The window: by where this computer stands, the door or the workplace. */
export function App() {
  const { state, session } = useDesk()
  useEffect(() => watchDesk(), [])
  if (state === 'loading') return null
  const country = state.country ?? 'nl'
  const language = session?.language ?? state.language
  return (
    <LocaleProvider language={language} country={country} timeZone={timeZoneOfCountry[country]}>
      <Kit look={state.theme} language={language}>
        <Mishap place={state.phase}>
          {session ? (
            <Workplace
              state={state}
              session={session}
              hasScreen={(screen) => screens[screen] === true}
              drawScreen={(route) => (
                <Suspense fallback={<Skeleton />}>{drawScreen(route)}</Suspense>
              )}
            />
          ) : (
            <Door state={state} />
          )}
        </Mishap>
      </Kit>
    </LocaleProvider>
  )
}

function Door({ state }: { readonly state: DeskState }) {
  const { phase, trouble, hasRealSchool } = state
  if (phase === 'trouble' && trouble) return <Trouble trouble={trouble} state={state} />
  if (phase === 'locked') return <SignIn state={state} />
  // With a school on the disk there is no first run: it is being opened, and main will tell.
  return phase === 'first-run' && !hasRealSchool ? <FirstRun state={state} /> : null
}
