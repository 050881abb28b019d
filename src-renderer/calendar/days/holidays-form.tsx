import { useState } from 'react'
import type { SchoolYear } from '#shared/groups/group.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import {
  type HolidayProposal,
  type HolidayRegion,
  isTaken,
  regionsOf,
} from '#shared/school-days/holiday-proposal.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useLocale, useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { useFresh } from '../../platform/use-fresh.ts'
import classes from '../calendar.module.css'
import { days } from '../calendar-reads.ts'

const nothingYet = { region: null, proposals: [] }

type HolidaysFormProps = { readonly year: SchoolYear; readonly onClose: () => void }

/** Takes the holidays of a region over; what somebody should look at first is not ticked. */
export function HolidaysForm({ year, onClose }: HolidaysFormProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const sayUi = useSay(uiMessages)
  const { country } = useLocale()
  const regions = regionsOf(country)
  const [chosen, setRegion] = useState<HolidayRegion | null>(null)
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [problem, setProblem] = useState<string | null>(null)
  const asked = { region: chosen, schoolYearId: year.id }
  const answer = useFresh(['dayExceptions'], asked, days.proposals)
  const { region, proposals: shown } = answer === 'loading' ? nothingYet : answer
  const isChosen = (each: HolidayProposal) =>
    !isTaken(each) && (changed.get(each.key) ?? each.doubt === null)
  const keys = shown.filter(isChosen).map(({ key }) => key)

  async function accept() {
    if (!region) return
    const done = await days.acceptProposals({ region, schoolYearId: year.id, keys })
    if (!done.ok) return setProblem(sayDay(done.refusal))
    void toast({ text: say('holidays-taken', { count: done.value }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('holidays-title', { year: year.name })}
      onClose={onClose}
      width={620}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" disabled={keys.length === 0} onClick={() => void accept()}>
            {say('holidays-accept')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {regions.length > 1 && (
          <SelectField
            label={say('holidays-region')}
            value={region}
            onChange={setRegion}
            isFirst
            options={regions.map((value) => ({ value, label: sayDay(`region.${value}`) }))}
          />
        )}
        <p>{say('holidays-intro')}</p>
        {country === 'se' && <Banner tone="info">{say('holidays-sweden')}</Banner>}
        {answer !== 'loading' && shown.length === 0 && (
          <Banner tone="info">{say('holidays-none')}</Banner>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
        <ul className={classes.choices} tabIndex={0}>
          {shown.map((each) => (
            <li key={each.key}>
              <Choice
                proposal={each}
                value={isTaken(each) || isChosen(each)}
                onChange={(value) => setChanged((known) => new Map(known).set(each.key, value))}
              />
            </li>
          ))}
        </ul>
        {problem && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
        <p className={classes.source}>{say('holidays-source')}</p>
      </div>
    </Modal>
  )
}

type ChoiceProps = {
  readonly proposal: HolidayProposal
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

function Choice({ proposal, value, onChange }: ChoiceProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const { weekday } = useFormats()
  const { name, startsOn, endsOn, known, doubt } = proposal
  const span = (from: string, until: string) =>
    from === until ? weekday(from) : `${weekday(from)} – ${weekday(until)}`
  const state = isTaken(proposal)
    ? say('holiday-same')
    : known
      ? say('holiday-changed', { from: span(known.startsOn, known.endsOn) })
      : say('holiday-new')
  const hint = [span(startsOn, endsOn), state, doubt && sayDay(`doubt.${doubt}`)]
  return (
    <CheckboxField
      label={name}
      hint={hint.filter(Boolean).join(' · ')}
      value={value}
      isDisabled={isTaken(proposal)}
      onChange={onChange}
    />
  )
}
