import type { PaperField } from '#shared/change-requests/change-requests-contract.ts'
import { paperMessages } from '#shared/change-requests/messages/paper-messages.ts'
import { Day, PartialDay } from '#shared/platform/day.ts'
import { useSay } from '../../platform/language.tsx'
import { DateField, PartialDateField } from '../../platform/ui/fields/date-field.tsx'
import { SelectField } from '../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import { useAskWords } from '../use-ask-words.ts'

type PaperLineProps = {
  readonly field: PaperField
  /** Undefined until somebody types: then the field is asked as it stands. */
  readonly typed: string | undefined
  readonly onType: (text: string) => void
}

/** One detail, with what the school has; it is filled in already, so only what differs is typed. */
export function PaperLine({ field, typed, onType }: PaperLineProps) {
  const say = useSay(paperMessages)
  const words = useAskWords()
  const name = words.label(`${field.tbl}.${field.field ?? field.act}`)
  const label = field.of ? `${name} · ${field.of}` : name
  const now = words.value(field, field.now) ?? say('nothing')
  const hint = typed === undefined ? undefined : say('now', { value: now })
  const choices = choicesOf(field)
  if (choices) {
    return (
      <SelectField
        label={label}
        {...(hint ? { hint } : {})}
        value={typed ?? field.now}
        options={choices.map((choice) => ({
          value: choice,
          label: words.value(field, choice) ?? choice,
        }))}
        onChange={onType}
      />
    )
  }
  const day = { label, ...(hint ? { hint } : {}) }
  if (field.input === 'day' || field.input === 'partial-day') {
    return <DayLine {...day} kind={field.input} value={typed ?? field.now} onChange={onType} />
  }
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      value={typed ?? field.now ?? ''}
      onChange={onType}
    />
  )
}

type DayLineProps = {
  readonly label: string
  readonly hint?: string
  readonly kind: 'day' | 'partial-day'
  readonly value: string | null
  readonly onChange: (text: string) => void
}

/** A day as people type it here; a birth date may lack its day or month. */
export function DayLine({ kind, value, onChange, ...field }: DayLineProps) {
  const change = (day: string | null) => onChange(day ?? '')
  const read = PartialDay.safeParse(value)
  const day = Day.safeParse(value)
  return kind === 'day' ? (
    <DateField {...field} value={day.success ? day.data : null} onChange={change} />
  ) : (
    <PartialDateField {...field} isPast value={read.success ? read.data : null} onChange={change} />
  )
}

function choicesOf({ input }: PaperField): readonly string[] | null {
  if (input === 'yes-no') return ['1', '0']
  return typeof input === 'object' ? input.choices : null
}
