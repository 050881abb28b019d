import { useState } from 'react'
import type { SetUpRefusal } from '#shared/desk/desk-contract.ts'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { IconArrowLeft, IconCheck } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { DoorButtons, DoorForm, DoorPage, FieldRow } from '../door/door-page.tsx'
import classes from './first-run.module.css'

type ConfirmStepProps = {
  readonly refusal: SetUpRefusal | null
  readonly onBack: () => void
  readonly onMake: (typed: Readonly<Record<string, string>>) => Promise<void>
}

/** Two groups typed from the sheet prove that it exists and can be read. */
export function ConfirmStep({ refusal, onBack, onMake }: ConfirmStepProps) {
  const say = useSay(setupMessages)
  const [numbers] = useState(twoGroups)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)
  const isTyped = numbers.every((number) => typed[number]?.trim())
  async function submit() {
    if (!isTyped) return
    setBusy(true)
    await onMake(typed)
    setBusy(false)
  }
  return (
    <DoorPage title={say('confirm-title')} text={say('confirm-text')}>
      <DoorForm onSubmit={() => void submit()}>
        <p className={classes.step}>{say('step', { step: 3 })}</p>
        <FieldRow>
          {numbers.map((number, index) => (
            <TextField
              key={number}
              label={say('sheet-group', { number })}
              isFirst={index === 0}
              maxLength={8}
              value={typed[number] ?? ''}
              onChange={(text) => setTyped({ ...typed, [number]: text.toUpperCase() })}
            />
          ))}
        </FieldRow>
        {refusal && (
          <Banner tone="alert" isNews>
            {say(refusal)}
          </Banner>
        )}
        <DoorButtons>
          <Button icon={IconArrowLeft} onClick={onBack} disabled={isBusy}>
            {say('previous')}
          </Button>
          <Button kind="primary" icon={IconCheck} isSubmit isBusy={isBusy} disabled={!isTyped}>
            {say('confirm-start')}
          </Button>
          <span role="status" className="muted">
            {isBusy && say('making')}
          </span>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}

/** One of the first four and one of the last four: both halves of the sheet are looked at. */
function twoGroups(): readonly string[] {
  const among = (from: number) => String(from + Math.floor(Math.random() * 4))
  return [among(1), among(5)]
}
