import { reasonMessages } from '#shared/change-requests/messages/reason-messages.ts'
import { requestDetailMessages } from '#shared/change-requests/messages/request-detail-messages.ts'
import type { Language } from '#shared/platform/language.ts'
import { speak } from '#shared/platform/messages.ts'
import { useSay } from '../../../platform/language.tsx'
import { SelectField } from '../../../platform/ui/fields/select-field.tsx'
import { TextField } from '../../../platform/ui/fields/text-field.tsx'
import classes from '../detail.module.css'

const reasons = [
  'reason.check',
  'reason.document',
  'reason.wrong',
  'reason.both',
  'reason.call',
] as const

type ReasonFieldProps = {
  readonly label: string
  /** Of the guardian, who reads it. */
  readonly language: Language
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Why not: a sentence in the guardian's own language, or the office's own words. */
export function ReasonField({ label, language, value, onChange }: ReasonFieldProps) {
  const say = useSay(requestDetailMessages)
  const sayReason = speak(reasonMessages, language)
  const chosen = reasons.find((reason) => sayReason(reason) === value) ?? null
  return (
    <div className={classes.reason}>
      <TextField label={say('reason', { field: label })} value={value} onChange={onChange} />
      <SelectField
        label={say('reason-template')}
        value={chosen}
        placeholder={say('reason-template')}
        options={reasons.map((reason) => ({ value: reason, label: sayReason(reason) }))}
        onChange={(reason) => onChange(sayReason(reason))}
      />
    </div>
  )
}
