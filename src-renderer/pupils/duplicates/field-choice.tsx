import { useId } from 'react'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import type { Pupil } from '#shared/pupils/pupil.ts'
import { pupilFieldMessages } from '#shared/pupils/pupil-field-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import classes from './duplicates.module.css'
import { type ComparedField, type Side, textOf } from './merge-choice.ts'

type FieldChoiceProps = {
  readonly field: ComparedField
  readonly pair: readonly [Pupil, Pupil]
  readonly side: Side
  readonly onChoose: (side: Side) => void
}

/** One differing field: left or right. */
export function FieldChoice({ field, pair, side, onChoose }: FieldChoiceProps) {
  const sayField = useSay(pupilFieldMessages)
  const name = useId()
  return (
    <fieldset className={classes.choice}>
      <legend>{sayField(`field.${field}`)}</legend>
      {([0, 1] as const).map((each) => (
        <label key={each} data-chosen={side === each || undefined}>
          <input type="radio" name={name} checked={side === each} onChange={() => onChoose(each)} />
          <ValueOf pupil={pair[each]} field={field} />
        </label>
      ))}
    </fieldset>
  )
}

function ValueOf({ pupil, field }: { readonly pupil: Pupil; readonly field: ComparedField }) {
  const say = useSay(uiMessages)
  const sayField = useSay(pupilFieldMessages)
  const { partialDay } = useFormats()
  const { birthDate, sex, nationalNumberKind: kind } = pupil
  const text = textOf(pupil, field)
  if (text === '') return <span className="muted">{say('not-filled-in')}</span>
  if (field === 'birthDate' && birthDate) return <span>{partialDay(birthDate)}</span>
  if (field === 'sex') return <span>{sayField(`sex.${sex}`)}</span>
  if (field === 'nationalNumberKind' && kind) return <span>{sayField(`number-kind.${kind}`)}</span>
  return <span data-private={field === 'nationalNumber'}>{text}</span>
}
