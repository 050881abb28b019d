import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { IconEyeOff } from '../platform/ui/icons.ts'
import { Page } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'

export function NotForYourRole() {
  const say = useSay(groupsScreenMessages)
  const sayUi = useSay(uiMessages)
  return (
    <Page title={say('title')}>
      <EmptyState icon={IconEyeOff} title={sayUi('hidden-for-role')} />
    </Page>
  )
}
