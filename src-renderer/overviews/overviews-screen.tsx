import { OverviewKind } from '#shared/overviews/overview.ts'
import { useRoute } from '../platform/routes.ts'
import { PrintingCentre } from './printing-centre.tsx'

/** The printing centre, opened at the document and the people that the way here names. */
export function OverviewsScreen() {
  const route = useRoute()
  const { kind, groupIds = [], pupilIds = [], codeIds } = route.screen === 'overviews' ? route : {}
  const named = OverviewKind.safeParse(kind)
  return (
    <PrintingCentre
      key={JSON.stringify(route)}
      start={{ kind: named.success ? named.data : 'class-overview', groupIds, pupilIds, codeIds }}
    />
  )
}
