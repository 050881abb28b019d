import { useState } from 'react'
import { meetingsContract, type RoundSummary } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { go, type RouteOf } from '../platform/routes.ts'
import { useShortcuts } from '../platform/shortcuts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconPlus, IconUsersGroup } from '../platform/ui/icons.ts'
import { PageHead } from '../platform/ui/page/page.tsx'
import { EmptyState } from '../platform/ui/signs/empty-state.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { useMay } from '../platform/viewer.tsx'
import { meetings, meetingTables } from './meeting-calls.ts'
import classes from './meetings.module.css'
import { RoundPlace } from './round-place.tsx'
import { RoundTag } from './round-tag.tsx'
import { RulesDialog } from './setup/rules-dialog.tsx'

/** Rounds of parent meetings, or one of them. */
export function MeetingsScreen({ route }: { readonly route: RouteOf<'meetings'> }) {
  return route.id ? <RoundPlace key={route.id} roundId={route.id} /> : <Rounds />
}

function Rounds() {
  const say = useSay(meetingsMessages)
  const sayUi = useSay(uiMessages)
  const rows = useFresh(meetingTables, {}, () => meetings.list({}))
  const mayAdd = useMay(meetingsContract.methods.add)
  const [isNew, setNew] = useState(false)
  useShortcuts(
    sayUi('keys-list'),
    mayAdd ? [{ keys: 'mod+n', says: say('new'), run: () => setNew(true) }] : [],
  )
  const add = mayAdd && (
    <Button kind="primary" icon={IconPlus} onClick={() => setNew(true)}>
      {say('new')}
    </Button>
  )
  return (
    <div data-pane className={classes.rounds}>
      <PageHead title={say('title')} actions={rows !== 'loading' && rows.length > 0 && add} />
      {rows === 'loading' ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={say('empty-title')} action={add || undefined}>
          {say(mayAdd ? 'empty-text' : 'empty-teacher')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {rows.map((round) => (
            <RoundRow key={round.id} round={round} />
          ))}
        </ul>
      )}
      {isNew && (
        <RulesDialog
          round={null}
          onClose={() => setNew(false)}
          onSaved={(id) => go({ screen: 'meetings', id })}
        />
      )}
    </div>
  )
}

function RoundRow({ round }: { readonly round: RoundSummary }) {
  const say = useSay(meetingsMessages)
  const formats = useFormats()
  const { id, name, firstDay, lastDay, placed, talks, answered, parties } = round
  const days =
    firstDay && lastDay && firstDay !== lastDay
      ? `${formats.weekday(firstDay)} – ${formats.weekday(lastDay)}`
      : firstDay && formats.weekday(firstDay)
  return (
    <li>
      <button
        type="button"
        className={classes.round}
        onClick={() => go({ screen: 'meetings', id })}
      >
        <span className={classes.roundName}>
          <strong>{name}</strong>
          <span className={classes.meta}>{days}</span>
        </span>
        <RoundTag state={round.state} />
        <span className={classes.meta}>
          {say('progress', { placed, talks, answered, parties })}
        </span>
      </button>
    </li>
  )
}
