import { exportsMessages } from '#shared/exports/exports-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { DateField } from '../platform/ui/fields/date-field.tsx'
import classes from './exports.module.css'

type SinceFieldProps = {
  readonly since: Day | null
  /** The last OneRoster export, from which a delta goes on by itself. */
  readonly last: string | null
  readonly onChange: (since: Day | null) => void
}

/** From when changes count, for a delta. */
export function SinceField({ since, last, onChange }: SinceFieldProps) {
  const say = useSay(exportsMessages)
  const { moment, today } = useFormats()
  return (
    <div className={classes.narrow}>
      <DateField
        label={say('since')}
        hint={last ? say('since-hint', { moment: moment(last) }) : say('since-ever')}
        value={since}
        max={today()}
        onChange={onChange}
      />
    </div>
  )
}
