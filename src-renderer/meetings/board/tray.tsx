import { boardMessages } from '#shared/meetings/board-messages.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import type { MeetingTalk } from '#shared/meetings/talk.ts'
import { useSay } from '../../platform/language.tsx'
import { IconCheck } from '../../platform/ui/icons.ts'
import classes from './board.module.css'
import { Card } from './card.tsx'
import type { Moving } from './use-moving.ts'

type Props = {
  readonly page: RoundPage
  readonly talks: readonly MeetingTalk[]
  readonly moving: Moving
}

/** Talks without a time; a card that is let go here loses its own. */
export function Tray({ page, talks, moving }: Props) {
  const say = useSay(boardMessages)
  const { held } = moving
  return (
    <aside
      className={classes.tray}
      aria-label={say('unplaced', { count: talks.length })}
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => held && void moving.put(held, null)}
    >
      <h3>{say('unplaced', { count: talks.length })}</h3>
      {talks.length === 0 && (
        <p className={classes.done}>
          <IconCheck size={16} aria-hidden /> {say('unplaced-none')}
        </p>
      )}
      {talks.map((talk) => (
        <Card key={talk.id} page={page} talk={talk} moving={moving} mayPlan />
      ))}
    </aside>
  )
}
