import { registerMessages } from '#shared/absences/messages/register-messages.ts'
import type { Day } from '#shared/platform/day.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { IconCalendarOff } from '../platform/ui/icons.ts'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import classes from './absences.module.css'

type FreeDayProps = {
  readonly nextSchoolDay: Day | null
  readonly lastSchoolDay: Day | null
  readonly onDay: (day: Day) => void
}

/** A weekend or holiday: when there is school again, and the way back to the last day. */
export function FreeDay({ nextSchoolDay, lastSchoolDay, onDay }: FreeDayProps) {
  const say = useSay(registerMessages)
  const { longDay, weekday } = useFormats()
  return (
    <EmptyState
      icon={IconCalendarOff}
      title={say('free-day')}
      action={
        lastSchoolDay && (
          <div className={classes.picker}>
            <Button onClick={() => onDay(lastSchoolDay)}>
              {say('go-last', { day: weekday(lastSchoolDay) })}
            </Button>
          </div>
        )
      }
    >
      {say('free-day-text')}{' '}
      {nextSchoolDay && say('next-school-day', { day: longDay(nextSchoolDay) })}
    </EmptyState>
  )
}
