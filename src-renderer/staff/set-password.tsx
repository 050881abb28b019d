import { type FormEvent, useId, useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type StaffRow, staffContract } from '#shared/staff/staff-contract.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { staffScreenMessages } from '#shared/staff/staff-screen-messages.ts'
import { connect } from '../platform/client.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { PasswordField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import classes from './staff.module.css'

const staff = connect(staffContract)

type SetPasswordProps = {
  readonly person: StaffRow
  readonly onClose: () => void
  readonly onSet: () => void
}

/** For somebody who has none yet or forgot it; nobody can look up the old one. */
export function SetPassword({ person, onClose, onSet }: SetPasswordProps) {
  const say = useSay(staffScreenMessages)
  const sayStaff = useSay(staffMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!password) return setProblem(sayStaff('staff.password-too-short'))
    setBusy(true)
    const answer = await staff
      .setPassword({ id: person.id, password })
      .finally(() => setBusy(false))
    if (!answer.ok) return setProblem(sayStaff(answer.refusal, answer.details))
    void toast({ text: say('password-set', { name: person.name }) })
    onSet()
  }
  return (
    <Modal
      title={say('set-password-title', { name: person.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId} isBusy={isBusy}>
            {say('set-password')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <p>{say('set-password-hint')}</p>
        <PasswordField
          label={sayStaff('field.wantedPassword')}
          hint={sayStaff('staff.password-too-short')}
          value={password}
          onChange={(text) => {
            setPassword(text)
            setProblem(null)
          }}
          error={problem}
          isNew
          isFirst
          maxLength={200}
        />
      </form>
    </Modal>
  )
}
