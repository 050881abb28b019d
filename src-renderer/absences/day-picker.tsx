import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import { addDays, type Day } from '#shared/platform/day.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Button, IconButton } from '../platform/ui/button.tsx'
import { DateField } from '../platform/ui/fields/date-field.tsx'
import { IconChevronLeft, IconChevronRight } from '../platform/ui/icons.ts'
import classes from './absences.module.css'

type DayPickerProps = { readonly day: Day; readonly onDay: (day: Day) => void }

/** Another day: the one before, the one after, today, or typed. Weekends are stepped over. */
export function DayPicker({ day, onDay }: DayPickerProps) {
  const say = useSay(registerMessages)
  const { today, longDay } = useFormats()
  return (
    <div className={classes.picker}>
      <IconButton
        icon={IconChevronLeft}
        label={say('prev-day')}
        onClick={() => onDay(stepped(day, -1))}
      />
      <DateField
        label={longDay(day)}
        isLabelHidden
        value={day}
        onChange={(next) => next && onDay(next)}
      />
      <IconButton
        icon={IconChevronRight}
        label={say('next-day')}
        onClick={() => onDay(stepped(day, 1))}
      />
      {day !== today() && <Button onClick={() => onDay(today())}>{say('today')}</Button>}
    </div>
  )
}

/** The next day that is no Saturday or Sunday. */
function stepped(day: Day, by: 1 | -1): Day {
  const next = addDays(day, by)
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? stepped(next, by) : next
}
