import { useState } from 'react'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import {
  IconArrowLeft,
  IconArrowRight,
  IconDownload,
  IconPrinter,
} from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { desk } from '../desk-store.ts'
import { DoorButtons, DoorForm, DoorPage } from '../door/door-page.tsx'
import classes from './first-run.module.css'

type SheetStepProps = {
  readonly groups: readonly string[]
  readonly onBack: () => void
  readonly onNext: () => void
}

type Outcome = 'sheet-printed' | 'sheet-first' | 'print.cancelled' | 'print.failed'

/** The only way back when the key is lost: on paper before there is anything to lose. */
export function SheetStep({ groups, onBack, onNext }: SheetStepProps) {
  const say = useSay(setupMessages)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isInHand, setInHand] = useState(false)
  async function put(as: 'paper' | 'pdf') {
    const answer = await desk.printRecoverySheet({ as })
    setOutcome(answer.ok ? 'sheet-printed' : answer.refusal)
    if (answer.ok) setInHand(true)
  }
  return (
    <DoorPage title={say('sheet-title')} text={say('sheet-text')} width="wide">
      <DoorForm onSubmit={() => (isInHand ? onNext() : setOutcome('sheet-first'))}>
        <p className={classes.step}>{say('step', { step: 2 })}</p>
        <CodeGroups groups={groups} />
        <DoorButtons>
          <Button icon={IconPrinter} onClick={() => void put('paper')}>
            {say('sheet-print')}
          </Button>
          <Button icon={IconDownload} onClick={() => void put('pdf')}>
            {say('sheet-pdf')}
          </Button>
        </DoorButtons>
        {outcome && (
          <Banner tone={outcome === 'sheet-printed' ? 'ok' : 'warn'} isNews>
            {say(outcome)}
          </Banner>
        )}
        <DoorButtons>
          <Button icon={IconArrowLeft} onClick={onBack}>
            {say('previous')}
          </Button>
          <Button kind="primary" icon={IconArrowRight} isSubmit>
            {say('next')}
          </Button>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}

function CodeGroups({ groups }: { readonly groups: readonly string[] }) {
  const say = useSay(setupMessages)
  return (
    <ol className={classes.groups} aria-label={say('sheet-code')} data-private>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike; their places are fixed.
        <li key={`${index}-${group}`}>
          <small>
            {index < 8 ? say('sheet-group', { number: index + 1 }) : say('sheet-check')}
          </small>
          <code>{group}</code>
        </li>
      ))}
    </ol>
  )
}
