import { type FormEvent, useId, useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { settingsMessages } from '#shared/school/settings-messages.ts'
import { type StaffRefusal, staffContract } from '#shared/staff/staff-contract.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { PasswordField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import classes from './settings.module.css'

const staff = connect(staffContract)

/** One's own password, with the present one as proof. */
export function OwnPassword({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(settingsMessages)
  const sayStaff = useSay(staffMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [current, setCurrent] = useState('')
  const [wanted, setWanted] = useState('')
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!current) return setRefusal('staff.password-wrong')
    if (!wanted) return setRefusal('staff.password-too-short')
    setBusy(true)
    const answer = await staff.changeOwnPassword({ current, wanted }).finally(() => setBusy(false))
    if (!answer.ok) return setRefusal(answer.refusal)
    void toast({ text: say('own-password-changed') })
    onClose()
  }
  const isCurrentWrong = refusal === 'staff.password-wrong'
  const sentence = refusal && sayStaff(refusal)
  return (
    <Modal
      title={say('own-password')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId} isBusy={isBusy}>
            {say('own-password-change')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <PasswordField
          label={sayStaff('field.currentPassword')}
          value={current}
          onChange={setCurrent}
          error={isCurrentWrong ? sentence : null}
          isFirst
          maxLength={200}
        />
        <PasswordField
          label={sayStaff('field.wantedPassword')}
          hint={sayStaff('staff.password-too-short')}
          value={wanted}
          onChange={setWanted}
          error={isCurrentWrong ? null : sentence}
          isNew
          maxLength={200}
        />
      </form>
    </Modal>
  )
}
