import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { useSay } from '../platform/language.tsx'
import { IconAlertTriangle, IconCheck, IconCircleDashed } from '../platform/ui/icons.ts'
import { StatusTag } from '../platform/ui/signs/status-tag.tsx'

type Counts = Pick<GroupRow, 'pupilCount' | 'incompleteCount'>

/** Whether the required fields of all pupils of a group are known. */
export function CompletenessTag({ group }: { readonly group: Counts }) {
  const say = useSay(groupsScreenMessages)
  if (group.pupilCount === 0) {
    return (
      <StatusTag tone="quiet" icon={IconCircleDashed}>
        {say('empty-group')}
      </StatusTag>
    )
  }
  if (group.incompleteCount === 0) {
    return (
      <StatusTag tone="quiet" icon={IconCheck}>
        {say('complete')}
      </StatusTag>
    )
  }
  return (
    <StatusTag tone="warn" icon={IconAlertTriangle}>
      {say('incomplete', { count: group.incompleteCount })}
    </StatusTag>
  )
}
