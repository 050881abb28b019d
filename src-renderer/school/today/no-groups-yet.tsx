import { todayMessages } from '#shared/school/today-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { IconUsersGroup } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'

/** A teacher sees the pupils of own groups, so without a group there is nothing to see. */
export function NoGroupsYet() {
  const say = useSay(todayMessages)
  return (
    <EmptyState icon={IconUsersGroup} title={say('groups-own-title')}>
      {say('groups-none-own')}
    </EmptyState>
  )
}
