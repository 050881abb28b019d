import { useState } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { PasswordField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconKey } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { desk } from '../desk-store.ts'
import { DoorButtons, DoorForm, DoorPage } from './door-page.tsx'

type Refused = Extract<Awaited<ReturnType<typeof desk.acceptInvitation>>, { ok: false }>
type AcceptInvitationProps = { readonly state: DeskState; readonly onBack: () => void }

/** The slip of the office becomes a password that only its owner knows. */
export function AcceptInvitation({ state, onBack }: AcceptInvitationProps) {
  const say = useSay(troubleMessages)
  const sayDesk = useSay(deskMessages)
  const [userName, setUserName] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit() {
    if (!userName.trim() || !code.trim() || !password) return
    setBusy(true)
    setRefused(null)
    const answer = await desk.acceptInvitation({ userName: userName.trim(), code, password })
    setBusy(false)
    // Let in: main tells the desk, and this screen goes.
    if (!answer.ok) setRefused(answer)
  }
  return (
    <DoorPage
      title={say('invitation-title')}
      text={say('invitation-text')}
      foot={
        <>
          <LinkButton onClick={onBack}>{say('back')}</LinkButton>
          <span>{state.schoolName ?? sayDesk('balie')}</span>
        </>
      }
    >
      <DoorForm onSubmit={() => void submit()}>
        <TextField label={say('user-name')} isFirst value={userName} onChange={setUserName} />
        <TextField
          label={say('invitation-code')}
          placeholder="XXXXX-XXXXX"
          value={code}
          onChange={setCode}
          maxLength={40}
        />
        <PasswordField
          label={say('wanted-password')}
          hint={say('staff.password-too-short')}
          value={password}
          onChange={setPassword}
          isNew
          maxLength={200}
        />
        {refused && (
          <Banner tone="alert" isNews>
            {say(refused.refusal, refused.details)}
          </Banner>
        )}
        <DoorButtons>
          <Button kind="primary" icon={IconKey} isSubmit isBusy={isBusy}>
            {say('sign-in')}
          </Button>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}
