import { useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { groups } from '../group-reads.ts'
import classes from './members.module.css'

type TakeOutProps = {
  readonly group: GroupRow
  readonly pupil: PupilRow
  readonly onClose: () => void
  readonly onTaken: () => void
}

export function TakeOut({ group, pupil, onClose, onTaken }: TakeOutProps) {
  const say = useSay(groupMembersMessages)
  const sayField = useSay(groupsMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const [until, setUntil] = useState<Day | null>(today())
  const [problem, setProblem] = useState<string | null>(null)
  async function takeOut() {
    if (!until) return
    const answer = await groups.takeOut({ pupilId: pupil.id, groupId: group.id, until })
    if (!answer.ok) return setProblem(sayField(answer.refusal, answer.details))
    void toast({
      text: say('taken-out', { name: pupil.name, group: group.name }),
      undo: 'last',
    })
    onTaken()
  }
  return (
    <Modal
      title={say('take-out-title', { name: pupil.name, group: group.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" disabled={!until} onClick={() => void takeOut()}>
            {say('take-out')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p>{say('take-out-hint')}</p>
        <DateField
          label={sayField('field.until')}
          value={until}
          onChange={setUntil}
          error={problem}
          isFirst
        />
      </div>
    </Modal>
  )
}
