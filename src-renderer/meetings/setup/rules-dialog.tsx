import { type FormEvent, useId, useState } from 'react'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import {
  type MeetingRound,
  RoundFields,
  roundKinds,
  roundModes,
  separatedRules,
} from '#shared/meetings/round.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { Segments, SwitchField } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextAreaField, TextField } from '../../platform/ui/fields/text-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { Banner } from '../../platform/ui/signs/banner.tsx'
import { meetings, told } from '../meeting-calls.ts'
import classes from '../meetings.module.css'

const usual: RoundFields = {
  ...{ name: '', kind: 'progress', mode: 'booking', per: 'child', minutes: 10, pauseMinutes: 0 },
  ...{ mostInARow: null, walkMinutes: 0, separated: 'each', opensOn: null, closesOn: null },
  ...{ siblingsDaysEarlier: 1, asksQuestions: true, introduction: null },
}

type Props = {
  readonly round: MeetingRound | null
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

/** The rules of a round, new or known. */
export function RulesDialog({ round, onClose, onSaved }: Props) {
  const say = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const formId = useId()
  const [fields, setFields] = useState<RoundFields>(round ?? usual)
  const [problem, setProblem] = useState<string | null>(null)
  const set = (changes: Partial<RoundFields>) => setFields((old) => ({ ...old, ...changes }))

  async function save(event: FormEvent) {
    event.preventDefault()
    const parsed = RoundFields.safeParse(fields)
    if (!parsed.success) {
      const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
      if (wrong.has('name')) return setProblem(say('needs-name'))
      const isOrder = wrong.has('closesOn')
      return setProblem(isOrder ? sayRefusal('round.closes-before-it-opens') : say('needs-minutes'))
    }
    if (!round) {
      const answer = await meetings.add({ fields: parsed.data })
      if (answer.ok) onSaved(answer.value)
      return
    }
    const { id: roundId } = round
    if (await told(sayRefusal, meetings.change({ roundId, fields: parsed.data }), say('saved')))
      onSaved(roundId)
  }
  return (
    <Modal
      title={round?.name ?? say('new')}
      width={680}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void save(event)} className={classes.form} noValidate>
        <TextField
          label={say('name')}
          value={fields.name}
          onChange={(name) => set({ name })}
          error={fields.name.trim() === '' ? problem : null}
          maxLength={200}
        />
        <SelectField
          label={say('kind')}
          value={fields.kind}
          onChange={(kind) => set({ kind })}
          options={roundKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        />
        <SelectField
          label={say('mode')}
          value={fields.mode}
          onChange={(mode) => set({ mode })}
          options={roundModes.map((value) => ({ value, label: say(`mode.${value}`) }))}
        />
        <Lengths fields={fields} set={set} />
        <Segments
          label={say('per')}
          isLabelShown
          value={fields.per}
          onChange={(per) => set({ per })}
          options={(['child', 'household'] as const).map((value) => ({
            value,
            label: say(`per.${value}`),
          }))}
        />
        <Segments
          label={say('separated')}
          isLabelShown
          value={fields.separated}
          onChange={(separated) => set({ separated })}
          options={separatedRules.map((value) => ({ value, label: say(`separated.${value}`) }))}
        />
        <DateField
          label={say('opens-on')}
          value={fields.opensOn}
          onChange={(opensOn) => set({ opensOn })}
        />
        <DateField
          label={say('closes-on')}
          value={fields.closesOn}
          onChange={(closesOn) => set({ closesOn })}
        />
        <SwitchField
          label={say('asks-questions')}
          value={fields.asksQuestions}
          onChange={(asksQuestions) => set({ asksQuestions })}
        />
        <TextAreaField
          label={say('introduction')}
          rows={3}
          value={fields.introduction ?? ''}
          onChange={(introduction) => set({ introduction })}
          maxLength={4000}
        />
        {problem && fields.name.trim() !== '' && (
          <Banner tone="alert" isNews>
            {problem}
          </Banner>
        )}
      </form>
    </Modal>
  )
}

type LengthsProps = {
  readonly fields: RoundFields
  readonly set: (changes: Partial<RoundFields>) => void
}

function Lengths({ fields, set }: LengthsProps) {
  const say = useSay(meetingsMessages)
  const number = (text: string) => Number(text.replace(/\D/g, '') || 0)
  const five = (text: string) => Math.round(number(text) / 5) * 5
  const lines = [
    {
      label: say('minutes'),
      value: fields.minutes,
      keep: (n: string) => set({ minutes: five(n) }),
    },
    {
      label: say('pause'),
      value: fields.pauseMinutes,
      keep: (n: string) => set({ pauseMinutes: five(n) }),
    },
    {
      label: say('most-in-a-row'),
      value: fields.mostInARow,
      keep: (n: string) => set({ mostInARow: number(n) || null }),
    },
    {
      label: say('walk'),
      value: fields.walkMinutes,
      keep: (n: string) => set({ walkMinutes: five(n) }),
    },
    {
      label: say('siblings-earlier'),
      value: fields.siblingsDaysEarlier,
      keep: (n: string) => set({ siblingsDaysEarlier: number(n) }),
    },
  ]
  return lines.map(({ label, value, keep }) => (
    <NumberLine key={label} label={label} value={value} onKeep={keep} />
  ))
}

type NumberProps = {
  readonly label: string
  readonly value: number | null
  readonly onKeep: (text: string) => void
}

/** Kept when the field is left, so that a number may be typed figure by figure. */
function NumberLine({ label, value, onKeep }: NumberProps) {
  const [text, setText] = useState(value === null ? '' : String(value))
  return (
    <TextField
      label={label}
      value={text}
      inputMode="numeric"
      maxLength={3}
      onChange={setText}
      onBlur={() => onKeep(text)}
    />
  )
}
