import { type FormEvent, useEffect, useId, useState } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { type SecondFactorStart, staffContract } from '#shared/staff/staff-contract.ts'
import { staffEntryMessages } from '#shared/staff/staff-entry-messages.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { connect } from '../../platform/client.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { PasswordField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconShieldLock } from '../../platform/ui/icons.ts'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from './settings.module.css'

const staff = connect(staffContract)

/** On or off, with the steps in a window of their own. */
export function SecondFactorButton() {
  const say = useSay(staffEntryMessages)
  // Like a password it announces nothing, so a change asks to read again.
  const [edition, setEdition] = useState(0)
  const state = useFresh([], edition, () => staff.secondFactor({}))
  const [isOpen, open] = useState(false)
  if (state === 'loading') return null
  const Dialog = state.isOn ? TurnOff : TurnOn
  return (
    <>
      <Button icon={IconShieldLock} disabled={!state.isPossible} onClick={() => open(true)}>
        {say(state.isOn ? 'second-off' : 'second-on')}
      </Button>
      {isOpen && (
        <Dialog
          onClose={() => {
            open(false)
            setEdition((now) => now + 1)
          }}
        />
      )}
    </>
  )
}

type DialogProps = { readonly onClose: () => void }

function TurnOn({ onClose }: DialogProps) {
  const say = useSay(staffEntryMessages)
  const sayStaff = useSay(staffMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [start, setStart] = useState<SecondFactorStart | null>(null)
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => void staff.beginSecondFactor({}).then(setStart), [])

  async function confirm(event: FormEvent) {
    event.preventDefault()
    const answer = await staff.confirmSecondFactor({ code })
    if (!answer.ok) return setProblem(sayStaff(answer.refusal))
    void toast({ text: say('second-done') })
    onClose()
  }
  return (
    <Modal
      title={say('second-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('second-on')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void confirm(event)}>
        <p>{say('second-scan')}</p>
        {start && <Qr start={start} />}
        <TextField
          label={say('second-code')}
          value={code}
          onChange={(text) => {
            setCode(text)
            setProblem(null)
          }}
          error={problem}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          isFirst
        />
        <p className="muted">{say('second-lost')}</p>
      </form>
    </Modal>
  )
}

/** Dark on white in every theme: cameras read no light code. */
function Qr({ start: { qr, secret } }: { readonly start: SecondFactorStart }) {
  const say = useSay(staffEntryMessages)
  const side = qr.size + 8
  return (
    <>
      <svg
        width={176}
        height={176}
        viewBox={`-4 -4 ${side} ${side}`}
        shapeRendering="crispEdges"
        aria-hidden
      >
        <rect x={-4} y={-4} width={side} height={side} fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
      <p>
        {say('second-secret')} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
    </>
  )
}

function TurnOff({ onClose }: DialogProps) {
  const say = useSay(staffEntryMessages)
  const sayStaff = useSay(staffMessages)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function remove(event: FormEvent) {
    event.preventDefault()
    if (!password) return setProblem(sayStaff('staff.password-wrong'))
    const answer = await staff.removeSecondFactor({ password })
    if (!answer.ok) return setProblem(sayStaff(answer.refusal))
    void toast({ text: say('second-gone') })
    onClose()
  }
  return (
    <Modal
      title={say('second-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('second-off')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void remove(event)}>
        <p>{say('second-off-text')}</p>
        <PasswordField
          label={sayStaff('field.currentPassword')}
          value={password}
          onChange={(text) => {
            setPassword(text)
            setProblem(null)
          }}
          error={problem}
          isFirst
          maxLength={200}
        />
      </form>
    </Modal>
  )
}
