import { type FormEvent, useId, useState } from 'react'
import type { AccountRow } from '#shared/accounts/office/accounts-contract.ts'
import { accountPanelMessages } from '#shared/accounts/office/words/account-panel-messages.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import classes from '../accounts.module.css'
import { useAccountActions } from '../use-account-actions.ts'

type ExtendCodesProps = { readonly rows: readonly AccountRow[]; readonly onClose: () => void }

export function ExtendCodes({ rows, onClose }: ExtendCodesProps) {
  const say = useSay(accountPanelMessages)
  const sayScreen = useSay(accountsScreenMessages)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const formId = useId()
  const actions = useAccountActions()
  const [endsOn, setEndsOn] = useState<Day | null>(() => addDays(today(), 30))

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!endsOn) return
    await actions.extend(rows, endsOn)
    onClose()
  }
  return (
    <Modal
      title={say('extend-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId} disabled={!endsOn}>
            {sayScreen('extend')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <p>{say('extend-text')}</p>
        <DateField
          label={say('extend-until')}
          value={endsOn}
          onChange={setEndsOn}
          min={today()}
          isFirst
        />
      </form>
    </Modal>
  )
}
