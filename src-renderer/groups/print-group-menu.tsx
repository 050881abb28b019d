import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { type OverviewKind, overviewKinds } from '#shared/overviews/overview.ts'
import { overviewChoiceMessages } from '#shared/overviews/overview-choice-messages.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { IconPrinter } from '../platform/ui/icons.ts'
import { Menu } from '../platform/ui/overlays/menu.tsx'

/** Straight to the preview of a document about this group. */
export function PrintGroupMenu({ groupId }: { readonly groupId: string }) {
  const say = useSay(groupsScreenMessages)
  const sayKind = useSay(overviewChoiceMessages)
  return (
    <Menu
      label={say('print')}
      icon={IconPrinter}
      entries={overviewKinds.map((kind: OverviewKind) => ({
        label: sayKind(`kind.${kind}`),
        ...(kind === 'class-overview' ? { keys: 'mod+p' } : {}),
        onSelect: () => printGroup(groupId, kind),
      }))}
    />
  )
}

export function printGroup(groupId: string, kind: OverviewKind) {
  go({ screen: 'overviews', kind, groupIds: [groupId] })
}
