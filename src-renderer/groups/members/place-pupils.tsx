import { useState } from 'react'
import { groupMembersMessages } from '#shared/groups/group-members-messages.ts'
import type { GroupRow } from '#shared/groups/groups-contract.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { PupilRow } from '#shared/pupils/pupils-contract.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button, IconButton } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { IconX } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { FindPupil } from './find-pupil.tsx'
import classes from './members.module.css'
import { usePlace } from './use-place.ts'

type PlacePupilsProps = {
  readonly group: GroupRow
  readonly all: readonly PupilRow[]
  readonly onClose: () => void
}

/** Type, Enter, type, Enter, Ctrl+Enter: a class is filled without the mouse. */
export function PlacePupils({ group, all, onClose }: PlacePupilsProps) {
  const say = useSay(groupMembersMessages)
  const sayField = useSay(groupsMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const [chosen, choose] = useState<readonly PupilRow[]>([])
  const [from, setFrom] = useState<Day | null>(today())
  const { place, problem, setProblem } = usePlace(onClose)

  const candidates = all.filter(
    (pupil) =>
      (pupil.status === 'current' || pupil.status === 'future') &&
      !pupil.groupIds.includes(group.id) &&
      !chosen.includes(pupil),
  )
  function confirm() {
    if (chosen.length === 0) setProblem(say('place-nobody'))
    else if (from) void place(group, chosen, from)
  }
  return (
    <Modal
      title={say('place-title', { name: group.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" keys="mod+enter" onClick={confirm}>
            {say('place-do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter confirms from any field. */}
      <div
        className={classes.form}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          confirm()
        }}
      >
        <FindPupil
          pupils={candidates}
          error={problem}
          onFound={(pupil) => {
            setProblem(null)
            choose([...chosen, pupil])
          }}
        />
        <Chosen
          chosen={chosen}
          onDrop={(pupil) => choose(chosen.filter((each) => each !== pupil))}
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

type ChosenProps = {
  readonly chosen: readonly PupilRow[]
  readonly onDrop: (pupil: PupilRow) => void
}

function Chosen({ chosen, onDrop }: ChosenProps) {
  const say = useSay(groupMembersMessages)
  if (chosen.length === 0) return null
  return (
    <ul className={classes.chosen} aria-label={say('place-chosen')}>
      {chosen.map((pupil) => (
        <li key={pupil.id} className={classes.chip} data-private>
          <span>{pupil.name}</span>
          <span className="muted">{pupil.groupName}</span>
          <IconButton
            icon={IconX}
            size="small"
            label={say('place-drop', { name: pupil.name })}
            onClick={() => onDrop(pupil)}
          />
        </li>
      ))}
    </ul>
  )
}
