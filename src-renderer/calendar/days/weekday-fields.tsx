import { type Weekday, weekdays } from '#shared/school-days/day-pattern.ts'
import { schoolDaysMessages } from '#shared/school-days/school-days-messages.ts'
import { schoolDaysScreenMessages } from '#shared/school-days/school-days-screen-messages.ts'
import { useSay } from '../../platform/language.tsx'
import { TextField } from '../../platform/ui/fields/text-field.tsx'
import classes from '../calendar.module.css'
import { ClockField } from '../clock-field.tsx'
import { type HoursDraft, isEmptyDay, minutesOf } from './hours-draft.ts'

type WeekdayFieldsProps = {
  readonly week: Readonly<Record<Weekday, HoursDraft>>
  readonly onChange: (weekday: Weekday, hours: HoursDraft) => void
}

/** A line for each weekday; a day without begin and end is free. */
export function WeekdayFields({ week, onChange }: WeekdayFieldsProps) {
  const say = useSay(schoolDaysScreenMessages)
  return (
    <>
      <div className={`${classes.weekday} ${classes.heads}`} aria-hidden>
        <span />
        <span>{say('week-begin')}</span>
        <span>{say('week-end')}</span>
        <span>{say('week-split')}</span>
        <span>{say('week-breaks')}</span>
        <span />
      </div>
      {weekdays.map((weekday) => (
        <Line
          key={weekday}
          weekday={weekday}
          hours={week[weekday]}
          onChange={(hours) => onChange(weekday, hours)}
        />
      ))}
      <p className="muted">{say('week-break-hint')}</p>
    </>
  )
}

type LineProps = {
  readonly weekday: Weekday
  readonly hours: HoursDraft
  readonly onChange: (hours: HoursDraft) => void
}

function Line({ weekday, hours, onChange }: LineProps) {
  const say = useSay(schoolDaysScreenMessages)
  const sayDay = useSay(schoolDaysMessages)
  const name = sayDay(`weekday.${weekday}`)
  const clocks = [
    ['startsAt', 'week-begin'],
    ['endsAt', 'week-end'],
    ['splitsAt', 'week-split'],
  ] as const
  return (
    <div className={classes.weekday}>
      <strong>{name}</strong>
      {clocks.map(([field, word]) => (
        <ClockField
          key={field}
          label={`${name}: ${say(word)}`}
          isLabelHidden
          value={hours[field]}
          onChange={(clock) => onChange({ ...hours, [field]: clock })}
        />
      ))}
      <TextField
        label={`${name}: ${say('week-breaks')}`}
        isLabelHidden
        value={hours.breaks}
        onChange={(breaks) => onChange({ ...hours, breaks })}
        maxLength={100}
      />
      <span>
        {isEmptyDay(hours) ? say('week-free') : say('week-minutes', { minutes: minutesOf(hours) })}
      </span>
    </div>
  )
}
