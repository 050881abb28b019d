import { calendarScreenMessages } from '#shared/calendar/calendar-screen-messages.ts'
import type { SchoolYear } from '#shared/groups/group.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { IconCalendar } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import type { Opened } from '../calendar-place.tsx'
import type { Entry } from '../calendar-reads.ts'
import { signOf } from './entry-sign.ts'
import { useEntryWords } from './use-entry-words.ts'
import classes from './views.module.css'

type ListViewProps = {
  readonly entries: readonly Entry[]
  readonly year: SchoolYear
  readonly open: (opened: Opened) => void
}

/** The year from its beginning to its end, by month. */
export function ListView({ entries, year, open }: ListViewProps) {
  const say = useSay(calendarScreenMessages)
  const { partialDay } = useFormats()
  const months = Map.groupBy(entries, ({ startsOn }) =>
    (startsOn < year.startsOn ? year.startsOn : startsOn).slice(0, 7),
  )
  if (entries.length === 0) {
    return (
      <EmptyState icon={IconCalendar} title={say('empty')}>
        {say('empty-text')}
      </EmptyState>
    )
  }
  return (
    <div className={classes.list}>
      {[...months].map(([month, listed]) => (
        <section key={month}>
          <h2>{partialDay(month)}</h2>
          <ul>
            {listed.map((entry) => (
              <li key={entry.id}>
                <Line entry={entry} onOpen={() => open(entry)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Line({ entry, onOpen }: { readonly entry: Entry; readonly onOpen: () => void }) {
  const { kind, title, when, about } = useEntryWords()
  const Picture = signOf(entry)
  return (
    <button
      type="button"
      className={classes.line}
      data-cancelled={entry.isCancelled || undefined}
      onClick={onOpen}
    >
      <span className={classes.when}>{when(entry)}</span>
      <Picture size={18} stroke={1.75} aria-hidden />
      <span className={classes.what}>
        <strong>{title(entry)}</strong>
        <small>{[kind(entry), ...about(entry)].join(' · ')}</small>
      </span>
    </button>
  )
}
