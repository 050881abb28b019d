import type { WeekChart } from '#shared/counters/statistics.ts'
import { statisticsWords } from '#shared/counters/words/statistics-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import classes from './statistics.module.css'

const kinds = ['authorised', 'unjudged', 'unauthorised', 'late'] as const

/** A bar for each lesson week; its text says the same figures. */
export function WeekBars({ weeks }: { readonly weeks: WeekChart }) {
  const say = useSay(statisticsWords)
  const { weekday } = useFormats()
  const highest = Math.max(1, ...weeks.map((week) => sumOf(week)))
  return (
    <>
      <ul className={classes.legend}>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={classes[kind]} aria-hidden />
            {say(kind)}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={classes.chart} aria-label={say('weeks')} tabIndex={0}>
        {weeks.map((week) => {
          const text = kinds.map((kind) => `${say(kind)} ${week[kind]}`).join(', ')
          return (
            <div
              key={week.monday}
              className={classes.week}
              role="img"
              aria-label={`${weekday(week.monday)}: ${text}`}
              title={`${weekday(week.monday)}: ${text}`}
            >
              <span aria-hidden>{sumOf(week)}</span>
              <div className={classes.stack} aria-hidden>
                {kinds.map((kind) => (
                  <span
                    key={kind}
                    className={classes[kind]}
                    style={{ blockSize: `${(week[kind] / highest) * 100}%` }}
                  />
                ))}
              </div>
              <span
                aria-hidden
              >{`${Number(week.monday.slice(8))}/${Number(week.monday.slice(5, 7))}`}</span>
            </div>
          )
        })}
      </section>
    </>
  )
}

const sumOf = (week: WeekChart[number]) =>
  week.authorised + week.unauthorised + week.unjudged + week.late
