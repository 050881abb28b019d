import type { TodayOverview } from '#shared/school/school-contract.ts'
import { todayMessages } from '#shared/school/today-messages.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { go, type Route } from '../../platform/routes.ts'
import classes from './today.module.css'

type Tile = {
  readonly count: number
  readonly label: string
  readonly hint: string
  /** Only what needs a person has a colour. */
  readonly tone: 'warn' | 'plain' | 'quiet'
  readonly to: Route
  readonly isPrivate?: boolean
}

type Mover = TodayOverview['startingSoon'][number]

export function TodayTiles({ overview }: { readonly overview: TodayOverview }) {
  const say = useSay(todayMessages)
  const { dayOfYear } = useFormats()
  const { incompleteCount, duplicateCount, startingSoon, leavingSoon } = overview

  const first = ([mover]: readonly Mover[]) =>
    mover && say('tile.next', { name: mover.name, day: dayOfYear(mover.on) })
  const tiles: readonly Tile[] = [
    {
      count: incompleteCount,
      label: say('tile.incomplete', { count: incompleteCount }),
      hint: say(incompleteCount > 0 ? 'tile.incomplete-hint' : 'tile.incomplete-none'),
      tone: incompleteCount > 0 ? 'warn' : 'quiet',
      to: { screen: 'groups', id: 'incomplete' },
    },
    {
      count: duplicateCount,
      label: say('tile.duplicate', { count: duplicateCount }),
      hint: say(duplicateCount > 0 ? 'tile.duplicate-hint' : 'tile.duplicate-none'),
      tone: duplicateCount > 0 ? 'warn' : 'quiet',
      to: { screen: 'pupils', id: 'duplicates' },
    },
    {
      count: startingSoon.length,
      label: say('tile.starting', { count: startingSoon.length }),
      hint: first(startingSoon) ?? say('tile.nobody-starting'),
      tone: startingSoon.length > 0 ? 'plain' : 'quiet',
      to: placeOf(startingSoon),
      isPrivate: true,
    },
    {
      count: leavingSoon.length,
      label: say('tile.leaving', { count: leavingSoon.length }),
      hint: first(leavingSoon) ?? say('tile.nobody-leaving'),
      tone: leavingSoon.length > 0 ? 'plain' : 'quiet',
      to: placeOf(leavingSoon),
      isPrivate: true,
    },
  ]
  return (
    <section className={classes.tiles} aria-label={say('tiles-label')}>
      {tiles.map(({ count, label, hint, tone, to, isPrivate }) => (
        <button
          key={label}
          type="button"
          className={classes.tile}
          data-tone={tone}
          onClick={() => go(to)}
        >
          <span className={classes.number}>{count}</span>
          <span>{label}</span>
          <span className={classes.hint} data-private={isPrivate}>
            {hint}
          </span>
        </button>
      ))}
    </section>
  )
}

/** The list, with whoever comes first beside it. */
function placeOf([mover]: readonly Mover[]): Route {
  return mover ? { screen: 'pupils', id: mover.id } : { screen: 'pupils' }
}
