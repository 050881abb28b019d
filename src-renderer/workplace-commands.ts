import { useMemo } from 'react'
import { absencesContract } from '#shared/absences/absences-contract.ts'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { pupilsContract } from '#shared/pupils/pupils-contract.ts'
import type { Session } from '#shared/staff/staff-contract.ts'
import { toggleCounter } from './desk/counter.ts'
import { changeLook, desk } from './desk/desk-store.ts'
import { focusPane } from './desk/frame/panes.ts'
import { resetZoom, zoomBy } from './desk/frame/zoom.ts'
import type { Area } from './desk/navigation.ts'
import { useUndo } from './history/undo.ts'
import type { Command } from './platform/commands.ts'
import { useSay } from './platform/language.tsx'
import { go, goBack, goForward } from './platform/routes.ts'
import { toast } from './platform/toasts.ts'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconArrowRight,
  IconFirstAidKit,
  IconHelp,
  IconKeyboard,
  IconLock,
  IconMoon,
  IconPrinter,
  IconSchool,
  IconSearch,
  IconSpy,
  IconSun,
  IconThermometer,
  IconUserPlus,
  IconZoomIn,
  IconZoomOut,
} from './platform/ui/icons.ts'

export type Openers = Readonly<Record<'search' | 'keys' | 'help', () => void>>

type Wanted = {
  readonly state: DeskState
  readonly session: Session
  readonly areas: readonly Area[]
  readonly openers: Openers
}

/** What works everywhere, by key and by Ctrl+K. What is done most stands first. */
export function useCommands({ state, session, areas, openers }: Wanted): readonly Command[] {
  const say = useSay(deskMessages)
  const { undo, redo } = useUndo()
  return useMemo(
    () => [
      ...tasks(say, session, areas),
      ...places(say, areas),
      ...reversals(say, undo, redo),
      ...privacy(say, state),
      ...looks(say, state),
      ...overlays(say, openers),
      ...walking(say),
    ],
    [say, session, state, areas, openers, undo, redo],
  )
}

type SayDesk = ReturnType<typeof useSay<typeof deskMessages.nl>>

function tasks(say: SayDesk, { role }: Session, areas: readonly Area[]): readonly Command[] {
  const mayEnrol = pupilsContract.methods.enrol.roles.some((each) => each === role)
  const mayPrint = areas.some(({ tabs }) => tabs.some(({ screen }) => screen === 'overviews'))
  const enrol: Command = {
    id: 'enrol',
    label: say('new-pupil'),
    icon: IconUserPlus,
    keys: 'mod+n',
    run: () => go({ screen: 'pupils', isNew: true }),
  }
  const mayReport = absencesContract.methods.report.roles.some((each) => each === role)
  const reportAbsent: Command = {
    id: 'report-absent',
    label: say('report-absent'),
    icon: IconThermometer,
    keys: 'mod+shift+a',
    run: () => go({ screen: 'absence-reports', isNew: true }),
  }
  const emergency: Command = {
    id: 'emergency-list',
    label: say('emergency-list'),
    icon: IconFirstAidKit,
    keys: 'mod+shift+e',
    run: () => go({ screen: 'overviews', kind: 'emergency-list' }),
  }
  const overview: Command = {
    id: 'class-overview',
    label: say('class-overview'),
    icon: IconPrinter,
    run: () => go({ screen: 'overviews', kind: 'class-overview' }),
  }
  return [
    ...(mayReport ? [reportAbsent] : []),
    ...(mayEnrol ? [enrol] : []),
    ...(mayPrint ? [emergency, overview] : []),
  ]
}

/** Ctrl+1 and on for the areas, in the order of the rail; their other tabs by name. */
function places(say: SayDesk, areas: readonly Area[]): readonly Command[] {
  return areas.flatMap(({ tabs, icon }, area) =>
    tabs.map(({ screen, name, route }, tab) => ({
      id: `go-${screen}`,
      label: say('go-to', { screen: say(name) }),
      icon,
      ...(tab === 0 ? { keys: `mod+${area + 1}` } : {}),
      run: () => go(route),
    })),
  )
}

function reversals(
  say: SayDesk,
  undo: (actionId: string | null) => void,
  redo: () => void,
): readonly Command[] {
  return [
    {
      id: 'undo',
      label: say('undo'),
      icon: IconArrowBackUp,
      keys: 'mod+z',
      whileTyping: false,
      run: () => undo(null),
    },
    {
      id: 'redo',
      label: say('redo'),
      icon: IconArrowForwardUp,
      keys: 'mod+shift+z',
      whileTyping: false,
      run: redo,
    },
  ]
}

function privacy(say: SayDesk, state: DeskState): readonly Command[] {
  const counter: Command = {
    id: 'counter',
    label: say('counter'),
    icon: IconSpy,
    keys: 'mod+shift+b',
    run: () => {
      const text = say(toggleCounter() ? 'counter-on' : 'counter-off')
      void toast({ text, isPublic: true })
    },
  }
  const lock: Command = {
    id: 'lock',
    label: say('lock'),
    icon: IconLock,
    keys: 'mod+l',
    run: () => void desk.lock({}),
  }
  const leave: Command = {
    id: 'leave-practice',
    label: say('leave-practice'),
    icon: IconSchool,
    run: () => void desk.leavePractice({}),
  }
  return [counter, state.isPractice ? leave : lock]
}

function looks(say: SayDesk, state: DeskState): readonly Command[] {
  const larger = { label: say('zoom-in'), icon: IconZoomIn, run: () => zoomBy(state, 1) }
  return [
    {
      id: 'theme-dark',
      label: `${say('theme-title')}: ${say('theme-dark')}`,
      icon: IconMoon,
      run: () => void changeLook({ theme: 'dark' }),
    },
    {
      id: 'theme-light',
      label: `${say('theme-title')}: ${say('theme-light')}`,
      icon: IconSun,
      run: () => void changeLook({ theme: 'light' }),
    },
    { ...larger, id: 'zoom-in', keys: 'mod++' },
    // The same key without Shift.
    { ...larger, id: 'zoom-in-plain', keys: 'mod+=', isUnlisted: true },
    {
      id: 'zoom-out',
      label: say('zoom-out'),
      icon: IconZoomOut,
      keys: 'mod+-',
      run: () => zoomBy(state, -1),
    },
    {
      id: 'zoom-reset',
      label: say('zoom-reset'),
      icon: IconZoomIn,
      keys: 'mod+0',
      run: resetZoom,
    },
  ]
}

function overlays(say: SayDesk, openers: Openers): readonly Command[] {
  return [
    { id: 'help', label: say('help'), icon: IconHelp, keys: 'f1', run: openers.help },
    { id: 'keys', label: say('keys-title'), icon: IconKeyboard, keys: 'mod+/', run: openers.keys },
    {
      id: 'search',
      label: say('search-name'),
      icon: IconSearch,
      keys: 'mod+k',
      run: openers.search,
    },
  ]
}

function walking(say: SayDesk): readonly Command[] {
  return [
    { id: 'back', label: say('back'), icon: IconArrowLeft, keys: 'alt+arrowleft', run: goBack },
    {
      id: 'forward',
      label: say('forward'),
      icon: IconArrowRight,
      keys: 'alt+arrowright',
      run: goForward,
    },
    {
      id: 'next-pane',
      label: say('next-pane'),
      icon: IconArrowRight,
      keys: 'f6',
      run: () => focusPane(1),
    },
    {
      id: 'previous-pane',
      label: say('previous-pane'),
      icon: IconArrowLeft,
      keys: 'shift+f6',
      run: () => focusPane(-1),
    },
  ]
}
