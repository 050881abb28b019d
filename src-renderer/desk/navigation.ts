import type { deskMessages } from '#shared/desk/desk-messages.ts'
import type { MessageKey } from '#shared/platform/messages.ts'
import {
  administrators,
  everyone,
  office,
  pupilStaff,
  type StaffRole,
} from '#shared/platform/role.ts'
import type { Route, Screen } from '../platform/routes.ts'
import {
  type Icon,
  IconCalendar,
  IconClipboardCheck,
  IconHome,
  IconInbox,
  IconPrinter,
  IconSettings,
  IconUsers,
  IconUsersGroup,
} from '../platform/ui/icons.ts'

type Words = MessageKey<typeof deskMessages>

/** A place in the rail: one screen, or several as tabs. Numbered in this order: Ctrl+1, Ctrl+2. */
export type Area = {
  readonly name: Words
  readonly heading: Words
  readonly icon: Icon
  readonly tabs: readonly Tab[]
}
type Tab = { readonly screen: Screen; readonly name: Words; readonly route: Route }

const areas: readonly Area[] = [
  {
    name: 'today',
    heading: 'nav-daily',
    icon: IconHome,
    tabs: [{ screen: 'today', name: 'today', route: { screen: 'today' } }],
  },
  {
    name: 'inbox',
    heading: 'nav-daily',
    icon: IconInbox,
    tabs: [
      { screen: 'inbox', name: 'inbox', route: { screen: 'inbox' } },
      { screen: 'data-checks', name: 'data-checks', route: { screen: 'data-checks' } },
      { screen: 'ask-rules', name: 'ask-rules', route: { screen: 'ask-rules' } },
    ],
  },
  {
    name: 'area-absences',
    heading: 'nav-daily',
    icon: IconClipboardCheck,
    tabs: [
      { screen: 'registers', name: 'registers', route: { screen: 'registers' } },
      { screen: 'follow-up', name: 'follow-up', route: { screen: 'follow-up' } },
      { screen: 'day-overview', name: 'day-overview', route: { screen: 'day-overview' } },
      { screen: 'absence-reports', name: 'absence-reports', route: { screen: 'absence-reports' } },
      { screen: 'leave', name: 'leave', route: { screen: 'leave' } },
      { screen: 'counters', name: 'counters', route: { screen: 'counters' } },
      { screen: 'statistics', name: 'statistics', route: { screen: 'statistics' } },
    ],
  },
  {
    name: 'area-pupils',
    heading: 'nav-daily',
    icon: IconUsers,
    tabs: [
      { screen: 'pupils', name: 'pupils', route: { screen: 'pupils' } },
      { screen: 'families', name: 'families', route: { screen: 'families' } },
      { screen: 'groups', name: 'groups', route: { screen: 'groups' } },
    ],
  },
  {
    name: 'meetings',
    heading: 'nav-school',
    icon: IconUsersGroup,
    tabs: [{ screen: 'meetings', name: 'meetings', route: { screen: 'meetings' } }],
  },
  {
    name: 'calendar',
    heading: 'nav-school',
    icon: IconCalendar,
    tabs: [{ screen: 'calendar', name: 'calendar', route: { screen: 'calendar' } }],
  },
  {
    name: 'overviews',
    heading: 'nav-manage',
    icon: IconPrinter,
    tabs: [{ screen: 'overviews', name: 'overviews', route: { screen: 'overviews' } }],
  },
  {
    name: 'area-manage',
    heading: 'nav-manage',
    icon: IconSettings,
    tabs: [
      { screen: 'imports', name: 'imports', route: { screen: 'imports' } },
      { screen: 'exports', name: 'exports', route: { screen: 'exports' } },
      { screen: 'accounts', name: 'accounts', route: { screen: 'accounts' } },
      { screen: 'staff', name: 'staff', route: { screen: 'staff' } },
      { screen: 'settings', name: 'settings', route: { screen: 'settings' } },
      { screen: 'log', name: 'log', route: { screen: 'log' } },
      { screen: 'sync', name: 'sync', route: { screen: 'sync' } },
    ],
  },
]

/** Who may open which screen; what they may do there is in the contracts. */
export const rolesOfScreen: Record<Screen, readonly StaffRole[]> = {
  today: pupilStaff,
  pupils: pupilStaff,
  pupil: pupilStaff,
  families: pupilStaff,
  family: pupilStaff,
  groups: pupilStaff,
  registers: pupilStaff,
  'follow-up': office,
  'day-overview': office,
  'absence-reports': office,
  leave: office,
  counters: office,
  statistics: pupilStaff,
  calendar: pupilStaff,
  meetings: pupilStaff,
  overviews: pupilStaff,
  inbox: office,
  'data-checks': office,
  'ask-rules': office,
  imports: office,
  exports: office,
  accounts: office,
  staff: administrators,
  settings: everyone,
  log: office,
  sync: everyone,
}

/** Full files belong to the tab of their list. */
const tabOf: Partial<Record<Screen, Screen>> = { pupil: 'pupils', family: 'families' }

export const mayOpen = (screen: Screen, role: StaffRole) => rolesOfScreen[screen].includes(role)

/** What this role sees: hidden things are absent, not grey. */
export function areasFor(role: StaffRole): readonly Area[] {
  return areas
    .map((area) => ({ ...area, tabs: area.tabs.filter(({ screen }) => mayOpen(screen, role)) }))
    .filter(({ tabs }) => tabs.length > 0)
}

export function isCurrentTab({ screen }: Pick<Tab, 'screen'>, route: Route) {
  return screen === (tabOf[route.screen] ?? route.screen)
}

export const isCurrentArea = ({ tabs }: Area, route: Route) =>
  tabs.some((tab) => isCurrentTab(tab, route))

/** Who looks after the computers and sees no pupil begins at the users. */
export const firstRouteFor = (role: StaffRole): Route =>
  mayOpen('today', role) ? { screen: 'today' } : { screen: 'staff' }
