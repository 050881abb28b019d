import { useEffect, useState } from 'react'
import { boardMessages } from '#shared/meetings/board-messages.ts'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { Proposal, Proven, RoundPage } from '#shared/meetings/meetings-contract.ts'
import { meetingsMessages } from '#shared/meetings/meetings-messages.ts'
import type { ProposedMove } from '#shared/meetings/planning-of-round.ts'
import { placeOf, TalkId } from '#shared/meetings/talk.ts'
import { clockOf } from '#shared/meetings/times.ts'
import { useFormats } from '../../platform/formats.ts'
import { useSay } from '../../platform/language.tsx'
import { Button } from '../../platform/ui/button.tsx'
import { CheckboxField } from '../../platform/ui/fields/choice-field.tsx'
import { Modal } from '../../platform/ui/overlays/modal.tsx'
import { meetings, told } from '../meeting-calls.ts'
import classes from './board.module.css'

type Props = {
  readonly page: RoundPage
  readonly proposal: Proposal
  readonly onClose: () => void
}

/** What the planner would change, to take over whole or row by row. */
export function ProposalDialog({ page, proposal, onClose }: Props) {
  const say = useSay(boardMessages)
  const sayRound = useSay(meetingsMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const { moves, before, after } = proposal
  const [left, leave] = useState<ReadonlySet<string>>(new Set())
  const words = useMoveWords(page)
  const wanted = moves.filter(({ talkId }) => !left.has(talkId))
  function toggle(talkId: string, isTaken: boolean) {
    const now = new Set(left)
    if (isTaken) now.delete(talkId)
    else now.add(talkId)
    leave(now)
  }
  async function accept() {
    const roundId = page.sheet.round.id
    const asked = wanted.map((each) => ({ ...each, talkId: TalkId.parse(each.talkId) }))
    if (await told(sayRefusal, meetings.accept({ roundId, moves: asked }), say('accepted')))
      onClose()
  }
  return (
    <Modal
      title={say('proposal-title')}
      width={680}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayRound('cancel')}</Button>
          {moves.length > 0 && (
            <Button kind="primary" disabled={wanted.length === 0} onClick={() => void accept()}>
              {say('accept-all', { count: wanted.length })}
            </Button>
          )}
        </>
      }
    >
      <p>
        {moves.length === 0
          ? say('proposal-none')
          : say('proposal-summary', {
              placed: moves.filter(({ from }) => from === null).length,
              moved: moves.filter(({ from, to }) => from !== null && to !== null).length,
              unplaced: after.unplaced,
            })}
      </p>
      <p>
        {say('proposal-wait', {
          before: before.waitMinutes,
          after: after.waitMinutes,
          longest: after.longestWaitMinutes,
        })}
      </p>
      <Quality page={page} />
      <ul className={classes.moves} data-private>
        {moves.map((move) => (
          <li key={move.talkId}>
            <CheckboxField
              label={words.move(move)}
              value={!left.has(move.talkId)}
              onChange={(isTaken) => toggle(move.talkId, isTaken)}
            />
          </li>
        ))}
      </ul>
      {proposal.unmet.length > 0 && (
        <>
          <h3>{say('unmet')}</h3>
          <ul data-private>
            {proposal.unmet.map(({ talkId, wish, reason, minutes }) => (
              <li key={`${talkId} ${wish}`}>
                {say(`unmet-${wish}`, {
                  who: words.who(talkId),
                  why: say(`reason.${reason.kind}`),
                  minutes,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  )
}

/** How much better it could be at most, when that has been worked out. */
function Quality({ page }: Pick<Props, 'page'>) {
  const say = useSay(boardMessages)
  const roundId = page.sheet.round.id
  const [proven, setProven] = useState<Proven | 'proving'>('proving')
  useEffect(() => {
    let isHere = true
    void meetings.prove({ roundId }).then((found) => isHere && found && setProven(found))
    return () => {
      isHere = false
    }
  }, [roundId])
  if (proven === 'proving') return <p role="status">{say('proposal-proving')}</p>
  const { points, bound, isProven } = proven
  // The time was up before anything was known.
  if (!isProven && bound === 0) return null
  const percent = points > 0 ? Math.ceil(((points - bound) / points) * 1000) / 10 : 0
  return (
    <p role="status">
      {isProven || percent <= 0 ? say('proposal-proven') : say('proposal-bound', { percent })}
    </p>
  )
}

function useMoveWords({ sheet, names }: RoundPage) {
  const say = useSay(boardMessages)
  const formats = useFormats()
  const talks = new Map<string, (typeof sheet.talks)[number]>(
    sheet.talks.map((each) => [each.id, each]),
  )
  const who = (talkId: string) => {
    const talk = talks.get(talkId)
    if (!talk) return ''
    const teacher = names.resources[talk.resourceIds[0] ?? ''] ?? ''
    return `${names.pupils[talk.pupilId]?.name ?? ''} – ${teacher}`
  }
  const when = (text: string) => {
    const place = placeOf(text)
    const day = sheet.days.find(({ id }) => id === place?.dayId)
    return place && day ? `${formats.weekday(day.day)} ${clockOf(place.from)}` : ''
  }
  return {
    who,
    move: ({ talkId, from, to }: ProposedMove) => {
      if (to === null) return say('move-removed', { who: who(talkId) })
      if (from === null) return say('move-placed', { who: who(talkId), to: when(to) })
      return say('move-moved', { who: who(talkId), from: when(from), to: when(to) })
    },
  }
}
