import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { DateField } from '../../platform/ui/fields/date-field.tsx'
import classes from '../calendar.module.css'
import { ClockField } from '../clock-field.tsx'
import type { Draft } from './event-draft.ts'

type TimeFieldsProps = {
  readonly draft: Draft
  readonly onChange: (wanted: Partial<Draft>) => void
}

/** When it is. The last day follows the first until somebody sets it apart. */
export function TimeFields({ draft, onChange }: TimeFieldsProps) {
  const say = useSay(calendarScreenMessages)
  const { startsOn, endsOn, isWholeDay } = draft
  return (
    <>
      <div className={classes.pair}>
        <DateField
          label={say('field.startsOn')}
          value={startsOn}
          onChange={(day) => {
            const follows = startsOn === endsOn || (day && endsOn && endsOn < day)
            onChange({ startsOn: day, ...(follows ? { endsOn: day } : {}) })
          }}
        />
        <DateField
          label={say('field.endsOn')}
          value={endsOn}
          onChange={(day) => onChange({ endsOn: day })}
        />
      </div>
      <CheckboxField
        label={say('whole-day')}
        value={isWholeDay}
        onChange={(whole) => onChange({ isWholeDay: whole })}
      />
      {!isWholeDay && (
        <div className={classes.pair}>
          <ClockField
            label={say('field.startsAt')}
            value={draft.startsAt}
            onChange={(startsAt) => onChange({ startsAt })}
          />
          <ClockField
            label={say('field.endsAt')}
            value={draft.endsAt}
            onChange={(endsAt) => onChange({ endsAt })}
          />
        </div>
      )}
    </>
  )
}
