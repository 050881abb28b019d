import { useEffect, useState } from 'react'
import type { JoinRefused } from '#shared/desk/desk-contract.ts'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { staffMessages } from '#shared/staff/staff-messages.ts'
import { joinMessages } from '#shared/sync/join-messages.ts'
import { onEvent } from '../../platform/bridge.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { PasswordField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconArrowLeft } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { desk, refreshDesk } from '../desk-store.ts'
import { DoorButtons, DoorForm, DoorPage } from '../door/door-page.tsx'

const ofField = {
  url: ['sync.address'],
  code: ['sync.code'],
  password: ['staff.password-too-short', 'staff.password-common'],
} as const satisfies Record<string, readonly JoinRefused[]>

/** One more computer of a school that has a portal: address, code, and a password of one's own. */
export function JoinSchool({ onBack }: { readonly onBack: () => void }) {
  const say = useSay(joinMessages)
  const saySetup = useSay(setupMessages)
  const { number } = useFormats()
  const sentence = useSentence()
  const [url, setUrl] = useState('')
  const [code, setCode] = useState('')
  const [password, setPassword] = useState('')
  const [refusal, setRefusal] = useState<JoinRefused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const rows = useJoinedRows()

  async function join() {
    if (!url.trim()) return setRefusal('sync.address')
    if (!code.trim()) return setRefusal('sync.code')
    if (!password) return setRefusal('staff.password-too-short')
    setBusy(true)
    const answer = await desk.join({ url, code, password }).finally(() => setBusy(false))
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) await refreshDesk()
  }
  const errorOf = (field: keyof typeof ofField) =>
    refusal && ofField[field].some((each) => each === refusal) ? sentence(refusal) : null
  const isElsewhere = refusal && !errorOf('url') && !errorOf('code') && !errorOf('password')
  return (
    <DoorPage title={say('join-title')} text={say('join-page-text')}>
      <DoorForm onSubmit={() => void join()}>
        <TextField
          label={say('address')}
          hint={say('address-hint')}
          value={url}
          onChange={setUrl}
          error={errorOf('url')}
          isFirst
          maxLength={300}
        />
        <TextField
          label={say('code')}
          value={code}
          onChange={setCode}
          error={errorOf('code')}
          maxLength={200}
        />
        <PasswordField
          label={say('join-password')}
          value={password}
          onChange={setPassword}
          error={errorOf('password')}
          isNew
          maxLength={200}
        />
        {isElsewhere && (
          <Banner tone="alert" isNews>
            {sentence(refusal)}
          </Banner>
        )}
        <DoorButtons>
          <Button icon={IconArrowLeft} onClick={onBack} disabled={isBusy}>
            {saySetup('previous')}
          </Button>
          <Button kind="primary" isSubmit isBusy={isBusy}>
            {say('join')}
          </Button>
          <span role="status" className="muted">
            {isBusy && say('join-busy', { count: number(rows) })}
          </span>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}

/** Each refusal in the words of whoever says it. */
function useSentence() {
  const say = useSay(joinMessages)
  const saySetup = useSay(setupMessages)
  const sayStaff = useSay(staffMessages)
  return (refusal: JoinRefused): string => {
    switch (refusal) {
      case 'staff.password-too-short':
      case 'staff.password-common':
        return sayStaff(refusal)
      case 'setup.school-exists':
      case 'setup.keychain':
      case 'setup.disk':
        return saySetup(refusal)
      default:
        return say(refusal)
    }
  }
}

function useJoinedRows() {
  const [rows, setRows] = useState(0)
  useEffect(() => onEvent('progress', ({ job, done }) => job === 'sync.join' && setRows(done)), [])
  return rows
}
