import { type FormEvent, useId, useState } from 'react'
import type { AccessRequestRow } from '#shared/accounts/office/accounts-contract.ts'
import { accessRequestMessages } from '#shared/accounts/office/words/access-request-messages.ts'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { TextAreaField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { accounts } from '../account-calls.ts'
import classes from '../accounts.module.css'

type DeclineRequestProps = {
  readonly request: AccessRequestRow
  readonly onClose: () => void
}

export function DeclineRequest({ request: { id, ownName }, onClose }: DeclineRequestProps) {
  const say = useSay(accessRequestMessages)
  const sayPanel = useSay(accountPanelMessages)
  const sayOffice = useSay(officeMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function decline(event: FormEvent) {
    event.preventDefault()
    if (!reason.trim()) return setProblem(sayPanel('reason-needed'))
    const answer = await accounts.declineRequest({ id, reason })
    if (!answer.ok) return setProblem(sayOffice(answer.refusal))
    void toast({ text: say('declined'), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('decline-title', { name: ownName })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('decline')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void decline(event)}>
        <TextAreaField
          label={say('decline-reason')}
          hint={say('decline-hint')}
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
