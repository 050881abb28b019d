import { useState } from 'react'
import { groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { IconCalendar, IconUsersGroup } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { YearForm } from './year-form.tsx'

export function NoGroups({ onAdd }: { readonly onAdd: () => void }) {
  const say = useSay(groupsScreenMessages)
  const mayAdd = useMay(groupsContract.methods.add)
  return (
    <EmptyState
      icon={IconUsersGroup}
      title={say('none-title')}
      action={
        mayAdd && (
          <Button kind="primary" onClick={onAdd}>
            {say('group-new')}
          </Button>
        )
      }
    >
      {say(mayAdd ? 'none-text' : 'none-own-text')}
    </EmptyState>
  )
}

export function NoYear() {
  const say = useSay(groupsScreenMessages)
  const mayAdd = useMay(groupsContract.methods.saveYear)
  const [isAdding, add] = useState(false)
  return (
    <EmptyState
      icon={IconCalendar}
      title={say('no-year-title')}
      action={
        mayAdd && (
          <Button kind="primary" onClick={() => add(true)}>
            {say('year-new')}
          </Button>
        )
      }
    >
      {say('no-year-text')}
      {isAdding && <YearForm years={[]} year={null} onClose={() => add(false)} />}
    </EmptyState>
  )
}
