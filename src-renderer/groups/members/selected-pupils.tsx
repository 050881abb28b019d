import { useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import { type GroupRow, groupsContract } from '#shared/groups/groups-contract.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconArrowRight, IconLogout, IconPrinter } from '../../platform/ui/icons.ts'
import { BulkBar } from '../../platform/ui/page/bulk-bar.tsx'
import { useMay } from '../../platform/viewer.tsx'
import { MovePupils } from './move-pupils.tsx'
import { TakeOut } from './take-out.tsx'

type SelectedProps = {
  readonly group: GroupRow
  readonly chosen: readonly PupilRow[]
  readonly onClear: () => void
}

/** What can be done with the chosen pupils of a group. */
export function SelectedPupils({ group, chosen, onClear }: SelectedProps) {
  const say = useSay(groupMembersMessages)
  const sayGroup = useSay(groupsScreenMessages)
  const mayPlace = useMay(groupsContract.methods.place)
  const [act, setAct] = useState<'move' | 'take-out' | null>(null)
  const [only] = chosen
  const close = () => setAct(null)
  const finish = () => {
    setAct(null)
    onClear()
  }
  return (
    <>
      <BulkBar count={chosen.length} onClear={onClear}>
        <Button
          size="small"
          icon={IconPrinter}
          onClick={() => go({ screen: 'overviews', pupilIds: chosen.map(({ id }) => id) })}
        >
          {sayGroup('print')}
        </Button>
        {mayPlace && (
          <Button size="small" icon={IconArrowRight} onClick={() => setAct('move')}>
            {say('move-to')}
          </Button>
        )}
        {mayPlace && chosen.length === 1 && (
          <Button size="small" icon={IconLogout} onClick={() => setAct('take-out')}>
            {say('take-out')}
          </Button>
        )}
      </BulkBar>
      {act === 'move' && (
        <MovePupils group={group} chosen={chosen} onClose={close} onMoved={finish} />
      )}
      {act === 'take-out' && only && (
        <TakeOut group={group} pupil={only} onClose={close} onTaken={finish} />
      )}
    </>
  )
}
