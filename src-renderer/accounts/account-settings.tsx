import { type FormEvent, useId, useState } from 'react'
import type { AccountsSettings } from '#shared/accounts/office/accounts-contract.ts'
import { accountsScreenMessages } from '#shared/accounts/office/words/accounts-screen-messages.ts'
import { officeMessages } from '#shared/accounts/office/words/office-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { go } from '../platform/routes.ts'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { SwitchField } from '../platform/ui/fields/choice-field.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { accounts } from './account-calls.ts'
import classes from './accounts.module.css'

type DialogProps = { readonly onClose: () => void }

/** How long a code counts, and what the portal asks of a password. */
export function AccountSettingsDialog({ onClose }: DialogProps) {
  const say = useSay(accountsScreenMessages)
  const settings = useFresh(['accountSettings'], {}, accounts.settings)
  if (settings === 'loading') {
    return (
      <Modal title={say('settings-title')} onClose={onClose}>
        <Skeleton shape="fields" rows={3} />
      </Modal>
    )
  }
  return <SettingsForm settings={settings} onClose={onClose} />
}

function SettingsForm({
  settings,
  onClose,
}: DialogProps & { readonly settings: AccountsSettings }) {
  const say = useSay(accountsScreenMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [days, setDays] = useState(String(settings.codeDays))
  const [needsCapitalAndDigit, setNeeds] = useState(settings.needsCapitalAndDigit)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const codeDays = Number(days)
    if (!Number.isInteger(codeDays) || codeDays < 1 || codeDays > 365) {
      return setProblem(say('code-days-wrong'))
    }
    await accounts.setSettings({ codeDays, needsCapitalAndDigit })
    void toast({ text: say('saved'), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('settings-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <PortalPlace settings={settings} />
        <TextField
          label={say('code-days')}
          value={days}
          onChange={(text) => {
            setDays(text)
            setProblem(null)
          }}
          error={problem}
          inputMode="numeric"
          maxLength={3}
          isFirst
        />
        <SwitchField
          label={say('needs-capital')}
          hint={say('needs-capital-hint')}
          value={needsCapitalAndDigit}
          onChange={setNeeds}
        />
      </form>
    </Modal>
  )
}

function PortalPlace({ settings: { portal } }: { readonly settings: AccountsSettings }) {
  const say = useSay(accountsScreenMessages)
  const sayOffice = useSay(officeMessages)
  if (!portal) {
    const toSync = (
      <Button size="small" onClick={() => go({ screen: 'sync' })}>
        {say('to-sync')}
      </Button>
    )
    return (
      <Banner tone="warn" action={toSync}>
        {sayOffice('accounts.no-portal')}
      </Banner>
    )
  }
  return (
    <>
      <p>{say('portal-at', { url: portal.url })}</p>
      {!portal.hasKey && <Banner tone="warn">{sayOffice('accounts.no-key')}</Banner>}
    </>
  )
}
