import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../../language.tsx'
import { InlineSwitchField } from './inline-choice-field.tsx'
import { InlineTextField } from './inline-text-field.tsx'

type YesNoFieldProps = {
  readonly label: string
  readonly value: boolean
  readonly isReadOnly: boolean
  readonly warning?: string | null
  readonly onSave: (value: boolean) => Promise<string | null>
}

/** A switch; in words for whom it is not, since a switch that is off duty looks the same either way. */
export function YesNoField({ isReadOnly, ...field }: YesNoFieldProps) {
  const say = useSay(uiMessages)
  if (!isReadOnly) return <InlineSwitchField {...field} />
  return (
    <InlineTextField
      label={field.label}
      value={null}
      shown={say(field.value ? 'yes' : 'no')}
      isReadOnly
      warning={field.warning ?? null}
      onSave={() => Promise.resolve(null)}
    />
  )
}
