import { useState } from 'react'
import type { DeskState, DeskTrouble } from '#shared/desk/desk-contract.ts'
import { troubleMessages } from '#shared/desk/trouble-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button, LinkButton } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconKey, IconRefresh, IconShieldLock } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { desk, refreshDesk } from '../desk-store.ts'
import { PracticeStart } from '../first-run/practice-start.tsx'
import { DoorButtons, DoorForm, DoorPage } from './door-page.tsx'
import classes from './trouble.module.css'

type TroubleProps = { readonly trouble: DeskTrouble; readonly state: DeskState }

/** What happened, what is safe, what now. Nothing on this screen can make, change or erase a file. */
export function Trouble({ trouble, state }: TroubleProps) {
  const say = useSay(troubleMessages)
  const [isBusy, setBusy] = useState(false)
  const [isPractice, choosePractice] = useState(false)
  async function retry() {
    setBusy(true)
    await desk.retry({})
    await refreshDesk()
    setBusy(false)
  }
  if (isPractice) return <PracticeStart state={state} onBack={() => choosePractice(false)} />
  return (
    <DoorPage
      title={say(`${trouble}-what`)}
      width="wide"
      foot={
        <>
          <LinkButton onClick={() => choosePractice(true)}>{say('open-practice')}</LinkButton>
          <span>
            {say('version', { version: state.version })} · {trouble}
          </span>
        </>
      }
    >
      <dl className={classes.sentences}>
        <dt>
          <IconShieldLock size={18} stroke={1.75} aria-hidden />
          {say('safe-title')}
        </dt>
        <dd>{say(`${trouble}-safe`)}</dd>
        <dt>
          <IconRefresh size={18} stroke={1.75} aria-hidden />
          {say('now-title')}
        </dt>
        <dd>{say(`${trouble}-now`)}</dd>
      </dl>
      <DoorButtons>
        <Button kind="primary" icon={IconRefresh} isBusy={isBusy} onClick={() => void retry()}>
          {say('retry')}
        </Button>
      </DoorButtons>
      {needsKey.includes(trouble) && <Recovery />}
    </DoorPage>
  )
}

/** With these the file is sound and only its key is out of reach. */
const needsKey: readonly DeskTrouble[] = ['keychain-empty', 'keychain-unavailable', 'key-wrong']

type Refusal = 'recovery.wrong-code' | 'recovery.no-slot' | 'recovery.keychain'

function Recovery() {
  const say = useSay(troubleMessages)
  const [code, setCode] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function recover() {
    if (!code.trim()) return
    setBusy(true)
    const answer = await desk.recover({ code })
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) await refreshDesk()
    setBusy(false)
  }
  return (
    <section className={classes.recovery}>
      <h2>{say('recover-title')}</h2>
      <DoorForm onSubmit={() => void recover()}>
        <TextField
          label={say('recover-code')}
          hint={say('recover-text')}
          placeholder="0000-0000-0000-0000-0000-0000-0000-0000-0000"
          value={code}
          onChange={setCode}
        />
        {refusal && (
          <Banner tone="alert" isNews>
            {say(refusal)}
          </Banner>
        )}
        <DoorButtons>
          <Button icon={IconKey} isSubmit isBusy={isBusy}>
            {say('recover')}
          </Button>
        </DoorButtons>
      </DoorForm>
    </section>
  )
}
