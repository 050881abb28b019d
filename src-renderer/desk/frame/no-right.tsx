import { deskMessages } from '#shared/desk/desk-messages.ts'
import { useSay } from '../../platform/language.tsx'
import type { Route } from '../../platform/routes.ts'
import { IconLock } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { rolesOfScreen } from '../navigation.ts'

/** A direct way to a screen of other roles says whose it is, not that it does not exist. */
export function NoRight({ route }: { readonly route: Route }) {
  const say = useSay(deskMessages)
  const roles = rolesOfScreen[route.screen].map((role) => say(`role-${role}`))
  return (
    <EmptyState icon={IconLock} title={say('no-right-title')}>
      {say('no-right-text', { roles: roles.join(` ${say('or')} `) })}
    </EmptyState>
  )
}
