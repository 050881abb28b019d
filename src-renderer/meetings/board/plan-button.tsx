import { useEffect, useState } from 'react'
import { boardMessages } from '#shared/meetings/board-messages.ts'
import { meetingRefusalMessages } from '#shared/meetings/meeting-refusal-messages.ts'
import type { Proposal, RoundPage } from '#shared/meetings/meetings-contract.ts'
import type { PlanProgress } from '#shared/meetings/planner/plan.ts'
import { useSay } from '../../platform/language.tsx'
import { toast } from '../../platform/toasts.ts'
import { Button } from '../../platform/ui/button.tsx'
import { IconPlayerStop, IconRefresh } from '../../platform/ui/icons.ts'
import { meetings } from '../meeting-calls.ts'
import classes from './board.module.css'
import { ProposalDialog } from './proposal-dialog.tsx'

/** Milliseconds between two looks at how far the planner is. */
const lookEvery = 250

/** Plans what has no time, shows how far it is, and then what it would change. */
export function PlanButton({ page }: { readonly page: RoundPage }) {
  const say = useSay(boardMessages)
  const sayRefusal = useSay(meetingRefusalMessages)
  const roundId = page.sheet.round.id
  const [isPlanning, setPlanning] = useState(false)
  const [progress, setProgress] = useState<PlanProgress | null>(null)
  const [proposal, propose] = useState<Proposal | null>(null)

  useEffect(() => {
    if (!isPlanning) return
    const timer = setInterval(
      () => void meetings.progress({ roundId }).then(setProgress),
      lookEvery,
    )
    return () => clearInterval(timer)
  }, [isPlanning, roundId])

  async function plan() {
    setPlanning(true)
    const answer = await meetings.plan({ roundId })
    setPlanning(false)
    setProgress(null)
    if (answer.ok) propose(answer.value)
    else void toast({ text: sayRefusal(answer.refusal), tone: 'alert' })
  }
  if (isPlanning) {
    const percent = progress ? Math.round((progress.rounds / progress.ofRounds) * 100) : 0
    return (
      <span className={classes.planning} role="status">
        {say('planning', { percent, unplaced: progress?.unplaced ?? '…' })}
        <Button icon={IconPlayerStop} onClick={() => void meetings.stopPlanning({ roundId })}>
          {say('stop')}
        </Button>
      </span>
    )
  }
  return (
    <>
      <Button kind="primary" icon={IconRefresh} onClick={() => void plan()}>
        {say('plan')}
      </Button>
      {proposal && <ProposalDialog page={page} proposal={proposal} onClose={() => propose(null)} />}
    </>
  )
}
