import type { HeatDay, HeatKind } from '#shared/counters/statistics.ts'
import { statisticsWords } from '#shared/counters/words/statistics-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { IconCalendar } from '../platform/ui/icons.ts'
import { Section } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { countedTables, counters } from './counter-calls.ts'
import classes from './statistics.module.css'

/** Each kind has a sign too, since colours alone tell some eyes nothing. */
const signs: Record<HeatKind, string> = {
  none: '',
  late: 'L',
  authorised: '✓',
  unjudged: '?',
  unauthorised: '!',
}

/** The school year of a pupil: a column a week, a square a day; and what it adds up to. */
export function PupilYearStrip({ pupilId }: { readonly pupilId: string }) {
  const say = useSay(statisticsWords)
  const { number } = useFormats()
  const year = useFresh(countedTables, { pupilId }, (input) => counters.pupilYear(input))
  if (year === 'loading') return <Skeleton />
  if (!year) {
    return (
      <EmptyState icon={IconCalendar} title={say('pupil-empty')}>
        {say('pupil-empty-text')}
      </EmptyState>
    )
  }
  const { totals, halfDays, weeks } = year
  const sums = [
    [say('authorised'), number(totals.authorised)],
    [say('unauthorised'), number(totals.unauthorised)],
    [say('unjudged'), number(totals.unjudged)],
    [say('late'), say('late-sum', { count: totals.late, minutes: totals.lateMinutes })],
    [say('half-days'), number(halfDays)],
  ] as const
  return (
    <div className={classes.stats}>
      <Section title={say('pupil-title')}>
        <dl className={classes.sums}>
          {sums.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={say('strip')}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section className={classes.strip} aria-label={say('strip')} tabIndex={0}>
          {weeks.map(({ monday, days }) => (
            <span key={monday}>
              {days.map((day) => (
                <HeatCell key={day.day} {...day} />
              ))}
            </span>
          ))}
        </section>
        <ul className={classes.legend}>
          {(['authorised', 'unjudged', 'unauthorised', 'late'] as const).map((kind) => (
            <li key={kind}>
              <span className={classes.cell} data-kind={kind} aria-hidden>
                {signs[kind]}
              </span>
              {say(kind)}
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function HeatCell({ day, kind, minutes }: HeatDay) {
  const say = useSay(statisticsWords)
  const { weekday } = useFormats()
  if (kind === null) return <span className={classes.cell} data-kind="off" aria-hidden />
  // A day without absence is said by nobody: two hundred squares would be read out.
  if (kind === 'none') return <span className={classes.cell} aria-hidden />
  const text = `${weekday(day)}: ${say(kind)}, ${say('minutes-of', { minutes })}`
  return (
    <span className={classes.cell} data-kind={kind} role="img" aria-label={text} title={text}>
      {signs[kind]}
    </span>
  )
}
