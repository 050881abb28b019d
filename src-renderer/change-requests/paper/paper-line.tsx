import type { PaperField } from '#shared/change-requests/change-requests-contract.ts'
import { paperMessages } from '#shared/change-requests/messages/paper-messages.ts'
import { useSay } from '../../platform/language.tsx'
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
  return (
    <TextField
      label={label}
      {...(hint ? { hint } : {})}
      value={typed ?? field.now ?? ''}
      onChange={onType}
    />
  )
}

function choicesOf({ input }: PaperField): readonly string[] | null {
  if (input === 'yes-no') return ['1', '0']
  return typeof input === 'object' ? input.choices : null
}
