import { type FormEvent, useState } from 'react'
import { joinMessages } from '#shared/sync/join-messages.ts'
import type { JoinRefusal } from '#shared/sync/sync-contract.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import { Section } from '../platform/ui/page/page.tsx'
import { Banner } from '../platform/ui/signs/banner.tsx'
import classes from './sync.module.css'
import { sync } from './sync-store.ts'

/** Lifts the school of this computer onto a portal. */
export function FoundForm() {
  const say = useSay(joinMessages)
  const [url, setUrl] = useState('')
  const [code, setCode] = useState('')
  const { send, refusal, isBusy } = useAsked(async () => {
    const answer = await sync.found({ url, code })
    if (answer.ok) void toast({ text: say('found-done') })
    return answer
  })
  return (
    <Section title={say('none-title')}>
      <p>{say('none-text')}</p>
      <form className={classes.form} noValidate onSubmit={send}>
        <TextField
          label={say('address')}
          hint={say('address-hint')}
          value={url}
          onChange={setUrl}
          error={refusal === 'sync.code' ? null : refusal && say(refusal)}
          maxLength={300}
        />
        <TextField
          label={say('code')}
          value={code}
          onChange={setCode}
          error={refusal === 'sync.code' ? say(refusal) : null}
          maxLength={200}
        />
        <div className={classes.buttons}>
          <Button kind="primary" isSubmit isBusy={isBusy}>
            {say('found')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

/** A copied file becomes a computer of its own. */
export function RejoinForm() {
  const say = useSay(joinMessages)
  const [code, setCode] = useState('')
  const { send, refusal, isBusy } = useAsked(() => sync.rejoin({ code }))
  return (
    <>
      <Banner tone="alert">{say('forked-text')}</Banner>
      <form className={classes.form} noValidate onSubmit={send}>
        <TextField
          label={say('code')}
          value={code}
          onChange={setCode}
          error={refusal && say(refusal)}
          maxLength={200}
        />
        <div className={classes.buttons}>
          <Button kind="primary" isSubmit isBusy={isBusy}>
            {say('rejoin')}
          </Button>
        </div>
      </form>
    </>
  )
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: JoinRefusal }

function useAsked(ask: () => Promise<Answer>) {
  const [refusal, setRefusal] = useState<JoinRefusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function send() {
    setBusy(true)
    const answer = await ask().finally(() => setBusy(false))
    setRefusal(answer.ok ? null : answer.refusal)
  }
  return {
    refusal,
    isBusy,
    send(event: FormEvent) {
      event.preventDefault()
      void send()
    },
  }
}
