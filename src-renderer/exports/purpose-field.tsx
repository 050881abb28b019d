import type { Ref } from 'react'
import { exportsMessages } from '#shared/exports/exports-messages.ts'
import { useSay } from '../platform/language.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import { Chip } from './chip.tsx'
import classes from './exports.module.css'

const suggestions = ['learning', 'platform', 'move', 'authority', 'own'] as const

type PurposeFieldProps = {
  readonly purpose: string
  readonly isMissing: boolean
  readonly onChange: (purpose: string) => void
  readonly ref: Ref<HTMLInputElement>
}

/** Why the data leave the house, in the office's own words or one of the usual ones. */
export function PurposeField({ purpose, isMissing, onChange, ref }: PurposeFieldProps) {
  const say = useSay(exportsMessages)
  return (
    <div className={classes.group}>
      <TextField
        label={say('purpose')}
        hint={say('purpose-hint')}
        error={isMissing ? say('purpose-needed') : null}
        value={purpose}
        onChange={onChange}
        maxLength={300}
        isRequired
        isSpellChecked
        ref={ref}
      />
      <div className={classes.chips}>
        {suggestions.map((each) => {
          const words = say(`purpose.${each}`)
          return (
            <Chip key={each} isOn={purpose === words} onClick={() => onChange(words)}>
              {words}
            </Chip>
          )
        })}
      </div>
    </div>
  )
}
