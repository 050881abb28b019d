import { useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import { groups, groupTables } from '../group-reads.ts'
import classes from './members.module.css'
import { usePlace } from './use-place.ts'

type MovePupilsProps = {
  readonly group: GroupRow
  readonly chosen: readonly PupilRow[]
  readonly onClose: () => void
  readonly onMoved: () => void
}

/** From this group to another one of the same year. */
export function MovePupils({ group, chosen, onClose, onMoved }: MovePupilsProps) {
  const say = useSay(groupMembersMessages)
  const sayField = useSay(groupsMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const [toId, setTo] = useState<string | null>(null)
  const [from, setFrom] = useState<Day | null>(today())
  const { place, problem } = usePlace(onMoved)
  const rows = useFresh(groupTables, { schoolYearId: group.schoolYearId }, groups.list)
  const others = rows === 'loading' ? [] : rows.filter(({ id }) => id !== group.id)
  const to = others.find(({ id }) => id === toId)
  return (
    <Modal
      title={say('move-title', { count: chosen.length })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button
            kind="primary"
            disabled={!to || !from}
            onClick={() => to && from && void place(to, chosen, from)}
          >
            {say('place-do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <SelectField
          label={sayField('field.groupId')}
          value={toId}
          onChange={setTo}
          isFirst
          error={problem}
          options={others.map(({ id, name }) => ({ value: id as string, label: name }))}
        />
        <DateField
          label={sayField('field.from')}
          hint={say('place-hint')}
          value={from}
          onChange={setFrom}
        />
      </div>
    </Modal>
  )
}
