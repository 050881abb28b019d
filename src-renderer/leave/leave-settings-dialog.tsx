import { type FormEvent, useId, useState } from 'react'
import type { LeaveSettingsFields } from '#shared/leave/leave-settings.ts'
import { leaveSettingsWords } from '#shared/leave/words/settings-words.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { CheckboxField } from '../platform/ui/fields/choice-field.tsx'
import { TextAreaField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import classes from './leave.module.css'
import { leave } from './leave-calls.ts'

type DialogProps = { readonly onClose: () => void }

/** How this school deals with leave. */
export function LeaveSettingsDialog({ onClose }: DialogProps) {
  const say = useSay(leaveSettingsWords)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const known = useFresh(['leaveSettings'], {}, () => leave.settings({}))
  return (
    <Modal
      title={say('settings-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('settings-save')}
          </Button>
        </>
      }
    >
      {known === 'loading' ? (
        <Skeleton />
      ) : (
        <SettingsForm formId={formId} known={known} onClose={onClose} />
      )}
    </Modal>
  )
}

type FormProps = DialogProps & { readonly formId: string; readonly known: LeaveSettingsFields }

function SettingsForm({ formId, known, onClose }: FormProps) {
  const say = useSay(leaveSettingsWords)
  const { guardiansAsk, asksEverybody, principalDecides, rules } = known
  const [fields, setFields] = useState({ guardiansAsk, asksEverybody, principalDecides, rules })
  const set = (change: Partial<LeaveSettingsFields>) => setFields((now) => ({ ...now, ...change }))

  async function save(event: FormEvent) {
    event.preventDefault()
    await leave.saveSettings(fields)
    void toast({ text: say('settings-kept'), undo: 'last' })
    onClose()
  }
  return (
    <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
      <CheckboxField
        label={say('setting-ask')}
        value={fields.guardiansAsk}
        onChange={(value) => set({ guardiansAsk: value })}
      />
      <CheckboxField
        label={say('setting-all')}
        value={fields.asksEverybody}
        onChange={(value) => set({ asksEverybody: value })}
      />
      <CheckboxField
        label={say('setting-principal')}
        value={fields.principalDecides}
        onChange={(value) => set({ principalDecides: value })}
      />
      <TextAreaField
        label={say('setting-rules')}
        hint={say('setting-rules-hint')}
        value={fields.rules}
        onChange={(value) => set({ rules: value })}
        rows={5}
        maxLength={2000}
      />
    </form>
  )
}
