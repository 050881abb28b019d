import { boardMessages } from '#shared/meetings/board-messages.ts'
import { cardNotes, longWait, needsAttention } from '#shared/meetings/card-notes.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { type MeetingTalk, placeOf } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { useSay } from '../../platform/language.tsx'
import {
  IconAlertTriangle,
  IconCheck,
  IconMessage,
  IconPin,
  IconUser,
} from '../../platform/ui/icons.ts'
import classes from './board.module.css'
import type { Moving } from './use-moving.ts'

type Props = {
  readonly page: RoundPage
  readonly talk: MeetingTalk
  readonly moving: Moving
  readonly mayPlan: boolean
}

/** A talk: its family, and what is worth knowing of its time. */
export function Card({ page: { sheet, names }, talk, moving, mayPlan }: Props) {
  const say = useSay(boardMessages)
  const sayRound = useSay(meetingsMessages)
  const notes = cardNotes(sheet, talk)
  const place = placeOf(talk.place)
  const pupil = names.pupils[talk.pupilId]
  const isHeld = moving.held?.id === talk.id
  const interpreter = sheet.parties.find(({ id }) => id === talk.partyId)?.interpreter
  const warnings = [
    notes.isOutsideWish && say('card-outside'),
    notes.waitMinutes >= longWait && say('card-waits', { minutes: notes.waitMinutes }),
  ].filter((each) => each !== false)
  const signs = [
    talk.isPinned && { icon: IconPin, label: say('card-pinned') },
    talk.confirmedAt && { icon: IconCheck, label: say('card-confirmed') },
    talk.placedBy === 'guardian' &&
      !talk.confirmedAt && { icon: IconUser, label: say('card-booked') },
    talk.question && {
      icon: IconMessage,
      label: say('card-question', { question: talk.question }),
    },
  ].filter((each) => each !== false && each !== null && each !== '')

  function onKeyDown(event: React.KeyboardEvent) {
    if (!mayPlan) return
    const keys: Record<string, () => void> = isHeld
      ? {
          ArrowDown: () => moving.step(1),
          ArrowUp: () => moving.step(-1),
          Enter: () => moving.aim && void moving.put(talk, moving.aim),
          ' ': () => moving.aim && void moving.put(talk, moving.aim),
          Escape: moving.drop,
        }
      : {
          Enter: () => moving.pick(talk),
          ' ': () => moving.pick(talk),
          p: () => void moving.pin(talk),
          P: () => void moving.pin(talk),
          Delete: () => void moving.put(talk, null),
        }
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <button
      type="button"
      className={classes.card}
      data-private
      data-tone={needsAttention(notes) ? 'warn' : undefined}
      data-held={isHeld || undefined}
      aria-pressed={isHeld}
      draggable={mayPlan}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', talk.id)
        event.dataTransfer.effectAllowed = 'move'
        moving.pick(talk)
      }}
      onDragEnd={moving.drop}
      onClick={() => mayPlan && (isHeld ? moving.drop() : moving.pick(talk))}
      onKeyDown={onKeyDown}
    >
      <span className={classes.cardName}>
        {place && <span className={classes.time}>{clockOf(place.from)}</span>}
        {pupil?.name}
        {signs.map(({ icon: Picture, label }) => (
          <Picture key={label} size={14} aria-label={label} title={label} role="img" />
        ))}
      </span>
      <span className={classes.cardMeta}>
        {[
          names.parties[talk.partyId],
          talk.minutes === sheet.round.minutes
            ? ''
            : say('card-minutes', { minutes: talk.minutes }),
          talk.isByVideo ? say('card-video') : '',
          interpreter ? `${sayRound('interpreter')}: ${interpreter}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {warnings.length > 0 && (
        <span className={classes.cardWarning}>
          <IconAlertTriangle size={14} aria-hidden /> {warnings.join(', ')}
        </span>
      )}
    </button>
  )
}
