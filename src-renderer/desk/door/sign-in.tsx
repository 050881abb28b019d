import { useState } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { deskMessages } from '#shared/desk/desk-messages.ts'
import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { PasswordField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconLock } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { desk } from '../desk-store.ts'
import { PracticeStart } from '../first-run/practice-start.tsx'
import { AcceptInvitation } from './accept-invitation.tsx'
import { DoorButtons, DoorForm, DoorPage } from './door-page.tsx'

/** Says which school this is, and nothing about who works there. */
export function SignIn({ state }: { readonly state: DeskState }) {
  const say = useSay(troubleMessages)
  const sayDesk = useSay(deskMessages)
  const [isPractice, choosePractice] = useState(false)
  const [isInvited, beInvited] = useState(false)
  const form = useSignIn()
  if (isPractice) return <PracticeStart state={state} onBack={() => choosePractice(false)} />
  if (isInvited) return <AcceptInvitation state={state} onBack={() => beInvited(false)} />
  return (
    <DoorPage
      title={state.schoolName ?? sayDesk('balie')}
      foot={
        <>
          <LinkButton onClick={() => beInvited(true)}>{say('invited')}</LinkButton>
          <LinkButton onClick={() => choosePractice(true)}>{say('open-practice')}</LinkButton>
          <span>{say('version', { version: state.version })}</span>
        </>
      }
    >
      <DoorForm onSubmit={() => void form.submit()}>
        <TextField
          label={say('user-name')}
          isFirst
          autoComplete="username"
          value={form.userName}
          onChange={form.setUserName}
        />
        <PasswordField label={say('password')} value={form.password} onChange={form.setPassword} />
        {form.needsCode && (
          <TextField
            label={say('second-code')}
            hint={say('second-hint')}
            isFirst
            autoComplete="one-time-code"
            inputMode="numeric"
            value={form.code}
            onChange={form.setCode}
            maxLength={10}
          />
        )}
        {form.refused && form.refused.refusal !== 'session.needs-code' && (
          <Banner tone="alert" isNews>
            {say(form.refused.refusal, form.refused.details)}
          </Banner>
        )}
        <DoorButtons>
          <Button kind="primary" icon={IconLock} isSubmit isBusy={form.isBusy}>
            {say('sign-in')}
          </Button>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}

type Refused = Extract<Awaited<ReturnType<typeof desk.unlock>>, { ok: false }>

function useSignIn() {
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [needsCode, needCode] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function submit() {
    if (!userName.trim() || !password) return
    setBusy(true)
    setRefused(null)
    const typed = { userName: userName.trim(), password }
    const answer = await desk.unlock(needsCode ? { ...typed, code } : typed)
    setBusy(false)
    // Opened: main tells the desk, and this screen goes.
    if (answer.ok) return
    setRefused(answer)
    setCode('')
    const isHalfIn =
      answer.refusal === 'session.needs-code' || answer.refusal === 'session.code-wrong'
    needCode(isHalfIn)
    // The password was right: only the code is asked anew.
    if (!isHalfIn) setPassword('')
  }

  return {
    ...{ userName, setUserName, password, setPassword, code, setCode },
    ...{ needsCode, refused, isBusy, submit },
  }
}
