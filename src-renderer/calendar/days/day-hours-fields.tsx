import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import classes from '../calendar.module.css'
import { ClockField } from '../clock-field.tsx'
import type { HoursDraft } from './hours-draft.ts'

type DayHoursFieldsProps = {
  /** What the hours are of, for who hears the fields. */
  readonly label: string
  readonly value: HoursDraft
  readonly onChange: (value: HoursDraft) => void
}

/** Begin, end, where the afternoon begins, and the breaks of one day. */
export function DayHoursFields({ label, value, onChange }: DayHoursFieldsProps) {
  const say = useSay(schoolDaysScreenMessages)
  const set = (wanted: Partial<HoursDraft>) => onChange({ ...value, ...wanted })
  return (
    <fieldset className={classes.fieldset}>
      <legend>{label}</legend>
      <div className={classes.pair}>
        <ClockField
          label={say('week-begin')}
          value={value.startsAt}
          onChange={(startsAt) => set({ startsAt })}
        />
        <ClockField
          label={say('week-end')}
          value={value.endsAt}
          onChange={(endsAt) => set({ endsAt })}
        />
        <ClockField
          label={say('week-split')}
          value={value.splitsAt}
          onChange={(splitsAt) => set({ splitsAt })}
        />
      </div>
      <TextField
        label={say('week-breaks')}
        hint={say('week-break-hint')}
        value={value.breaks}
        onChange={(breaks) => set({ breaks })}
        maxLength={100}
      />
    </fieldset>
  )
}
