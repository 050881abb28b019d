import { type FormEvent, useId, useState } from 'react'
import { type GroupId, type GroupKind, groupKinds, type SchoolYear } from '#shared/groups/group.ts'
import { groupsMessages } from '#shared/groups/groups-messages.ts'
import { groupsScreenMessages } from '#shared/groups/groups-screen-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { MultiSelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { groups } from '../group-reads.ts'
import { useGradeOptions } from '../year-grades.ts'
import classes from './group-list.module.css'

type NewGroupProps = {
  readonly year: SchoolYear
  readonly onClose: () => void
  readonly onAdded: (id: GroupId) => void
}

export function NewGroup({ year, onClose, onAdded }: NewGroupProps) {
  const say = useSay(groupsScreenMessages)
  const sayField = useSay(groupsMessages)
  const sayUi = useSay(uiMessages)
  const grades = useGradeOptions()
  const formId = useId()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<GroupKind>('class')
  const [yearGrades, setGrades] = useState<readonly string[]>([])
  const [room, setRoom] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.trim()) return setProblem(say('name-needed'))
    const fields = { name, kind, yearGrades: [...yearGrades], room }
    const answer = await groups.add({ schoolYearId: year.id, fields })
    if (!answer.ok) return setProblem(sayField(answer.refusal, answer.details))
    void toast({ text: say('group-added', { name }), undo: 'last' })
    onAdded(answer.value)
  }

  return (
    <Modal
      title={`${say('group-new')} · ${year.name}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('add')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <TextField
          label={sayField('field.name')}
          hint={say('name-hint', { example: '4A' })}
          error={problem}
          value={name}
          onChange={(text) => {
            setName(text)
            setProblem(null)
          }}
          isRequired
          isFirst
        />
        <MultiSelectField
          label={sayField('field.yearGrades')}
          hint={say('grades-hint')}
          value={yearGrades}
          onChange={setGrades}
          options={grades}
        />
        <TextField label={sayField('field.room')} value={room} onChange={setRoom} />
        <div className={classes.names}>
          <Segments
            label={sayField('field.kind')}
            value={kind}
            onChange={setKind}
            options={groupKinds.map((value) => ({ value, label: sayField(`kind.${value}`) }))}
          />
          <p className="muted">{say(`kind-hint.${kind}`)}</p>
        </div>
      </form>
    </Modal>
  )
}
