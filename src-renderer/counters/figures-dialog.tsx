import { type FormEvent, useState } from 'react'
import type { FigureRow } from '#shared/counters/counters-contract.ts'
import { counterScreenWords } from '#shared/counters/words/screen-words.ts'
import { uiMessages } from '#shared/platform/ui-messages.ts'
import { useSay } from '../platform/language.tsx'
import { Button } from '../platform/ui/button.tsx'
import { TextField } from '../platform/ui/fields/text-field.tsx'
import { Modal } from '../platform/ui/overlays/modal.tsx'
import { Skeleton } from '../platform/ui/signs/skeleton.tsx'
import { useFresh } from '../platform/use-fresh.ts'
import { counters } from './counter-calls.ts'
import classes from './counters.module.css'

/** The figures that everything goes by, each with where it stands; a school may have its own. */
export function FiguresDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useSay(counterScreenWords)
  const sayUi = useSay(uiMessages)
  const rows = useFresh(['counterFigures'], {}, () => counters.figures({}))
  const [open, setOpen] = useState<string | null>(null)
  return (
    <Modal
      title={say('figures-title')}
      width={640}
      onClose={onClose}
      footer={<Button onClick={onClose}>{sayUi('close')}</Button>}
    >
      <p className="muted">{say('figures-hint')}</p>
      {rows === 'loading' ? (
        <Skeleton />
      ) : (
        <ul className={classes.figures}>
          {rows.map((row) => (
            <li key={row.key}>
              <FigureLine row={row} onOpen={() => setOpen(row.key)} />
              {open === row.key && <FigureForm row={row} onClose={() => setOpen(null)} />}
            </li>
          ))}
        </ul>
      )}
    </Modal>
  )
}

function FigureLine({ row, onOpen }: { readonly row: FigureRow; readonly onOpen: () => void }) {
  const say = useSay(counterScreenWords)
  const { key, value, usual, source, document, reason } = row
  const name = say(`figure.${key}`)
  return (
    <>
      <span>
        {name}
        <small>
          {`${say(`source.${source}`)} · ${document}`}
          {value !== usual && ` · ${say('figures-own', { usual })}`}
          {reason && ` · ${reason}`}
        </small>
      </span>
      <b>{value}</b>
      {value === usual ? (
        <Button
          size="small"
          kind="quiet"
          aria-label={`${say('figures-change')}: ${name}`}
          onClick={onOpen}
        >
          {say('figures-change')}
        </Button>
      ) : (
        <Button
          size="small"
          kind="quiet"
          aria-label={`${say('figures-back')}: ${name}`}
          onClick={() => void counters.setFigure({ key, value: null, reason: '' })}
        >
          {say('figures-back')}
        </Button>
      )}
    </>
  )
}

function FigureForm({ row, onClose }: { readonly row: FigureRow; readonly onClose: () => void }) {
  const say = useSay(counterScreenWords)
  const sayUi = useSay(uiMessages)
  const [text, setText] = useState(String(row.value))
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  async function save(event: FormEvent) {
    event.preventDefault()
    const value = Number(text)
    if (!Number.isInteger(value) || value < 0 || value > 10_000 || !reason.trim()) {
      return setProblem(say('figures-reason'))
    }
    await counters.setFigure({ key: row.key, value, reason })
    onClose()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <TextField
        label={say('figures-value')}
        value={text}
        onChange={setText}
        inputMode="numeric"
        maxLength={5}
      />
      <TextField
        label={say('figures-reason')}
        value={reason}
        onChange={setReason}
        error={problem}
        maxLength={500}
      />
      <div className={classes.actions}>
        <Button onClick={onClose}>{sayUi('cancel')}</Button>
        <Button kind="primary" isSubmit>
          {say('report-save')}
        </Button>
      </div>
    </form>
  )
}
