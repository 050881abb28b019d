import { useState } from 'react'
import { boardMessages } from '#shared/meetings/board-messages.ts'
import { cardNotes, needsAttention } from '#shared/meetings/card-notes.ts'
import type { RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import { placeOf } from '#shared/meetings/talk.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { CheckboxField, Segments } from '../../platform/ui/fields/choice-field.tsx'
import { IconCalendar } from '../../platform/ui/icons.ts'
import { EmptyState } from '../../platform/ui/signs/empty-state.tsx'
import { Kbd } from '../../platform/ui/signs/kbd.tsx'
import classes from './board.module.css'
import { BoardGrid } from './board-grid.tsx'
import { PlanButton } from './plan-button.tsx'
import { Tray } from './tray.tsx'
import { useMoving } from './use-moving.ts'

type Props = { readonly page: RoundPage; readonly mayPlan: boolean }

/** Who is when with whom; moved by dragging, by clicks or by keys. */
export function BoardTab({ page, mayPlan }: Props) {
  const say = useSay(boardMessages)
  const sayRound = useSay(meetingsMessages)
  const formats = useFormats()
  const { days, resources, talks } = page.sheet
  const [dayId, setDay] = useState<string | null>(null)
  const [isOnlyProblems, setOnlyProblems] = useState(false)
  const moving = useMoving(page, setDay)
  const day = days.find(({ id }) => id === dayId) ?? days[0]
  if (!day || talks.length === 0) {
    return (
      <EmptyState icon={IconCalendar} title={sayRound('empty-title')}>
        {sayRound(mayPlan ? 'who-text' : 'empty-teacher')}
      </EmptyState>
    )
  }
  const isShown = (id: string) =>
    !isOnlyProblems ||
    talks.some(
      (talk) =>
        talk.resourceIds.some((each) => each === id) &&
        (talk.place === null || needsAttention(cardNotes(page.sheet, talk))),
    )
  const own = new Set(talks.flatMap(({ resourceIds }) => resourceIds))
  const teachers = resources.filter(
    ({ kind, id }) => kind === 'teacher' && own.has(id) && isShown(id),
  )
  const unplaced = talks.filter(({ place, cancelledAt }) => place === null && cancelledAt === null)
  return (
    <div className={classes.board}>
      <div className={classes.bar}>
        {days.length > 1 && (
          <Segments
            label={sayRound('days')}
            value={day.id as string}
            onChange={setDay}
            options={days.map(({ id, day: date }) => ({
              value: id as string,
              label: `${formats.weekday(date)} (${talks.filter(({ place }) => placeOf(place)?.dayId === id).length})`,
            }))}
          />
        )}
        <CheckboxField
          label={say('only-problems')}
          value={isOnlyProblems}
          onChange={setOnlyProblems}
        />
        {mayPlan && <PlanButton page={page} />}
      </div>
      {mayPlan && <Keys />}
      <div className={classes.middle}>
        {mayPlan && <Tray page={page} talks={unplaced} moving={moving} />}
        <BoardGrid {...{ page, day, moving, mayPlan, teachers }} />
      </div>
      <p className={classes.spoken} role="status" aria-live="assertive">
        {moving.spoken}
      </p>
    </div>
  )
}

/** The keys of a card, in sight: nobody guesses them. */
function Keys() {
  const say = useSay(boardMessages)
  const keys = [
    ['enter', say('key-pick')],
    ['arrowdown', say('key-move')],
    ['escape', say('key-drop')],
    ['p', say('key-pin')],
    ['delete', say('key-tray')],
  ] as const
  return (
    <p className={classes.keys}>
      {keys.map(([key, says]) => (
        <span key={key}>
          <Kbd keys={key} /> {says}
        </span>
      ))}
    </p>
  )
}
