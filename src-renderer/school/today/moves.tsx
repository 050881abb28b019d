import type { TodayOverview } from '#shared/school/school-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go } from '../../platform/routes.ts'
import { IconArrowLeft, IconArrowRight } from '../../platform/ui/icons.ts'
import { Section } from '../../platform/ui/page/page.tsx'
import { walkRows } from '../walk-rows.ts'
import classes from './today.module.css'

/** Who comes to school and who leaves it in the coming weeks. */
export function TodayMoves({ overview }: { readonly overview: TodayOverview }) {
  const say = useSay(todayMessages)
  const { dayOfYear } = useFormats()
  const coming = overview.startingSoon.map((mover) => ({ ...mover, isComing: true }))
  const going = overview.leavingSoon.map((mover) => ({ ...mover, isComing: false }))
  const moves = [...coming, ...going].toSorted((a, b) => a.on.localeCompare(b.on))
  if (moves.length === 0) return null
  return (
    <Section title={say('moves')}>
      <ul className={classes.rows} onKeyDown={walkRows}>
        {moves.map(({ id, name, on, isComing }) => {
          const Arrow = isComing ? IconArrowRight : IconArrowLeft
          return (
            <li key={`${id}-${on}`} className={classes.row} data-size="small">
              <Arrow size={18} stroke={1.75} aria-hidden />
              <button
                type="button"
                className={classes.open}
                onClick={() => go({ screen: 'pupils', id })}
              >
                <span data-private>{name}</span>
                <span className={classes.aside}>
                  {say(isComing ? 'move.starts' : 'move.leaves', { day: dayOfYear(on) })}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
