import { type FormEvent, useId, useState } from 'react'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import type { GuardianId } from '#shared/families/guardian.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { TextAreaField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { accounts } from '../account-calls.ts'
import classes from '../accounts.module.css'

type DialogProps = {
  readonly guardianId: GuardianId
  readonly name: string
  readonly onClose: () => void
}

/** Off until the office opens it again; the reason stays inside. */
export function LockAccount({ guardianId, name, onClose }: DialogProps) {
  const say = useSay(accountPanelMessages)
  const sayScreen = useSay(accountsScreenMessages)
  const sayOffice = useSay(officeMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function lock(event: FormEvent) {
    event.preventDefault()
    if (!reason.trim()) return setProblem(say('reason-needed'))
    const answer = await accounts.lock({ guardianId, reason })
    if (!answer.ok) return setProblem(sayOffice(answer.refusal))
    void toast({ text: sayScreen('locked'), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('lock-title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="danger" isSubmit form={formId}>
            {sayScreen('lock')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void lock(event)}>
        <p>{say('lock-text')}</p>
        <TextAreaField
          label={say('reason')}
          hint={say('reason-hint')}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setProblem(null)
          }}
          error={problem}
          maxLength={500}
          isFirst
        />
      </form>
    </Modal>
  )
}

/** A link for a new password, once somebody has seen who is asking. */
export function ResetAccess(props: DialogProps & { readonly email: string | null }) {
  const { guardianId, name, email, onClose } = props
  const say = useSay(accountPanelMessages)
  const sayOffice = useSay(officeMessages)
  const sayUi = useSay(uiMessages)
  const [isKnown, setKnown] = useState(false)

  async function reset() {
    if (!isKnown) return
    const answer = await accounts.resetAccess({ guardianId, isKnown })
    void toast(
      answer.ok
        ? { text: say('reset-done') }
        : { text: sayOffice(answer.refusal), tone: 'alert' as const },
    )
    onClose()
  }
  return (
    <Modal
      title={say('reset-title', { name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" disabled={!isKnown} onClick={() => void reset()}>
            {say('reset-do')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        <p>{say('reset-text', { email: email ?? '•••' })}</p>
        <CheckboxField
          label={say('reset-check')}
          hint={say('reset-hint')}
          value={isKnown}
          onChange={setKnown}
        />
      </div>
    </Modal>
  )
}
