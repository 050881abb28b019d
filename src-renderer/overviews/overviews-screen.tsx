import { OverviewKind } from '#shared/overviews/overview.ts'
import { overviewsContract } from '#shared/overviews/overviews-contract.ts'
import { overviewsScreenMessages } from '#shared/overviews/overviews-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { useRoute } from '../platform/routes.ts'
import { IconEyeOff } from '../platform/ui/icons.ts'
import { Page } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { useMay } from '../platform/viewer.tsx'
import { PrintingCentre } from './printing-centre.tsx'

/** The printing centre, opened at the document and the people that the way here names. */
export function OverviewsScreen() {
  const say = useSay(overviewsScreenMessages)
  const sayUi = useSay(uiMessages)
  const route = useRoute()
  const mayPrint = useMay(overviewsContract.methods.make)
  if (!mayPrint) {
    return (
      <Page title={say('title')}>
        <EmptyState icon={IconEyeOff} title={sayUi('hidden-for-role')} />
      </Page>
    )
  }
  const { kind, groupIds = [], pupilIds = [] } = route.screen === 'overviews' ? route : {}
  const named = OverviewKind.safeParse(kind)
  return (
    <PrintingCentre
      key={JSON.stringify(route)}
      start={{ kind: named.success ? named.data : 'class-overview', groupIds, pupilIds }}
    />
  )
}
