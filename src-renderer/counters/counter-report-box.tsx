import { type FormEvent, useId, useState } from 'react'
import type { CounterReport } from '#shared/counters/counter-rows.ts'
import type { CounterDetail, CounterRow } from '#shared/counters/counters-contract.ts'
import { counterWords } from '#shared/counters/words/counter-words.ts'
import { counterScreenWords } from '#shared/counters/words/screen-words.ts'
import type { Day } from '#shared/platform/day.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useFormats } from '../platform/formats.ts'
import { useSay } from '../platform/language.tsx'
import { toast } from '../platform/toasts.ts'
import { Button } from '../platform/ui/button.tsx'
import { DateField } from '../platform/ui/fields/date-field.tsx'
import { TextAreaField, TextField } from '../platform/ui/fields/text-field.tsx'
import {
  IconCheck,
  IconDownload,
  IconFileText,
  IconPencil,
  IconPrinter,
} from '../platform/ui/icons.ts'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { counters, desk } from './counter-calls.ts'
import classes from './counters.module.css'

type BoxProps = { readonly row: CounterRow; readonly counter: CounterDetail }

/** The report of a counter: prepared, printed, and its sending written down. Balie sends nothing. */
export function CounterReportBox({ row, counter }: BoxProps) {
  const say = useSay(counterScreenWords)
  const { day } = useFormats()
  const [dialog, open] = useState<'prepare' | 'sent' | null>(null)
  const { report } = counter
  return (
    <div className={classes.report}>
      <p>
        <b>{say('report')}: </b>
        {!report
          ? say('report-none')
          : report.sentOn
            ? say('report-sent-value', { day: day(report.sentOn), to: report.sentTo ?? '' })
            : say('report-prepared')}
      </p>
      <div className={classes.actions}>
        {report ? (
          <ReportActions row={row} report={report} onOpen={open} />
        ) : (
          <Button kind="primary" icon={IconFileText} onClick={() => open('prepare')}>
            {say('report-prepare')}
          </Button>
        )}
      </div>
      {dialog === 'prepare' && (
        <PrepareDialog row={row} counter={counter} onClose={() => open(null)} />
      )}
      {dialog === 'sent' && report && (
        <SentDialog row={row} report={report} onClose={() => open(null)} />
      )}
    </div>
  )
}

type ActionsProps = {
  readonly row: CounterRow
  readonly report: CounterReport
  readonly onOpen: (dialog: 'prepare' | 'sent') => void
}

function ReportActions({ row, report, onOpen }: ActionsProps) {
  const say = useSay(counterScreenWords)
  const [isBusy, setBusy] = useState(false)

  async function print(as: 'paper' | 'pdf') {
    setBusy(true)
    const sheet = await counters.sheet({ reportId: report.id })
    const answer = sheet.ok
      ? await desk.printReport({ ...sheet.value, as })
      : ({ ok: false, refusal: 'print.failed' } as const)
    setBusy(false)
    if (!answer.ok && answer.refusal === 'print.failed') {
      await toast({ text: say('print-failed'), tone: 'alert' })
    }
  }
  async function takeBack() {
    await counters.recordSent({ reportId: report.id, sentOn: null, sentTo: '' })
    void toast({ text: say('report-unsent'), undo: 'last' })
  }
  return (
    <>
      <Button size="small" icon={IconPrinter} isBusy={isBusy} onClick={() => void print('paper')}>
        {say('report-print')}
      </Button>
      <Button size="small" icon={IconDownload} isBusy={isBusy} onClick={() => void print('pdf')}>
        {say('report-pdf')}
      </Button>
      {report.sentOn ? (
        <Button size="small" kind="quiet" onClick={() => void takeBack()}>
          {say('report-unsent')}
        </Button>
      ) : (
        <>
          <Button size="small" icon={IconPencil} onClick={() => onOpen('prepare')}>
            {say('report-change')}
          </Button>
          <Button
            size="small"
            kind="primary"
            icon={IconCheck}
            aria-label={`${say('report-sent')}: ${row.name}`}
            onClick={() => onOpen('sent')}
          >
            {say('report-sent')}
          </Button>
        </>
      )}
    </>
  )
}

function PrepareDialog({ row, counter, onClose }: BoxProps & { readonly onClose: () => void }) {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const sayUi = useSay(uiMessages)
  const formId = useId()
  const [actions, setActions] = useState(counter.report?.actions ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const { kind, from } = counter
    const answer = await counters.prepare({ pupilId: row.pupilId, kind, from, actions })
    if (!answer.ok) return setProblem(sayCounter(answer.refusal))
    void toast({ text: say('prepared', { name: row.name }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('report-prepare')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('report-save')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <TextAreaField
          label={say('report-actions')}
          hint={say('report-actions-hint')}
          value={actions}
          onChange={setActions}
          error={problem}
          rows={6}
          isFirst
          maxLength={4000}
        />
      </form>
    </Modal>
  )
}

type SentProps = {
  readonly row: CounterRow
  readonly report: CounterReport
  readonly onClose: () => void
}

function SentDialog({ row, report, onClose }: SentProps) {
  const say = useSay(counterScreenWords)
  const sayCounter = useSay(counterWords)
  const sayUi = useSay(uiMessages)
  const { today } = useFormats()
  const formId = useId()
  const [sentOn, setSentOn] = useState<Day | null>(today())
  const [sentTo, setSentTo] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    if (!sentOn) return
    const answer = await counters.recordSent({ reportId: report.id, sentOn, sentTo })
    if (!answer.ok) return setProblem(sayCounter(answer.refusal))
    void toast({ text: say('sent-kept', { name: row.name }), undo: 'last' })
    onClose()
  }
  return (
    <Modal
      title={say('report-sent-title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
          <Button kind="primary" isSubmit form={formId}>
            {say('report-sent')}
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void save(event)}>
        <DateField
          label={say('report-sent-on')}
          value={sentOn}
          onChange={setSentOn}
          error={problem}
        />
        <TextField
          label={say('report-sent-to')}
          value={sentTo}
          onChange={setSentTo}
          maxLength={200}
        />
      </form>
    </Modal>
  )
}
