import type { DeskState } from '#shared/desk/desk-contract.ts'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { roles } from '#shared/platform/role.ts'
import type { Session } from '#shared/staff/staff-contract.ts'
import { useSay } from '../../platform/language.tsx'
import {
  IconLock,
  IconLogout,
  IconSchool,
  IconZoomIn,
  IconZoomOut,
} from '../../platform/ui/icons.ts'
import { Menu, type MenuEntry } from '../../platform/ui/overlays/menu.tsx'
import { Portrait } from '../../platform/ui/signs/portrait.tsx'
import { actAs, changeLook, desk } from '../desk-store.ts'
import classes from './frame.module.css'
import { zoomBy } from './zoom.ts'

type UserMenuProps = { readonly session: Session; readonly state: DeskState }

export function UserMenu({ session, state }: UserMenuProps) {
  const say = useSay(deskMessages)
  const roleName = say(`role-${session.role}`)
  return (
    <Menu
      label={say('user-menu', { name: session.name })}
      entries={useEntries({ session, state })}
      opener={
        <button type="button" className={classes.user}>
          <Portrait name={session.name} size={28} />
          <span className={classes.userName}>
            <span>{session.name}</span> <small>{roleName}</small>
          </span>
        </button>
      }
    />
  )
}

function useEntries({ session, state }: UserMenuProps): readonly MenuEntry[] {
  const say = useSay(deskMessages)
  const themes = ['system', 'light', 'dark'] as const
  const look = themes.map((theme) => ({
    label: say(`theme-${theme}`),
    isChecked: state.theme === theme,
    onSelect: () => void changeLook({ theme }),
  }))
  const zoom = [
    { label: say('zoom-in'), icon: IconZoomIn, keys: 'mod++', onSelect: () => zoomBy(state, 1) },
    { label: say('zoom-out'), icon: IconZoomOut, keys: 'mod+-', onSelect: () => zoomBy(state, -1) },
  ]
  const eyes = roles.map((role) => ({
    label: say(`role-${role}`),
    isChecked: session.role === role,
    onSelect: () => void actAs(role),
  }))
  const leave = {
    label: say('leave-practice'),
    icon: IconSchool,
    onSelect: () => void desk.leavePractice({}),
  }
  const lock = {
    label: say('lock'),
    icon: IconLock,
    keys: 'mod+l',
    onSelect: () => void desk.lock({}),
  }
  const quit = { label: say('quit'), icon: IconLogout, onSelect: () => void desk.quit({}) }
  const percent = Math.round(state.zoom * 100)
  return [
    { heading: say('theme-title') },
    ...look,
    { heading: say('zoom-now', { percent }) },
    ...zoom,
    ...(state.isPractice ? [{ heading: say('act-as') }, ...eyes] : []),
    { heading: say('balie') },
    state.isPractice ? leave : lock,
    quit,
  ]
}
