import { useState } from 'react'
import type { DeskState } from '#shared/desk/desk-contract.ts'
import { setupMessages } from '#shared/desk/setup-messages.ts'
import { type Country, countries } from '#shared/platform/language.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Segments } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { IconArrowLeft, IconSchool } from '../../platform/ui/icons.ts'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { desk, refreshDesk } from '../desk-store.ts'
import { DoorButtons, DoorForm, DoorPage } from '../door/door-page.tsx'

type PracticeStartProps = {
  readonly state: DeskState
  readonly country?: Country
  readonly onBack: () => void
}

type Refusal = 'setup.keychain' | 'setup.disk' | 'practice.real-school-open'

/** Other sizes than the country's usual school, from small to the largest we promise to be quick with. */
const sizes = ['60', 'usual', '1000', '5000'] as const
type Size = (typeof sizes)[number]
const usualSizes: Record<Country, number> = { nl: 221, be: 240, se: 260 }

export function PracticeStart({ state, country: first, onBack }: PracticeStartProps) {
  const say = useSay(setupMessages)
  const [country, setCountry] = useState<Country>(first ?? state.country ?? 'nl')
  const [size, setSize] = useState<Size>('usual')
  const { start, refusal, isBusy } = useStart(country, size)
  const countOf = (each: Size) => (each === 'usual' ? usualSizes[country] : Number(each))
  return (
    <DoorPage title={say('practice-title')} text={say('practice-text')}>
      <DoorForm onSubmit={start}>
        <Segments
          label={say('practice-choose')}
          isLabelShown
          value={country}
          onChange={setCountry}
          options={countries.map((value) => ({ value, label: say(`country-${value}`) }))}
        />
        <SelectField
          label={say('practice-size')}
          value={size}
          onChange={setSize}
          options={sizes.map((value) => ({
            value,
            label: say('practice-usual', { count: countOf(value) }),
          }))}
        />
        {refusal && (
          <Banner tone="alert" isNews>
            {say(refusal)}
          </Banner>
        )}
        <DoorButtons>
          <Button icon={IconArrowLeft} onClick={onBack} disabled={isBusy}>
            {say('previous')}
          </Button>
          <Button kind="primary" icon={IconSchool} isSubmit isBusy={isBusy}>
            {say('practice-start')}
          </Button>
          <span role="status" className="muted">
            {isBusy && say('practice-making')}
          </span>
        </DoorButtons>
      </DoorForm>
    </DoorPage>
  )
}

function useStart(country: Country, size: Size) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isBusy, setBusy] = useState(false)
  async function start() {
    setBusy(true)
    const pupils = size === 'usual' ? null : Number(size)
    const answer = await desk.startPractice({ country, pupils })
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) await refreshDesk()
    setBusy(false)
  }
  return { start: () => void start(), refusal, isBusy }
}
