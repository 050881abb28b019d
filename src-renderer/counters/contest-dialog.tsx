import { type FormEvent, useId, useState } from 'react'
import type { CounterKind, CounterLine } from '#shared/counters/counter.ts'
import type { CounterRow } from '#shared/counters/counters-contract.ts'
import { counterWords } from '#shared/counters/words/counter-words.ts'
import { counterScreenWords } from '#shared/counters/words/screen-words.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { TextAreaField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { counters } from './counter-calls.ts'
import classes from './counters.module.css'

type ContestDialogProps = {
  readonly row: CounterRow
  readonly kind: CounterKind
  readonly line: CounterLine
  readonly onClose: () => void
}

/** A line is left out of the sum with a reason, and stays to be seen. */
export function ContestDialog({ row, kind, line, onClose }: ContestDialogProps) {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const sayUi = useSay(uiMessages)
  const { longDay } = useFormats()
  const formId = useId()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const { day, part } = line
    if (!part) return
    if (!reason.trim()) return setProblem(say('contest-needs-reason'))
    const answer = await counters.contest({ pupilId: row.pupilId, kind, day, part, reason })
    if (!answer.ok) return setProblem(sayCounter(answer.refusal))
    void toast({ text: say('contested', { name: row.name }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('contest-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('contest-do')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <p>
          <b>{longDay(line.day)}</b> {line.part && sayCounter(`part.${line.part}`)}
        </p>
        <p className="muted">{say('contest-hint')}</p>
        <TextAreaField
          label={say('contest-reason')}
          value={reason}
          onChange={(text) => {
            setReason(text)
            setProblem(null)
          }}
          error={problem}
          isFirst
          maxLength={500}
        />
      </form>
    </Modal>
  )
}

/** The line counts again. */
export function useWithdrawContest(row: CounterRow, kind: CounterKind) {
  const say = useSay(counterScreenWords)
  return async ({ day, part }: CounterLine) => {
    if (!part) return
    const answer = await counters.withdrawContest({ pupilId: row.pupilId, kind, day, part })
    if (answer.ok) void toast({ text: say('uncontested', { name: row.name }), undo: 'last' })
  }
}
