import { useState } from 'react'
import type { DecideLeave, LeaveDetail, LeaveRow } from '#shared/leave/leave-contract.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leaveScreenWords } from '#shared/leave/words/screen-words.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { IconArrowBackUp, IconCheck, IconPrinter, IconX } from '../platform/ui/icons.ts'
import { Banner } from '../platform/ui/signs/banner.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import classes from './leave.module.css'
import { leave } from './leave-calls.ts'
import { LeavePapers, usePrint } from './leave-papers.tsx'

type ActionsProps = { readonly row: LeaveRow; readonly detail: LeaveDetail }

/** What can be done with a request: the decision while it waits, its letters afterwards. */
export function LeaveActions({ row, detail }: ActionsProps) {
  const waits = detail.children.some(({ decision }) => decision === null)
  return waits ? <Decide row={row} detail={detail} /> : <Decided row={row} detail={detail} />
}

function Decide({ row, detail }: ActionsProps) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const [dialog, open] = useState<'partly' | 'refused' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const decider = detail.children[0]?.check.decider ?? 'school'
  const { requestId } = row

  async function decide(wanted: Omit<DecideLeave, 'requestId' | 'leaveIds'>) {
    const answer = await leave.decide({ requestId, leaveIds: null, ...wanted })
    if (!answer.ok) {
      const sentence = sayLeave(answer.refusal)
      setProblem(sentence)
      return sentence
    }
    setProblem(null)
    open(null)
    void toast({ text: say(`done.${wanted.outcome}`, { names: row.names }), undo: 'last' })
    return null
  }
  const grantAll = () =>
    decide({
      outcome: 'granted',
      from: row.from,
      until: row.until,
      ground: null,
      words: '',
      byOfficer: decider === 'officer',
    })
  const grantWord =
    decider === 'officer' ? 'officer-granted' : decider === 'notice' ? 'confirm' : 'grant'
  return (
    <div className={classes.block}>
      <div className={classes.actions}>
        <Button kind="primary" icon={IconCheck} onClick={() => void grantAll()}>
          {say(grantWord)}
        </Button>
        <Button onClick={() => open('partly')}>{say('partly')}</Button>
        <Button icon={IconX} onClick={() => open('refused')}>
          {say('refuse')}
        </Button>
      </div>
      {decider === 'officer' && <Forward detail={detail} />}
      {problem && (
        <Banner tone="alert" isNews>
          {problem}
        </Banner>
      )}
      {dialog && (
        <DecideDialog
          row={row}
          outcome={dialog}
          isOfficers={decider === 'officer'}
          onClose={() => open(null)}
          onDecide={decide}
        />
      )}
    </div>
  )
}

/** Beyond the school's own days the file goes to the municipality; Balie prints it and sends nothing. */
function Forward({ detail }: { readonly detail: LeaveDetail }) {
  const say = useSay(leaveScreenWords)
  const { today, day } = useFormats()
  const print = usePrint()
  const { requestId, forwardedOn } = detail
  return (
    <div className={classes.actions}>
      <Button
        size="small"
        icon={IconPrinter}
        onClick={() => void print(() => leave.officerFile({ requestId }), 'paper')}
      >
        {say('file-print')}
      </Button>
      <Button
        size="small"
        onClick={() => void leave.recordForwarded({ requestId, on: forwardedOn ? null : today() })}
      >
        {forwardedOn ? say('forward-undo') : say('forward')}
      </Button>
      {forwardedOn && <span>{say('forwarded', { day: day(forwardedOn) })}</span>}
    </div>
  )
}

function Decided({ row, detail }: ActionsProps) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const { moment, weekday } = useFormats()
  const isWithdrawn = row.state === 'withdrawn'
  async function withdraw() {
    await leave.withdraw({ requestId: row.requestId, words: '' })
    void toast({ text: say('done.withdrawn', { names: row.names }), undo: 'last' })
  }
  return (
    <section className={classes.block}>
      <h3>{say('decided')}</h3>
      {detail.children.map(({ leaveId, name, decision }) =>
        decision ? (
          <p key={leaveId}>
            <b>{`${name}: ${sayLeave(`state.${decision.outcome}`)}`}</b>
            {decision.outcome === 'partly' &&
              decision.from &&
              decision.until &&
              ` ${weekday(decision.from)} – ${weekday(decision.until)}`}
            {decision.ground && ` · ${sayLeave(`ground.${decision.ground}`)}`}
            {decision.words && ` · ${decision.words}`}
            <br />
            <span className="muted">
              {say('decided-by', { name: decision.byName, moment: moment(decision.at) })}
            </span>
          </p>
        ) : null,
      )}
      <LeavePapers requestId={row.requestId} />
      {!isWithdrawn && (
        <div className={classes.actions}>
          <Button kind="quiet" icon={IconArrowBackUp} onClick={() => void withdraw()}>
            {say('withdraw')}
          </Button>
        </div>
      )}
    </section>
  )
}
