import { type FormEvent, useId, useState } from 'react'
import type { DecideLeave, LeaveRow } from '#shared/leave/leave-contract.ts'
import { type RefusalGround, refusalGrounds } from '#shared/leave/leave-request.ts'
import { leaveWords } from '#shared/leave/words/leave-words.ts'
import { leaveScreenWords } from '#shared/leave/words/screen-words.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { CheckboxField } from '../platform/ui/fields/choice-field.tsx'
import { DateField } from '../platform/ui/fields/date-field.tsx'
import { SelectField } from '../platform/ui/fields/select-field.tsx'
import { TextAreaField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import classes from './leave.module.css'

type DecideDialogProps = {
  readonly row: LeaveRow
  readonly outcome: 'partly' | 'refused'
  /** The officer decides about granting; a refusal may be either's. */
  readonly isOfficers: boolean
  readonly onClose: () => void
  /** Answers the sentence of a refusal. */
  readonly onDecide: (wanted: Omit<DecideLeave, 'requestId' | 'leaveIds'>) => Promise<string | null>
}

/** What a refusal, or a grant of some days, needs: the days, a ground for the letter, words. */
export function DecideDialog({ row, outcome, isOfficers, onClose, onDecide }: DecideDialogProps) {
  const say = useSay(leaveScreenWords)
  const sayLeave = useSay(leaveWords)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [from, setFrom] = useState<Day | null>(row.from)
  const [until, setUntil] = useState<Day | null>(row.until)
  const [ground, setGround] = useState<RefusalGround | null>(null)
  const [words, setWords] = useState('')
  const [byOfficer, setByOfficer] = useState(isOfficers)
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!ground) return setProblem(sayLeave('leave.needs-ground'))
    const days = outcome === 'partly' ? { from, until } : { from: null, until: null }
    setProblem(await onDecide({ outcome, ...days, ground, words, byOfficer }))
  }
  return (
    <Modal
      title={say(`decide-title.${outcome}`)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say(outcome === 'partly' ? 'grant' : 'refuse').replace('…', '')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        {outcome === 'partly' && (
          <div className={classes.two}>
            <DateField label={say('from')} value={from} onChange={setFrom} />
            <DateField label={say('until')} value={until} onChange={setUntil} />
          </div>
        )}
        <SelectField
          label={say('ground')}
          placeholder={say('ground-choose')}
          value={ground}
          onChange={(chosen) => {
            setGround(chosen)
            setProblem(null)
          }}
          options={refusalGrounds.map((value) => ({ value, label: sayLeave(`ground.${value}`) }))}
          error={problem}
        />
        <TextAreaField
          label={say('words')}
          hint={say('words-hint')}
          value={words}
          onChange={setWords}
          maxLength={1000}
        />
        {isOfficers && (
          <CheckboxField label={say('by-officer')} value={byOfficer} onChange={setByOfficer} />
        )}
      </form>
    </Modal>
  )
}
