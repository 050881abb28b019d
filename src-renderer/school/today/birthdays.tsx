import { addDays } from '#shared/platform/day.ts'
import type { TodayOverview } from '#shared/school/school-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { walkRows } from '../walk-rows.ts'
import classes from './today.module.css'

export function TodayBirthdays({ overview }: { readonly overview: TodayOverview }) {
  const say = useSay(todayMessages)
  const { weekday } = useFormats()
  const { birthdays, today } = overview

  function dayName(on: string) {
    if (on === today) return say('birthday.today')
    return on === addDays(today, 1) ? say('birthday.tomorrow') : weekday(on)
  }
  return (
    <Section title={say('birthdays')}>
      {birthdays.length === 0 && <p className="muted">{say('birthdays-none')}</p>}
      <ul className={classes.rows} onKeyDown={walkRows}>
        {birthdays.map(({ id, name, groupName, on, turns }) => (
          <li key={id} className={classes.row} data-size="small">
            <span className={classes.day} data-today={on === today || undefined}>
              {dayName(on)}
            </span>
            <button
              type="button"
              className={classes.open}
              onClick={() => go({ screen: 'pupils', id })}
            >
              <span data-private>{[name, groupName].filter(Boolean).join(', ')}</span>
              <span className={classes.aside}>{say('birthday.turns', { age: turns })}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
