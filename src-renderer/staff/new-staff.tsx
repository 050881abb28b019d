import { type FormEvent, useId, useState } from 'react'
import { foldText } from '#shared/platform/fold-text.ts'
import type { StaffRole } from '#shared/platform/role.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { displayName } from '#shared/pupils/person-name.ts'
import { staffContract } from '#shared/staff/staff-contract.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { staffScreenMessages } from '#shared/staff/staff-screen-messages.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { useViewer } from '../platform/viewer.tsx'
import { RoleChoice } from './role-choice.tsx'
import classes from './staff.module.css'

const staff = connect(staffContract)

type NewStaffProps = { readonly onClose: () => void; readonly onAdded: (id: string) => void }

export function NewStaff({ onClose, onAdded }: NewStaffProps) {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [name, setName] = useState({ firstName: '', prefix: '', lastName: '' })
  const [typedUserName, setUserName] = useState<string | null>(null)
  const { role: own } = useViewer()
  const [role, setRole] = useState<StaffRole>(own === 'ict' ? own : 'teacher')
  const [problem, setProblem] = useState<{ field: 'name' | 'user'; text: string } | null>(null)
  const userName = typedUserName ?? suggest(name)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!name.firstName.trim()) return setProblem({ field: 'name', text: say('needs-name') })
    if (userName.trim().length < 2) {
      return setProblem({ field: 'user', text: say('needs-user-name') })
    }
    const rest = { email: null, language: null, seesMedical: false, isActive: true }
    const answer = await staff.add({ fields: { ...name, ...rest, userName, role } })
    if (!answer.ok) {
      return setProblem({ field: 'user', text: sayStaff(answer.refusal, answer.details) })
    }
    void toast({ text: say('added', { name: displayName(name) }), undo: 'last' })
    onAdded(answer.value)
    onClose()
  }
  const nameField = (field: keyof typeof name) => ({
    label: sayStaff(`field.${field}`),
    value: name[field],
    onChange: (text: string) => setName({ ...name, [field]: text }),
    maxLength: 200,
  })
  return (
    <Modal
      title={say('add')}
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('add-do')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <div className={classes.names}>
          <TextField
            {...nameField('firstName')}
            error={problem?.field === 'name' ? problem.text : null}
            isRequired
            isFirst
          />
          <TextField {...nameField('prefix')} />
          <TextField {...nameField('lastName')} />
        </div>
        <TextField
          label={sayStaff('field.userName')}
          value={userName}
          onChange={setUserName}
          error={problem?.field === 'user' ? problem.text : null}
          maxLength={60}
          isRequired
        />
        <RoleChoice value={role} onChange={setRole} />
        <p className="muted">{say('add-password-hint')}</p>
      </form>
    </Modal>
  )
}

/** `anna.berg` of Anna van den Berg, until somebody types another. */
function suggest({ firstName, lastName }: { firstName: string; lastName: string }) {
  return [firstName, lastName]
    .map((part) => foldText(part.trim()).replaceAll(/[^a-z0-9]+/g, ''))
    .filter(Boolean)
    .join('.')
}
