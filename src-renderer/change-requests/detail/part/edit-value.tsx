import { useState } from 'react'
import type { PartView } from '#shared/change-requests/change-requests-contract.ts'
import { requestRefusalMessages } from '#shared/change-requests/messages/request-refusal-messages.ts'
import { askFieldOf } from '#shared/change-requests/rules/ask-fields.ts'
import { readAsked } from '#shared/change-requests/rules/asked-value.ts'
import { useLocale, useSay } from '../../../platform/language.tsx'
import { SelectField } from '../../../platform/ui/fields/select-field.tsx'
import { TextAreaField, TextField } from '../../../platform/ui/fields/text-field.tsx'
import { DayLine } from '../../paper/paper-line.tsx'
import { useAskWords } from '../../use-ask-words.ts'

type EditValueProps = {
  readonly part: PartView
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly onDone: () => void
}

/** The office writes something else than was asked; Enter keeps it, Esc leaves it as it was. */
export function EditValue({ part, label, value, onChange, onDone }: EditValueProps) {
  const words = useAskWords()
  const { country } = useLocale()
  const sayRefusal = useSay(requestRefusalMessages)
  const [typed, type] = useState(value ?? '')
  const entry = askFieldOf(part, country)
  const read = entry && readAsked(entry, typed, country)
  const choices = part.input === 'yes-no' ? ['1', '0'] : choicesOf(part)
  function keep() {
    if (read && !read.problem) onChange(read.value)
    if (!read?.problem) onDone()
  }
  if (choices) {
    return (
      <SelectField
        label={label}
        isLabelHidden
        isFirst
        value={value}
        options={choices.map((choice) => ({
          value: choice,
          label: words.value(part, choice) ?? choice,
        }))}
        onChange={(chosen) => {
          onChange(chosen)
          onDone()
        }}
      />
    )
  }
  if (part.input === 'day' || part.input === 'partial-day') {
    const change = (text: string) => {
      onChange(text || null)
      onDone()
    }
    return <DayLine label={label} kind={part.input} value={value} onChange={change} />
  }
  const field = {
    ...{ label, isLabelHidden: true, isFirst: true, value: typed, onChange: type, onBlur: keep },
    error: read?.problem ? sayRefusal(read.problem) : null,
  }
  return part.input === 'text' ? (
    <TextAreaField {...field} rows={2} />
  ) : (
    <TextField
      {...field}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') keep()
        else onDone()
      }}
    />
  )
}

const choicesOf = ({ input }: PartView) => (typeof input === 'object' ? input.choices : null)
