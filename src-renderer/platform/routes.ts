import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Where the window is. Screens know each other by route only; `app.tsx` draws them. */
export type Route =
  | { readonly screen: 'today' }
  /**
   * The list; `id` is shown in the side panel, `groupId` filters, `isNew` opens the form. As `id`,
   * `duplicates` shows the pairs that may be one child.
   */
  | {
      readonly screen: 'pupils'
      readonly id?: string
      readonly groupId?: string
      readonly isNew?: boolean
    }
  | { readonly screen: 'pupil'; readonly id: string; readonly tab?: string }
  | { readonly screen: 'families'; readonly id?: string }
  | { readonly screen: 'family'; readonly pupilId: string }
  | { readonly screen: 'groups'; readonly id?: string }
  | {
      readonly screen: 'overviews'
      /** One of `overviewKinds`; the printing centre checks it. */
      readonly kind?: string
      readonly groupIds?: readonly string[]
      readonly pupilIds?: readonly string[]
      /** Link codes whose letters are wanted. */
      readonly codeIds?: readonly string[]
    }
  /** The list, or the register of a group; `part` is the half day, null for the one that runs. */
  | {
      readonly screen: 'registers'
      readonly groupId?: string
      readonly day?: string
      readonly part?: 'morning' | 'afternoon'
    }
  | { readonly screen: 'day-overview'; readonly day?: string }
  | { readonly screen: 'follow-up'; readonly day?: string }
  /** `isNew` opens the form of a report, of `pupilId` when it is known. */
  | { readonly screen: 'absence-reports'; readonly isNew?: boolean; readonly pupilId?: string }
  | { readonly screen: 'calendar'; readonly view?: 'days' }
  /** All rounds, or one of them. */
  | { readonly screen: 'meetings'; readonly id?: string }
  /** `id` is the pupil in the panel. */
  | { readonly screen: 'counters'; readonly id?: string }
  /** `id` is the request in the panel; `isNew` opens the form, for `pupilId` when it is known. */
  | {
      readonly screen: 'leave'
      readonly id?: string
      readonly isNew?: boolean
      readonly pupilId?: string
    }
  | { readonly screen: 'statistics' }
  /** What waits for the office; `kind` is the one shown first. */
  | {
      readonly screen: 'inbox'
      readonly kind?: 'changes' | 'leave' | 'accounts' | 'conflicts'
    }
  | { readonly screen: 'data-checks' }
  | { readonly screen: 'ask-rules' }
  | { readonly screen: 'imports' }
  | { readonly screen: 'exports' }
  | {
      readonly screen: 'accounts'
      /** Shown in the panel. */
      readonly linkId?: string
      readonly view?: 'accounts' | 'requests'
    }
  | { readonly screen: 'staff' }
  | { readonly screen: 'settings' }
  | { readonly screen: 'log' }
  | { readonly screen: 'sync' }

export type Screen = Route['screen']
export type RouteOf<S extends Screen> = Extract<Route, { screen: S }>

type Trail = {
  readonly past: readonly Route[]
  readonly now: Route
  readonly next: readonly Route[]
  /** Counts up whenever somebody goes somewhere; the focus follows (`desk/frame/arrive.ts`). */
  readonly arrivals: number
}

/** In memory and not in the address bar: an address holds ids, and nothing may reach the disk. */
const trail = createStore<Trail>()(() => ({
  past: [],
  now: { screen: 'today' },
  next: [],
  arrivals: 0,
}))

/** Long enough for a morning's work, short enough to forget. */
const longestTrail = 100

export function go(route: Route) {
  trail.setState(({ past, now, arrivals }) => ({
    past: [...past, now].slice(-longestTrail),
    now: route,
    next: [],
    arrivals: arrivals + 1,
  }))
}

/** Changes the place without a step to go back to: another tab, another selected row. */
export function moveTo(route: Route) {
  trail.setState({ now: route })
}

export function goBack() {
  const { past, now, next, arrivals } = trail.getState()
  const route = past.at(-1)
  if (!route) return
  trail.setState({
    past: past.slice(0, -1),
    now: route,
    next: [now, ...next],
    arrivals: arrivals + 1,
  })
}

export function goForward() {
  const { past, now, next, arrivals } = trail.getState()
  const [route, ...rest] = next
  if (!route) return
  trail.setState({ past: [...past, now], now: route, next: rest, arrivals: arrivals + 1 })
}

/** A former person's places are not the next one's: called at sign-in. */
export function startAt(route: Route) {
  trail.setState(({ arrivals }) => ({
    past: [],
    now: route,
    next: [],
    arrivals: arrivals + 1,
  }))
}

export const useRoute = () => useStore(trail, ({ now }) => now)
export const useArrivals = () => useStore(trail, ({ arrivals }) => arrivals)
