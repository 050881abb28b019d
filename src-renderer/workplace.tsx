import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { historyContract } from '#shared/history/history-contract.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type SearchHit, searchContract } from '#shared/search/search-contract.ts'
import type { Session } from '#shared/staff/staff-contract.ts'
import { Frame } from './desk/frame/frame.tsx'
import { Header } from './desk/frame/header.tsx'
import { Help } from './desk/frame/help.tsx'
import { KeysOverlay } from './desk/frame/keys-overlay.tsx'
import { NoRight } from './desk/frame/no-right.tsx'
import { AreaTabs, Rail } from './desk/frame/rail.tsx'
import { StatusBar } from './desk/frame/status-bar.tsx'
import { UserMenu } from './desk/frame/user-menu.tsx'
import { areasFor, firstRouteFor, mayOpen } from './desk/navigation.ts'
import { useWorkday, type Workday } from './desk/workday.ts'
import { FieldHistory, PupilHistory, RowHistory } from './history/row-history.tsx'
import { letToastsUndo, useUndo } from './history/undo.ts'
import { UndoClock } from './history/undo-clock.tsx'
import { onEvent } from './platform/bridge.ts'
import type { Command } from './platform/commands.ts'
import { useDensityOnPage } from './platform/density.ts'
import { HistoryViewsProvider } from './platform/history-views.tsx'
import { watchJobs } from './platform/jobs.ts'
import { useSay } from './platform/language.tsx'
import { go, type Route, useRoute } from './platform/routes.ts'
import { listenToShortcuts, useShortcuts } from './platform/shortcuts.ts'
import { dismissAllToasts } from './platform/toasts.ts'
import { Mishap, sayMishaps } from './platform/ui/mishap.tsx'
import { Toasts } from './platform/ui/overlays/toasts.tsx'
import { ViewerProvider } from './platform/viewer.tsx'
import { Palette } from './search/palette.tsx'
import { SyncSentence } from './sync/sync-sentence.tsx'
import { type Openers, useCommands } from './workplace-commands.ts'

type WorkplaceProps = {
  readonly state: DeskState
  readonly session: Session
  readonly drawScreen: (route: Route) => ReactNode
}

/** Everything after sign-in: the frame, what it holds, and what works everywhere. */
export function Workplace(props: WorkplaceProps) {
  const { state, session } = props
  const workday = useWorkday(session)
  useEffect(watchJobs, [])
  useEffect(listenToShortcuts, [])
  useEffect(letToastsUndo, [])
  useEffect(() => dismissAllToasts, [])
  const { name, role, seesMedical } = session
  const { isPractice } = state
  const viewer = useMemo(
    () => ({ name, firstName: name.split(' ')[0] ?? name, role, seesMedical, isPractice }),
    [name, role, seesMedical, isPractice],
  )
  if (workday === 'loading') return null
  return (
    <ViewerProvider value={viewer}>
      <HistoryViewsProvider value={mayUse(historyContract.methods.ofRow, role) ? views : null}>
        <Desk {...props} workday={workday} />
      </HistoryViewsProvider>
    </ViewerProvider>
  )
}

const views = { OfPupil: PupilHistory, OfRow: RowHistory, OfField: FieldHistory }

const mayUse = ({ roles }: { readonly roles: readonly string[] }, role: string) =>
  roles.includes(role)

type Overlay = 'search' | 'keys' | 'help'

function Desk(props: WorkplaceProps & { readonly workday: Workday }) {
  const { state, session, workday } = props
  const route = useRoute()
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const areas = useMemo(() => areasFor(session.role), [session.role])
  const openers = useMemo<Openers>(
    () => ({
      search: () => setOverlay('search'),
      keys: () => setOverlay('keys'),
      help: () => setOverlay('help'),
    }),
    [],
  )
  const commands = useCommands({ state, session, areas, openers })
  useKeysOf(commands)
  useMishaps()
  useDensityOnPage()
  const { undo } = useUndo()

  return (
    <>
      <Frame
        isPractice={state.isPractice}
        header={
          <Header
            onHome={() => go(firstRouteFor(session.role))}
            onSearch={openers.search}
            onCounter={() => commands.find(({ id }) => id === 'counter')?.run()}
            onHelp={openers.help}
            undoClock={<UndoClock />}
            userMenu={<UserMenu session={session} state={state} />}
          />
        }
        rail={<Rail areas={areas} route={route} />}
        tabs={<AreaTabs areas={areas} route={route} />}
        statusBar={<StatusBar {...workday} place={(alone) => <SyncSentence alone={alone} />} />}
      >
        <Mishap place={JSON.stringify(route)}>
          {mayOpen(route.screen, session.role) ? (
            props.drawScreen(route)
          ) : (
            <NoRight route={route} />
          )}
        </Mishap>
      </Frame>
      <Toasts onUndo={(actionId) => void undo(actionId)} />
      <Overlays shown={overlay} show={setOverlay} commands={commands} session={session} />
    </>
  )
}

/** A command is reached by its key and, where there is a menu, from main by its name. */
function useKeysOf(commands: readonly Command[]) {
  const say = useSay(deskMessages)
  useEffect(
    () => onEvent('menu', ({ command }) => commands.find(({ id }) => id === command)?.run()),
    [commands],
  )
  useShortcuts(
    say('keys-everywhere'),
    commands.flatMap(({ keys, label, isUnlisted, ...rest }) =>
      keys ? [{ ...rest, keys, says: isUnlisted ? '' : label }] : [],
    ),
  )
}

type OverlaysProps = {
  readonly shown: Overlay | null
  readonly show: (overlay: Overlay | null) => void
  readonly commands: readonly Command[]
  readonly session: Session
}

function Overlays({ shown, show, commands, session }: OverlaysProps) {
  const { screen } = useRoute()
  const close = useCallback(() => show(null), [show])
  if (shown === 'keys') return <KeysOverlay onClose={close} />
  if (shown === 'help') return <Help screen={screen} onKeys={() => show('keys')} onClose={close} />
  if (shown === null) return null
  return (
    <Palette
      commands={commands}
      mayFind={mayUse(searchContract.methods.find, session.role)}
      onOpen={(hit) => go(routeOf(hit))}
      onClose={close}
    />
  )
}

function useMishaps() {
  const say = useSay(uiMessages)
  useEffect(
    () => sayMishaps((number) => `${say('mishap-title')}. ${say('mishap-number', { number })}`),
    [say],
  )
}

/** A guardian or contact is found through a child: that file opens, at the right tab. */
function routeOf({ kind, id, pupilId }: SearchHit): Route {
  if (kind === 'group') return { screen: 'groups', id }
  if (kind === 'staff') return { screen: 'staff' }
  if (!pupilId) return { screen: 'pupils' }
  if (kind === 'guardian') return { screen: 'pupil', id: pupilId, tab: 'family' }
  if (kind === 'contact') return { screen: 'pupil', id: pupilId, tab: 'contacts' }
  return { screen: 'pupil', id: pupilId }
}
